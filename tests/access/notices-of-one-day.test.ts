/** On the day of a first file tens of thousands of alerts are raised: a page of notices of a state reads those under it, and not the day. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { groupsPage } from '../../services/oversight/src/store/alert-groups.ts'
import type { AlertsWanted } from '../../services/oversight/src/store/alerts-wanted.ts'
import { anActor } from '../support/asking.ts'
import { lookedAt } from '../support/rows-looked-at.ts'
import { type ScratchDatabase, scratchDatabase } from '../support/scratch-database.ts'

const ALERTS = 40_000
/** Of each state, places with as many alerts each. */
const PLACES = 400
const AT = "'2026-11-02T18:00:00Z'::timestamptz"
const REGISTRY = `begin; set local session_replication_role = replica;
  insert into oversight.alert (kind, about, owner, subject, child_id, facility_id, state, severity, since, reached_at, opened_at)
    select 'NOT_REPRESENTED', 'CHILD', gen_random_uuid(), 'stay/' || n, gen_random_uuid(),
      ('00000000-0000-4000-8000-' || lpad((n % ${PLACES})::text, 12, '0'))::uuid, case when n % 800 < 400 then '07' else '30' end,
      'CRITICAL', ${AT}, ${AT}, ${AT}
    from generate_series(1, ${ALERTS}) n; commit`

let database: ScratchDatabase
beforeAll(async () => {
  database = await scratchDatabase()
  await database.query(REGISTRY)
  await database.query('vacuum analyze oversight.alert')
})
afterAll(() => database.drop())

const ALL: AlertsWanted = {
  ...{ state: null, isOfNation: null, kinds: [], severities: [], isOpen: null, isClosed: null, isAcknowledged: null },
  ...{ dutyHolder: null, assignedTo: null, facility: null, opened: null, on: null, child: null },
}

test.each([
  ['who asks for it', 'federal-secretary', { ...ALL, state: '07' }],
  ['its secretary', 'state-secretary', ALL],
] as const)('to %s', async (_whom, role, wanted) => {
  const actor = anActor(role)
  const pages = async (pool: never) => {
    const first = await groupsPage(pool, wanted, actor, { first: 10 })
    return [first, await groupsPage(pool, wanted, actor, { first: 10, after: first.pageInfo.endCursor })]
  }
  const { answer, read } = await lookedAt(database, 'oversight.alert', actor, pages)

  const places = answer.flatMap(({ edges }) => edges.map(({ node }) => node.place.slice(-3)))
  expect(places).toEqual(Array.from({ length: 20 }, (_one, n) => String(PLACES - 1 - n)))
  expect(answer[0]?.edges[0]?.node).toMatchObject({ state: '07', critical: ALERTS / 2 / PLACES })
  expect(read).toBeLessThan(ALERTS / 10)
})
