/** Who oversees one side reads a page of its stays in the order of an index, though next to all stays may be of that side. */
import { readerUrl } from '@vigia/db/roles'
import { signedContext } from '@vigia/db/row-context'
import { rowContextOf } from '@vigia/kit/graph/in-sight'
import { keysetPage } from '@vigia/kit/graph/keyset'
import type { Pool } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type PlacementsWanted, placementsList } from '../../services/placements/src/store/list-placements.ts'
import { anActor } from '../support/asking.ts'
import { type ScratchDatabase, scratchDatabase } from '../support/scratch-database.ts'
import { keyOf, underContext } from '../support/under-context.ts'

const PLACES = `insert into placements.facility (id, key, name, name_key, type, state, registry_status, lifecycle, batch_id)
  select ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, 'EM-' || n, 'Estación ' || n, 'ESTACION ' || n, 'EM', '07',
    'REGISTERED', 'ACKNOWLEDGED', gen_random_uuid()
  from generate_series(1, 20) n`
const STAYS = `insert into placements.stay_ledger
    (stay_id, child_id, facility_id, kind, state, entered_at, left_at, nationality, age_group, accompaniment)
  select gen_random_uuid(), gen_random_uuid(), ('00000000-0000-7000-8000-' || lpad((1 + n % 20)::text, 12, '0'))::uuid, 'PROHIBITED',
    '07', '2026-01-01'::timestamptz + n * interval '1 minute', '2026-10-01', 'HND', 'FROM_0_TO_11', 'UNACCOMPANIED'
  from generate_series(1, 40000) n`

let database: ScratchDatabase
beforeAll(async () => {
  database = await scratchDatabase()
  for (const many of [PLACES, STAYS, 'analyze placements.facility, placements.stay_ledger']) await database.query(many)
})
afterAll(() => database.drop())

const EVERYTHING: Omit<PlacementsWanted, 'overseen'> = {
  ...{ state: null, period: null, nationalities: [], ageGroups: [], accompaniments: [], facilityTypes: [] },
  ...{ isOpen: null, sight: { of: 'ALL' } },
}

/** What is sent to the database for a page. */
async function statementOf(wanted: PlacementsWanted): Promise<string> {
  const sent: { text: string; values: unknown[] }[] = []
  const pool = { query: async (asked: (typeof sent)[number]) => ({ rows: sent.push(asked) && [] }) }
  await keysetPage(placementsList(pool as unknown as Pool, wanted), { first: 50 })
  const [{ text, values } = { text: '', values: [] }] = sent
  return values.reduce<string>((sql, value, at) => sql.replaceAll(`$${at + 1}`, `'${String(value)}'`), text)
}

test('the CNDH, of whose side every stay is', async () => {
  const login = readerUrl('placements', database.url)
  const context = signedContext(keyOf(login), rowContextOf(anActor('ombudsperson-federal')))
  const statement = await statementOf({ ...EVERYTHING, overseen: { side: 'FEDERAL', states: null } })

  const page = await underContext(login, context, statement)
  const plan = JSON.stringify(await underContext(login, context, `explain ${statement}`))

  expect(page).toHaveLength(51)
  expect(plan).toContain('stay_ledger_entered_at_stay_id_idx')
  expect(plan).not.toContain('Sort')
})
