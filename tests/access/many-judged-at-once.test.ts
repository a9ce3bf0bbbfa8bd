/** Whoever knows of children by acts on them is told how many there are, and of their alerts by notices, by reading those acts once. */
import { readerUrl } from '@vigia/db/roles'
import { signedContext } from '@vigia/db/row-context'
import type { Actor } from '@vigia/kit/actor'
import { rowContextOf } from '@vigia/kit/graph/in-sight'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { countChildren } from '../../services/children/src/store/list-children.ts'
import { groupsPage } from '../../services/oversight/src/store/alert-groups.ts'
import { anActor } from '../support/asking.ts'
import { type ScratchDatabase, scratchDatabase } from '../support/scratch-database.ts'
import { keyOf, underContext } from '../support/under-context.ts'

const CHILDREN = 20_000
/** Of one in four nobody told the Procuraduría. */
const TOLD = (CHILDREN * 3) / 4
const CHILD = `('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid`
const NOTICE = `case when n % 4 > 0 then '2026-01-02'::timestamptz end`
const EACH = `from generate_series(1, ${CHILDREN}) n`
const REGISTRY = `begin; set local session_replication_role = replica;
  insert into children.child (id, folio, sex, age_group, nationality, accompaniment, state, first_detected_at, batch_id)
    select ${CHILD}, 'NNA-' || n, 'FEMALE', 'FROM_0_TO_11', 'HND', 'UNACCOMPANIED', '07', '2026-01-01', gen_random_uuid() ${EACH};
  insert into children.detection (child_id, acta, detected_at, state, authority, detection_type, nationality, age_group, accompaniment,
      ppnna_notified_at, batch_id)
    select ${CHILD}, 'A-' || n, '2026-01-01', '07', 'INM_AFM', 'MIGRATION_CHECK', 'HND', 'FROM_0_TO_11', 'UNACCOMPANIED', ${NOTICE},
      gen_random_uuid() ${EACH};
  insert into oversight.path_fact (entity_id, entity, child_id, at, notified_at, state)
    select gen_random_uuid(), 'detection', ${CHILD}, '2026-01-01', ${NOTICE}, '07' ${EACH};
  insert into oversight.alert (kind, about, owner, subject, child_id, state, severity, since, reached_at, opened_at)
    select 'LONG_STAY', 'CHILD', ${CHILD}, 'stay/' || n, ${CHILD}, '07', 'CRITICAL', '2026-01-02', '2026-01-02', '2026-01-02' ${EACH};
  commit; analyze children.child, children.detection, oversight.path_fact, oversight.alert`

let database: ScratchDatabase
beforeAll(async () => {
  database = await scratchDatabase()
  await database.query(REGISTRY)
})
afterAll(() => database.drop())

interface Asked {
  text: string
  values: unknown[]
  reach?: string
}

const asLiteral = (value: unknown) => (Array.isArray(value) ? `'{${value.join(',')}}'` : `'${String(value)}'`)

/** What the database answers to what is asked of it in the name of an actor, and how it says that it comes to it. */
async function answered(service: 'children' | 'oversight', actor: Actor, ask: (pool: never) => Promise<unknown>) {
  const login = readerUrl(service, database.url)
  const context = signedContext(keyOf(login), rowContextOf(actor))
  const plans: string[] = []
  const query = async ({ text, values, reach = '' }: Asked) => {
    const sql = text.replace(/\$(\d+)/g, (_, at) => asLiteral(values[Number(at) - 1]))
    const turn = `select set_config('app.reach', '${reach}', true)`
    plans.push(JSON.stringify(await underContext(login, context, [turn, `explain ${sql}`])))
    return { rows: await underContext(login, context, [turn, sql]) }
  }
  return { answer: await ask({ query } as never), plan: plans.join() }
}

const OFFICES: [string, Actor][] = [
  ['a Procuraduría', anActor('ppnna-officer')],
  ['the commission of a state', anActor('ombudsperson-state')],
]

describe.each(OFFICES)('%s', (_, actor) => {
  test('how many children there are', async () => {
    const wanted = { state: null, period: null, actor }
    const { answer, plan } = await answered('children', actor, (rows) =>
      countChildren({ rows } as unknown as Parameters<typeof countChildren>[0], wanted),
    )
    expect(Number(answer)).toBe(TOLD)
    // By the policy and by the question.
    expect(plan.match(/hashed SubPlan/g)).toHaveLength(2)
  })

  test('how many alerts stand under each notice', async () => {
    const all = {
      state: null,
      isOfNation: null,
      kinds: [],
      severities: [],
      isOpen: null,
      isClosed: null,
      isAcknowledged: null,
    }
    const wanted = { ...all, dutyHolder: null, assignedTo: null, facility: null, opened: null, on: null, child: null }
    const { answer, plan } = await answered('oversight', actor, (pool) =>
      groupsPage(pool, wanted, actor, { first: 50 }),
    )
    expect(answer).toMatchObject({ edges: [{ node: { kind: 'LONG_STAY', critical: TOLD } }] })
    expect(plan.match(/hashed SubPlan/g)?.length).toBeGreaterThanOrEqual(3)
  })
})
