/** A relative of whom an older version was told no place is the one whose place a row tells after the upgrade, and no second mother. */
import { createHash } from 'node:crypto'
import { enableLogins } from '@vigia/db/roles'
import { markToken } from '@vigia/kit/seal/blind-index'
import { keyring } from '@vigia/kit/seal/keys'
import { prepareKeys } from '@vigia/kit/seal/prepare'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aDetection } from '../support/builders/inm.ts'
import { type Feeds, feedsOf } from '../support/feeds.ts'
import { blind } from '../support/opened.ts'
import { registryBefore } from '../support/registry-of-before.ts'
import type { ScratchDatabase } from '../support/scratch-database.ts'

const CHILD = '00000000-0000-7000-8000-000000000001'
const FATHER = '00000000-0000-7000-8000-00000000000f'
const BATCH = '00000000-0000-4000-8000-0000000000bb'
const row = aDetection({ ENTIDAD: 'Chiapas' })

let database: ScratchDatabase
let feeds: Feeds
let toldBefore: number | undefined
let toldAfter: number | undefined
beforeAll(async () => {
  const before = await registryBefore('20261129100000_relatives_of_no_place')
  database = before.database
  await writeAsBefore()
  await before.bringUpToDate()
  await enableLogins(database.url)
  toldBefore = await toldOfRelatives()
  await prepareKeys(database.url)
  toldAfter = await toldOfRelatives()
  feeds = feedsOf(database.url)
})
afterAll(async () => {
  await feeds.stop()
  await database.drop()
})

async function toldOfRelatives(): Promise<number | undefined> {
  const [told] = await database.query<{ n: number }>(
    `select count(*)::int as n from outbox.pending where type like 'relative.%'`,
  )
  return told?.n
}

function markThen(child: string, place: string): string {
  const token = markToken(keyring().blindIndex, 'children.relative', JSON.stringify([place]))
  return createHash('sha256')
    .update(child + token)
    .digest('base64')
}

/** A mother of whom no place was told, and a father of whom one was, which a later file corrected. */
async function writeAsBefore(): Promise<void> {
  const of = `'${BATCH}', 1`
  const keys = `'{${keyring().wrapping[0].id}}'`
  for (const statement of [
    `insert into outbox.sealing (index_check, key_ids) values ('${blind('CHECK', 'VIGIA')}', ${keys})`,
    `insert into children.child (id, sex, age_group, nationality, accompaniment, state, first_detected_at, batch_id, line)
     values ('${CHILD}', 'FEMALE', 'FROM_12_TO_17', 'HND', 'UNACCOMPANIED', '07', '2026-10-01', ${of})`,
    `insert into children.detection (child_id, acta, detected_at, state, authority, detection_type, nationality, age_group, accompaniment, batch_id, line)
     values ('${CHILD}', '${row.ACTA}', '2026-10-01', '07', 'INM_AFM', 'RESCUE', 'HND', 'FROM_12_TO_17', 'UNACCOMPANIED', ${of})`,
    `insert into children.relative (id, child_id, tie, place_mark, batch_id, line)
     values (gen_random_uuid(), '${CHILD}', 'MOTHER', '${markThen(CHILD, 'UNKNOWN')}', ${of}),
       ('${FATHER}', '${CHILD}', 'FATHER', '${markThen(CHILD, 'UNKNOWN')}', ${of})`,
    `update children.relative set place_mark = '${markThen(CHILD, 'UNITED_STATES')}' where id = '${FATHER}'`,
  ])
    await database.query(statement)
}

test('a row that tells where the mother is tells it of the one who is known', async () => {
  const told = { ...row, VÍNCULO: 'Madre', 'LUGAR DEL FAMILIAR': 'EUA', 'CONTACTO CON EL FAMILIAR': 'Sí' }
  await feeds.takeIn('children/detections', [told])

  expect(await database.query(`select place_mark from children.relative where tie = 'MOTHER'`)).toEqual([
    { place_mark: markThen(CHILD, 'UNITED_STATES') },
  ])
})

test('who was told a place keeps it, and a file that is withdrawn gives back that nobody knew', async () => {
  expect(await database.query(`select place_mark from children.relative where tie = 'FATHER'`)).toEqual([
    { place_mark: markThen(CHILD, 'UNITED_STATES') },
  ])
  expect(
    await database.query(
      `select former ->> 'place_mark' as mark from children.former_version where entity_id = '${FATHER}'`,
    ),
  ).toEqual([{ mark: '' }])
})

test('nothing is told of it to others, and the next start has nothing to look for', async () => {
  expect(toldAfter).toBe(toldBefore)
  expect(await database.query('select is_nowhere_blank from outbox.sealing')).toEqual([{ is_nowhere_blank: true }])
})
