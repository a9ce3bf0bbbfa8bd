/**
 * Whoever knows of few children by acts on them reads a page of these, and does not go through those of the country until it is full; the
 * ombudsperson of a state in whose places are many reads a page of each place.
 */
import { sightOf } from '@vigia/kit/graph/in-sight'
import { keysetPage } from '@vigia/kit/graph/keyset'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { listChildren } from '../../services/children/src/store/list-children.ts'
import { placementsOfAll } from '../../services/placements/src/store/list-placements.ts'
import { listUnprocessed } from '../../services/representation/src/store/list-unprocessed.ts'
import { listReturns } from '../../services/returns/src/store/list-returns.ts'
import { anActor } from '../support/asking.ts'
import { lookedAt } from '../support/rows-looked-at.ts'
import { type ScratchDatabase, scratchDatabase } from '../support/scratch-database.ts'

/** Of all children one in a thousand is known to Tlaxcala (29), wherever it was found; those of Chiapas (07) are in a centre of the state. */
const CHILDREN = 30_000
const CHILD = `('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid`
const KNOWN_TO = `case when n % 1000 = 0 then '29' else '07' end`
const EACH = `from generate_series(1, ${CHILDREN}) n`
const SAID = `'HND', 'FROM_0_TO_11', 'UNACCOMPANIED'`
/** Two thirds of the stays are in ten places of the state, and are long over; the others in thirty of INM. */
const place = (n: string) => `('00000000-0000-7000-9000-' || lpad((${n})::text, 12, '0'))::uuid`
const PLACE = place('case when n % 3 > 0 then n % 10 else 10 + n % 30 end')
const DEPARTED = `'2026-02-01'::timestamptz + n * interval '1 minute'`
const REGISTRY = `begin; set local session_replication_role = replica;
  insert into children.child (id, folio, sex, nationality, age_group, accompaniment, state, first_detected_at, batch_id)
    select ${CHILD}, 'NNA-' || n, 'FEMALE', ${SAID}, case when n % 10 = 1 then '14' else '07' end, '2026-01-01', gen_random_uuid() ${EACH};
  insert into children.detection (child_id, acta, detected_at, state, authority, detection_type, nationality, age_group, accompaniment,
      ppnna_notified_at, batch_id)
    select ${CHILD}, 'A-' || n, '2026-01-01', ${KNOWN_TO}, 'INM_AFM', 'MIGRATION_CHECK', ${SAID}, '2026-01-02', gen_random_uuid() ${EACH};
  insert into placements.facility (id, key, name, name_key, type, state, registry_status, lifecycle, batch_id)
    select ${place('n')}, 'P-' || n, 'Lugar', 'LUGAR', case when n < 10 then 'CASE' else 'EM' end, '07', 'REGISTERED', 'ACKNOWLEDGED',
      gen_random_uuid() from generate_series(0, 39) n;
  insert into placements.child_ref (child_id, folio, state, first_detected_at, nationality, age_group, accompaniment)
    select ${CHILD}, 'NNA-' || n, '07', '2026-01-01', ${SAID} ${EACH};
  insert into placements.notice_ref (detection_id, child_id, state) select gen_random_uuid(), ${CHILD}, ${KNOWN_TO} ${EACH};
  insert into placements.stay_ledger
      (stay_id, child_id, facility_id, kind, state, entered_at, left_at, nationality, age_group, accompaniment)
    select gen_random_uuid(), ${CHILD}, ${PLACE}, 'CARE', '07',
      case when n % 3 > 0 then '2026-01-01'::timestamptz else '2026-03-01' end + n * interval '1 minute', '2026-06-01', ${SAID} ${EACH};
  insert into returns.child_ref (child_id, folio, state, first_detected_at, nationality, age_group, accompaniment)
    select ${CHILD}, 'NNA-' || n, '07', '2026-01-01', ${SAID} ${EACH};
  insert into returns.detection_ref (detection_id, child_id, detected_at, state, notified_at)
    select gen_random_uuid(), ${CHILD}, '2026-01-01', ${KNOWN_TO}, '2026-01-02' ${EACH};
  insert into returns.executed_return (id, folio, child_id, state, departed_at, return_type, destination, batch_id)
    select ${CHILD}, 'R-' || n, ${CHILD}, '07', ${DEPARTED}, 'ASSISTED_RETURN', 'HND', gen_random_uuid() ${EACH};
  insert into returns.return_standing (return_id, child_id, state, departed_at, return_type, standing, destination, nationality, age_group, accompaniment)
    select ${CHILD}, ${CHILD}, '07', ${DEPARTED}, 'ASSISTED_RETURN', 'NO_DETERMINATION', 'HND', ${SAID} ${EACH};
  insert into representation.child_ref (child_id, folio, state, first_detected_at, nationality, age_group, accompaniment)
    select ${CHILD}, 'NNA-' || n, '07', '2026-01-01', ${SAID} ${EACH};
  insert into representation.notice_ref (detection_id, child_id, state, notified_at)
    select gen_random_uuid(), ${CHILD}, ${KNOWN_TO}, '2026-01-02' ${EACH};
  insert into representation.case_ledger (child_id, state, notified_at, nationality, age_group, accompaniment)
    select ${CHILD}, ${KNOWN_TO}, '2026-01-02'::timestamptz + n * interval '1 minute', ${SAID} ${EACH};
  commit; analyze representation.child_ref, representation.notice_ref, representation.case_ledger, returns.child_ref, returns.detection_ref, returns.executed_return, returns.return_standing, placements.facility, children.child, children.detection, placements.child_ref, placements.notice_ref, placements.stay_ledger`

/** A third of them have to do with an office of Veracruz (30), and some of those with one of Tlaxcala too; none was found there. */
const SHOWN = `insert into children.child_sight (child_id, states)
  select ${CHILD}, case when n % 9 = 0 then '{29,30}'::char(2)[] else '{30}' end ${EACH} where n % 3 = 0`

let database: ScratchDatabase
beforeAll(async () => {
  database = await scratchDatabase()
  await database.query(REGISTRY)
  await database.query(SHOWN)
  await database.query('analyze children.child_sight, children.found_elsewhere')
})
afterAll(() => database.drop())

const everything = {
  ...{ period: null, nationalities: [], ageGroups: [], accompaniments: [], facilityTypes: [], isOpen: null },
  overseen: null,
}
const inTlaxcala = anActor('ppnna-officer', { states: ['29'] })

test.each([null, '07'])('of the stays in %s, the Procuraduría of a small state', async (state) => {
  const wanted = { ...everything, state, sight: sightOf(inTlaxcala) }
  const { answer: page, read } = await lookedAt(database, 'placements.stay_ledger', inTlaxcala, async (pool) =>
    keysetPage(await placementsOfAll(pool, wanted), { first: 100 }),
  )

  expect(page.edges).toHaveLength(CHILDREN / 1000)
  expect(read).toBeLessThan(CHILDREN / 100)
})

test.each([null, '07'])('of the children found in %s, the Procuraduría of a small state', async (state) => {
  const wanted = { state, period: null, actor: inTlaxcala }
  const { answer: page, read } = await lookedAt(database, 'children.child', inTlaxcala, (rows) =>
    listChildren({ rows } as never, wanted, { first: 100 }),
  )

  expect(page.edges).toHaveLength(CHILDREN / 1000)
  expect(read).toBeLessThan(CHILDREN / 100)
})

test.each([
  ['a state', ['30']],
  ['two states', ['29', '30']],
])('of the children whom others found, a secretary of %s to whom many were shown', async (_whose, states) => {
  const secretary = anActor('state-secretary', { states })
  const wanted = { state: null, period: null, actor: secretary }
  const { answer: page, read } = await lookedAt(database, 'children.child', secretary, (rows) =>
    listChildren({ rows } as never, wanted, { first: 100 }),
  )

  expect(new Set(page.edges.map(({ node }) => node.id)).size).toBe(100)
  expect(read).toBeLessThan(CHILDREN / 100)
})

test.each([null, '07'])('of the returns from %s, the Procuraduría of a small state', async (state) => {
  const none = { standing: [], return_type: [], destination: [], nationality: [], age_group: [], accompaniment: [] }
  const wanted = { state, period: null, kept: none, sight: sightOf(inTlaxcala), isOfOthers: false }
  for (const table of ['returns.return_standing', 'returns.executed_return'] as const) {
    const { answer: page, read } = await lookedAt(database, table, inTlaxcala, (pool) =>
      listReturns(pool, wanted, { first: 100 }),
    )
    expect(page.edges).toHaveLength(CHILDREN / 1000)
    expect(read).toBeLessThan(CHILDREN / 100)
  }
})

test.each([null, '29'])('of those who wait for a case in %s, the Procuraduría of a small state', async (state) => {
  const kept = { nationality: [], age_group: [], accompaniment: [] }
  const wanted = { state, period: null, kept, sight: sightOf(inTlaxcala) }
  const { answer: page, read } = await lookedAt(database, 'representation.case_ledger', inTlaxcala, (pool) =>
    listUnprocessed(pool, wanted, { first: 100 }),
  )

  expect(page.edges).toHaveLength(CHILDREN / 1000)
  expect(read).toBeLessThan(CHILDREN / 100)
})

test('of the stays in its state, the commission of a state that has many', async () => {
  const commission = anActor('ombudsperson-state')
  const overseen = { side: 'STATE' as const, states: ['07'] }
  const wanted = { ...everything, state: '07', overseen, sight: sightOf(commission) }
  const { answer: page, read } = await lookedAt(database, 'placements.stay_ledger', commission, async (pool) =>
    keysetPage(await placementsOfAll(pool, wanted), { first: 100 }),
  )

  expect(page.edges).toHaveLength(100)
  // A page of each of its ten places, and which stays are looked up of whom it knows.
  expect(read).toBeLessThan(CHILDREN / 5)
})
