/** A file of a thousand determinations and more is planned without loops; each row still looks its number up, and reads no file of another child. */
import { createStaging } from '@vigia/kit/intake/staging/tables'
import { ANYTHING, sqlOfSteps } from '@vigia/kit/intake/step'
import { expect, test } from 'vitest'
import { feed } from '../../services/representation/src/intake/determinations.ts'
import { rowsRead } from '../support/rows-read.ts'
import { scratchConnection } from '../support/scratch-connection.ts'

const CASES = 20_000
const ROWS = 300
const KNOWN = `set session_replication_role = replica;
  insert into representation.protection_case (id, folio, child_id, state, opened_at, status, batch_id)
    select gen_random_uuid(), 'PPNNA-07-2026-' || lpad(n::text, 6, '0'), gen_random_uuid(), '07', now(), 'OPEN', gen_random_uuid()
    from generate_series(1, ${CASES}) n;
  insert into representation.determination (case_id, child_id, number, decided_at, outcome, authority, guarantees, batch_id)
    select id, child_id, 'BID-' || folio, now(), 'STAY_IN_MEXICO', 'PPNNA', '{}', gen_random_uuid() from representation.protection_case;
  insert into representation.restitution_plan (case_id, child_id, folio, issued_on, measures, batch_id)
    select id, child_id, 'PR-' || folio, current_date, '{}', gen_random_uuid() from representation.protection_case;
  set session_replication_role = origin; analyze representation.protection_case; analyze representation.determination;
  analyze representation.restitution_plan`
const STAGED = `insert into staged (line, folio, number, plan_folio)
  select n, f, 'BID-' || f, 'PR-' || f from (select n, 'PPNNA-07-2026-' || lpad(n::text, 6, '0') as f from generate_series(1, ${ROWS}) n) row`

const { client } = await scratchConnection()

test('neither to find a determination nor its plan', async () => {
  const [layout] = feed.layouts
  const place = layout && sqlOfSteps(layout.place, ANYTHING)[0]
  const ofPlan = layout?.checks && sqlOfSteps(layout.checks, ANYTHING).find((sql) => sql.includes("'FOLIO DEL PLAN'"))
  if (!layout || !place || !ofPlan) throw new Error('There are these steps.')
  await client.query(KNOWN)
  await client.query('begin')
  const sender = { source: 'PPNNA', state: '07', cutoff: '2026-11-20', isPreliminary: false, isConfirmed: false }
  const id = '00000000-0000-7000-8000-000000000001'
  const batch = { id, feed: feed.name, ...sender, takenAt: new Date() }
  await createStaging(client as never, layout, batch, { isWalled: false })
  await client.query(`set local enable_nestloop = off; ${STAGED}`)
  const ask = async (asked: string) => (await client.query(asked)).rows

  expect(await rowsRead(ask, 'protection_case', place)).toBeLessThanOrEqual(2 * ROWS)
  expect(await rowsRead(ask, 'protection_case', ofPlan)).toBeLessThanOrEqual(ROWS)
  await client.query('rollback')
})
