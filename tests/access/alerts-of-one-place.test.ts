/** Who keeps one place knows of the few children there: of the alerts about all other children of the state it is not looked up whose they are. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { AlertStore } from '../../services/oversight/src/store/alert-store.ts'
import { anActor } from '../support/asking.ts'
import { lookedAt } from '../support/rows-looked-at.ts'
import { type ScratchDatabase, scratchDatabase } from '../support/scratch-database.ts'

const [HERE, ELSEWHERE] = ['00000000-0000-7000-9000-000000000001', '00000000-0000-7000-9000-000000000002']
const CHILD = `('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid`
/** Of whom there are alerts; one of them is here now, the others were elsewhere three times, as twenty thousand of whom there are none still are. */
const [CHILDREN, IN_PLACES] = [500, 20_000]
const REGISTRY = [
  `insert into oversight.path_fact (entity_id, entity, child_id, at, until, state, facility_id)
    select gen_random_uuid(), 'stay', ${CHILD}, '2025-01-01'::timestamptz, '2025-02-01'::timestamptz, '07', '${ELSEWHERE}'::uuid
      from generate_series(1, ${CHILDREN}) n cross join generate_series(1, 3)
    union all select gen_random_uuid(), 'stay', gen_random_uuid(), '2025-01-01', null, '07', '${ELSEWHERE}' from generate_series(1, ${IN_PLACES})
    union all select gen_random_uuid(), 'stay', ${CHILD}, '2025-03-01', null, '07', '${HERE}' from generate_series(1, 1) n`,
  `insert into oversight.alert (kind, about, owner, subject, child_id, state, severity, since, reached_at, opened_at)
    select 'LONG_STAY', 'CHILD', ${CHILD}, 'stay/' || n, ${CHILD}, '07', 'CRITICAL', '2025-01-01', '2025-01-01', '2025-01-01'
    from generate_series(1, ${CHILDREN}) n`,
  'vacuum analyze oversight.path_fact',
  'analyze oversight.alert',
]

let database: ScratchDatabase
beforeAll(async () => {
  database = await scratchDatabase()
  for (const statement of REGISTRY) await database.query(statement)
})
afterAll(() => database.drop())

test('an officer of the DIF who is bound to a place', async () => {
  const officer = anActor('dif-officer', { facilities: [HERE] })
  const wanted = { state: null, kinds: [], severities: [], isOpen: true, opened: null }
  const { answer, read } = await lookedAt(database, 'oversight.path_fact', officer, async (pool) => {
    const alerts = new AlertStore({ rows: pool, figures: pool })
    const page = await alerts.pageOwed('DIF', wanted, officer, { first: 100 })
    return [page.edges.map(({ node }) => node.childId), await alerts.countOwed('DIF', wanted, officer)]
  })

  expect(answer).toEqual([['00000000-0000-7000-8000-000000000001'], 1])
  // Who is in a place of the state is read once for the page and once for the count, and nobody is looked up besides.
  expect(read).toBeLessThan(2 * (IN_PLACES + 3 * CHILDREN) + 100)
})
