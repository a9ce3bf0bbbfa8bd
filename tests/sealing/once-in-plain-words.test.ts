/** A registry that an older version wrote in plain words is sealed by the first start of this one, and answers as before. */
import { enableLogins } from '@vigia/db/roles'
import { openSome } from '@vigia/kit/seal/open-some'
import { prepareKeys } from '@vigia/kit/seal/prepare'
import { curpCheckDigit } from '@vigia/law/identifiers'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aDetection } from '../support/builders/inm.ts'
import { feedsOf } from '../support/feeds.ts'
import { blind, openedIn, withPool } from '../support/opened.ts'
import { registryBefore } from '../support/registry-of-before.ts'
import type { ScratchDatabase } from '../support/scratch-database.ts'
import { dumpOf, wordsIn } from './search.ts'

const CURP = `KANX120605MNEXXXA${curpCheckDigit('KANX120605MNEXXXA')}`
const CANARIES = [CURP, 'Kanarinombre', 'KANPAS0801', '14.987654', '92.123456', 'Calle Kanaria']
const DANGERS = ['DOMESTIC_VIOLENCE', 'UNITED_STATES', 'PROTECTION_NEEDED']
const SEALED = '20261125101000_sealed'
const CHILD = '00000000-0000-7000-8000-000000000001'
const BATCH = '00000000-0000-4000-8000-0000000000bb'

let database: ScratchDatabase
/** As it was before cells were sealed: the migrations up to that one. */
beforeAll(async () => {
  const before = await registryBefore(SEALED)
  database = before.database
  await writePlain()
  await before.bringUpToDate()
  await enableLogins(database.url)
  await prepareKeys(database.url)
})
afterAll(async () => {
  await database.drop()
})

/** Facts, an event of each, a former version, a picture in another service and a row that waits, all as they were written then. */
async function writePlain(): Promise<void> {
  const origin = `batch_id, line`
  const of = `'${BATCH}', 1`
  for (const statement of [
    `insert into children.child (id, sex, born_on, age_group, nationality, accompaniment, state, first_detected_at, ${origin})
     values ('${CHILD}', 'FEMALE', '2012-06-05', 'FROM_12_TO_17', 'HND', 'UNACCOMPANIED', '07', '2026-10-01', ${of})`,
    `insert into children.person_name (child_id, given_names, first_surname, ${origin}) values ('${CHILD}', 'Kanarinome', 'Ku', ${of})`,
    `update children.person_name set given_names = 'Kanarinombre'`,
    `insert into children.identifier (child_id, type, value, ${origin}) values ('${CHILD}', 'CURP', '${CURP}', ${of}), ('${CHILD}', 'PASSPORT', 'KANPAS0801', ${of}), ('${CHILD}', 'NUE', 'N123456789', ${of})`,
    `insert into children.detection (child_id, acta, detected_at, state, authority, detection_type, nationality, age_group, accompaniment, causes, transit_conditions, risk_factors, ${origin})
     values ('${CHILD}', 'INM/07/2025/0000001', '2026-10-01', '07', 'INM_AFM', 'RESCUE', 'HND', 'FROM_12_TO_17', 'UNACCOMPANIED', '{DOMESTIC_VIOLENCE}', '{}', '{}', ${of})`,
    `insert into children.detection_evidence (detection_id, child_id, protection_need, evaluation_result, ${origin})
     select id, child_id, true, 'PROTECTION_NEEDED', ${of} from children.detection`,
    `insert into children.relative (child_id, tie, place, contact, ${origin}) values ('${CHILD}', 'MOTHER', 'UNITED_STATES', 'YES', ${of}), ('${CHILD}', 'FATHER', 'UNKNOWN', 'NO', ${of})`,
    `insert into placements.identifier_ref (type, value, child_id, identifier_id) select type, value, child_id, id from children.identifier`,
    `insert into placements.unmatched_row (batch_id, feed, line, raw, keys, reason)
     values ('${BATCH}', 'stays', 2, '{"curp": "${CURP}", "state": "07"}', '{CURP:${CURP}}', 'espera')`,
    `insert into placements.facility (name, name_key, type, state, registry_status, lifecycle, latitude, longitude, ${origin})
     values ('Casa', 'CASA', 'CASE', '07', 'UNKNOWN', 'SIGHTED', 14.987654, -92.123456, ${of})`,
    `insert into placements.facility_record (facility_id, address, ${origin}) select id, 'Calle Kanaria 1', ${of} from placements.facility`,
    'select outbox.number_pending(1000)',
  ])
    await database.query(statement)
}

test('the facts are sealed, and open to what they were', async () => {
  expect(await openedIn(database, 'person_name')).toEqual([{ given_names: 'Kanarinombre', first_surname: 'Ku' }])
  expect(await openedIn(database, 'detection')).toEqual([{ causes: '{DOMESTIC_VIOLENCE}' }])
  expect(await openedIn(database, 'detection_evidence')).toEqual([
    { protection_need: 't', evaluation_result: 'PROTECTION_NEEDED' },
  ])
  expect(await openedIn(database, 'relative')).toEqual(
    expect.arrayContaining([
      { place: 'UNITED_STATES', contact: 'YES' },
      { place: 'UNKNOWN', contact: 'NO' },
    ]),
  )
  expect(await openedIn(database, 'identifier')).toEqual(
    expect.arrayContaining([{ curp: CURP }, { passport: 'KANPAS0801' }]),
  )
})

test('a relative of whom no place was told stands under none, as intake finds it', async () => {
  expect(await database.query(`select tie from children.relative where place_mark = ''`)).toEqual([{ tie: 'FATHER' }])
})

test('so is where a place lies, and its door', async () => {
  const tried = await withPool(database, (pool) => openSome(pool, 10))

  expect(tried.filter(({ table }) => table.startsWith('placements'))).toMatchObject([
    { opened: 1, failed: 0 },
    { opened: 1, failed: 0 },
  ])
})

test('no table holds any of it in plain words, copies and former versions among them', async () => {
  const dump = [...(await dumpOf(database.url))].filter(([table]) => !table.startsWith('pg_catalog'))

  expect(
    dump.flatMap(([table, rows]) =>
      wordsIn(Buffer.from(rows), [...CANARIES, ...DANGERS, 'Kanarinome']).map((word) => `${table}: ${word}`),
    ),
  ).toEqual([])
  expect(await database.query('select keys, raw from placements.unmatched_row')).toEqual([
    { keys: [`CURP:${blind('CURP', CURP)}`], raw: { curp: blind('CURP', CURP), state: '07' } },
  ])
  expect(await database.query(`select value from placements.identifier_ref where type = 'CURP'`)).toEqual([
    { value: blind('CURP', CURP) },
  ])
})

test('a file that says the same again changes nothing of it, and a CURP still joins', async () => {
  const feeds = feedsOf(database.url)
  const told = { CURP, 'NOMBRE(S)': 'Kanarinombre', 'PRIMER APELLIDO': 'Ku', CAUSAS: 'Violencia familiar', NUE: '' }
  const { counts } = await feeds.takeIn('children/detections', [
    aDetection({ ...told, 'FECHA Y HORA': '02/10/2026 10:00', 'AVISO A PPNNA': '' }),
  ])
  await feeds.stop()

  expect(counts).toMatchObject({ recorded: 1 })
  expect(await database.query('select count(*)::int as n from children.child')).toEqual([{ n: 1 }])
  expect(await openedIn(database, 'person_name')).toEqual([{ given_names: 'Kanarinombre', first_surname: 'Ku' }])
})

test('the next start finds nothing to seal', async () => {
  const keys = await database.query('select id from children.data_key order by id')
  await prepareKeys(database.url)

  expect(await database.query('select id from children.data_key order by id')).toEqual(keys)
})
