/** Whoever may know of few among many is answered by reading the few: of children in places all at once, and not alert by alert. */
import { readerUrl } from '@vigia/db/roles'
import { signedContext } from '@vigia/db/row-context'
import { rowContextOf, sightOf } from '@vigia/kit/graph/in-sight'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { owedWhere } from '../../services/oversight/src/store/alerts-wanted.ts'
import { placementsList } from '../../services/placements/src/store/list-placements.ts'
import { anActor } from '../support/asking.ts'
import { type ScratchDatabase, scratchDatabase } from '../support/scratch-database.ts'
import { keyOf, underContext } from '../support/under-context.ts'

/** A child in a place, of whom an alert is open, for each thousand who were there long ago and of whom another is. */
const CHILD = (n: string) => `('00000000-0000-7000-8000-' || lpad((${n})::text, 12, '0'))::uuid`
const STAYS = `insert into oversight.path_fact (entity_id, entity, child_id, at, until, state)
  select gen_random_uuid(), 'stay', ${CHILD('n')}, '2025-01-01', case when n % 1000 > 0 then '2025-02-01'::timestamptz end, '07'
  from generate_series(1, 20000) n`
const ALERTS = `insert into oversight.alert (kind, about, owner, subject, child_id, state, severity, since, reached_at, opened_at)
  select 'LONG_STAY', 'CHILD', ${CHILD('n')}, 'stay/' || n, ${CHILD('n')}, '07', 'CRITICAL', '2025-01-01', '2025-01-01', '2025-01-01'
  from generate_series(1, 20000) n`

const LEDGER = `insert into placements.stay_ledger
    (stay_id, child_id, facility_id, kind, state, entered_at, left_at, nationality, age_group, accompaniment)
  select gen_random_uuid(), ${CHILD('n')}, gen_random_uuid(), 'CARE', '07', '2025-01-01'::timestamptz + n * interval '1 minute',
    case when n % 1000 > 0 then '2025-02-01'::timestamptz end, 'HND', 'FROM_0_TO_11', 'UNACCOMPANIED'
  from generate_series(1, 20000) n`
const SEEN = `insert into placements.child_ref (child_id, folio, state, first_detected_at, nationality, age_group, accompaniment)
  select ${CHILD('n')}, 'NNA-' || n, '07', '2025-01-01', 'HND', 'FROM_0_TO_11', 'UNACCOMPANIED' from generate_series(1, 20000) n`

let database: ScratchDatabase
beforeAll(async () => {
  database = await scratchDatabase()
  for (const many of [STAYS, ALERTS, LEDGER, SEEN, 'analyze']) await database.query(many)
})
afterAll(() => database.drop())

const asLiteral = (value: unknown) => (Array.isArray(value) ? `'{${value.join(',')}}'` : `'${String(value)}'`)
const withLiterals = (sql: string, values: readonly unknown[]) =>
  sql.replace(/\$(\d+)/g, (_, at) => asLiteral(values[Number(at) - 1]))

/** Asks a service in the name of an officer of the DIF of Chiapas. */
function asked(service: 'oversight' | 'placements') {
  const dif = anActor('dif-officer')
  const login = readerUrl(service, database.url)
  const context = signedContext(keyOf(login), rowContextOf(dif))
  return { dif, ask: (sql: string) => underContext(login, context, sql) }
}

test('of the alerts of a state a DIF counts those of the children whom it has', async () => {
  const { dif, ask } = asked('oversight')
  const wanted = { state: '07', kinds: [], severities: ['CRITICAL'] as const, isOpen: true, opened: null }
  const { where, values } = owedWhere('DIF', wanted, dif, null)
  const literal = withLiterals(where, values)

  expect(await ask(`select a.id from oversight.alert a where ${literal}`)).toHaveLength(20)
  const plan = JSON.stringify(await ask(`explain select a.id from oversight.alert a where ${literal}`))
  expect(plan).toContain('path_fact_stays_of_state')
  // By the policy and by the question.
  expect(plan.match(/hashed SubPlan/g)).toHaveLength(2)
})

test('of the stays of a state a DIF reads those of the children whom it has', async () => {
  const { dif, ask } = asked('placements')
  const everything = {
    state: null,
    period: null,
    nationalities: [],
    ageGroups: [],
    accompaniments: [],
    facilityTypes: [],
  }
  const { select, where, values } = placementsList(null as never, {
    ...everything,
    isOpen: null,
    overseen: null,
    sight: sightOf(dif),
  })
  const list = withLiterals(`${select} where ${where}`, values)

  expect(await ask(list)).toHaveLength(20)
  expect(JSON.stringify(await ask(`explain ${list}`))).toContain('stay_ledger_state_left_at_idx')
})
