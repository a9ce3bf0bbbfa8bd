/** Alerts of a whole registry agree with its board, and a registry that is brought up to date knows all that its rules read. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ScratchDatabase } from '../support/scratch-database.ts'
import { loadServices } from '../support/services.ts'
import { settle } from '../support/settled.ts'
import { read } from '../support/source-files.ts'
import { twinDatabase } from '../support/twin.ts'

let database: ScratchDatabase
beforeAll(async () => {
  database = await twinDatabase()
  const services = await loadServices(database.url)
  await settle(services.values(), database)
  for (const service of services.values()) await service.close()
})
afterAll(() => database.drop())

const openByState = (kind: string, more = 'true') =>
  database.query(
    `select state, count(*)::int as n from oversight.alert a where kind = $1 and resolved_at is null and ${more} group by 1 order by 1`,
    [kind],
  )

test('as many notices without a case as the board has over 24 hours', async () => {
  const board = await database.query(
    `select state, from24_to72_hours + from72_hours_to5_working_days + over5_working_days as n from representation.snapshot
     where from24_to72_hours + from72_hours_to5_working_days + over5_working_days > 0 order by 1`,
  )

  expect(board.length).toBeGreaterThan(10)
  expect(await openByState('CASE_NOT_PROCESSED')).toEqual(board)
})

test('as many returns without a determination as the returns service finds', async () => {
  const standing = await database.query(
    `select state, count(*)::int as n from returns.return_standing
     where standing <> 'VALID' and return_type in ('ASSISTED_RETURN', 'DEPORTATION', 'BORDER_REJECTION') group by 1 order by 1`,
  )

  expect(standing.length).toBeGreaterThan(3)
  expect(
    await openByState(
      'RETURN_WITHOUT_DETERMINATION',
      'exists (select from returns.executed_return r where r.id::text = a.subject)',
    ),
  ).toEqual(standing)
})

const OF_RULES = `('detection_evidence', 'migration_document', 'asylum_claim', 'urgent_measure', 'counsel_request', 'follow_up',
  'complaint', 'return_plan', 'return_checklist')`

/** What a migration does to a registry that has been running, from these words on, to the end or to where these words end. */
async function fill(name: string, from: string, to = ''): Promise<void> {
  const migration = read(`prisma/migrations/${name}/migration.sql`)
  const tail = migration.slice(migration.indexOf(from))
  await database.query(to ? tail.slice(0, tail.indexOf(to) + to.length) : tail)
}

const DETAILS_THEN = 'create or replace function oversight.detail_of'

test('a registry that had read its events before there were alerts is filled as if it had followed them', async () => {
  const pictures = async () => [
    await database.query(
      'select entity_id, entity, child_id, at, code, state, detail from oversight.path_fact order by entity_id',
    ),
    await database.query('select * from oversight.facility_ref order by 1'),
    await database.query('select * from oversight.child_ref order by 1'),
  ]
  const before = await pictures()

  await database.query(`
    update oversight.path_fact set detail = null where entity <> 'stay'; -- What stays tell, no file told then.
    delete from oversight.path_fact where entity in ${OF_RULES};
    update oversight.facility_ref set type = null, capacity = null, lifecycle = null, registry_status = null;
    update oversight.child_ref set language = null, turns18_on = null`)
  // Nor did it know of places that only stays name that nobody had said it.
  await database.query(`update placements.facility set registry_status = 'UNREGISTERED' where lifecycle = 'SIGHTED'`)
  await fill('20261126110200_requests_for_measures', DETAILS_THEN, '$$;') // A registry of that day has it: it is dropped later.
  await fill('20261125105000_alerts', 'with latest as (\n  select distinct on (e.entity_id)')
  await fill('20261126140000_sighted_is_not_unregistered', 'update')
  await fill('20261126140100_registration_of_centres', 'update')
  await fill('20261126160000_details_by_who_follows', 'drop')
  await fill('20261127000100_who_asks_for_a_report', 'update')
  await fill('20261127000200_since_when_retained', 'update oversight')
  await fill('20261127130300_until_when_documents_hold', 'update oversight')
  await fill('20261127180200_first_told_expired', 'update oversight')
  await fill('20261128070000_born_on_29_february', 'update oversight')
  await fill('20261129070600_where_counsel_was_asked', 'update oversight')
  await fill('20261130120000_needs_that_rules_read', 'with latest')

  expect(await pictures()).toEqual(before)
})
