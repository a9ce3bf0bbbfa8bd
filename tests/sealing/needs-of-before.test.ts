/** Of signs of a need for protection that an older version sealed, rules of alerts are told after the upgrade: in what was told, replaced, or waits. */
import { enableLogins } from '@vigia/db/roles'
import { newDataKey, seal, wrap } from '@vigia/kit/seal/cipher'
import { keyring } from '@vigia/kit/seal/keys'
import { prepareKeys } from '@vigia/kit/seal/prepare'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aDetection } from '../support/builders/inm.ts'
import { feedsOf } from '../support/feeds.ts'
import { blind } from '../support/opened.ts'
import { registryBefore } from '../support/registry-of-before.ts'
import type { ScratchDatabase } from '../support/scratch-database.ts'

const [CHILD, ERASED] = ['00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-000000000002']
const BATCH = '00000000-0000-4000-8000-0000000000bb'
const PLACE = 'children.detection_evidence'
const row = aDetection({ ENTIDAD: 'Chiapas' })

let database: ScratchDatabase
let corrected: number | undefined
beforeAll(async () => {
  const before = await registryBefore('20261130120000_needs_that_rules_read')
  database = before.database
  await writeAsBefore()
  await before.bringUpToDate()
  await enableLogins(database.url)
  corrected = await versions()
  await prepareKeys(database.url)
})
afterAll(() => database.drop())

async function versions(): Promise<number | undefined> {
  const [found] = await database.query<{ n: number }>('select count(*)::int as n from children.former_version')
  return found?.n
}

const sealedNow = (cells: Readonly<Record<string, string>>) => {
  const key = newDataKey()
  return { id: key.id, wrapped: wrap(keyring().wrapping[0], key), sealed: seal(key, PLACE, JSON.stringify(cells)) }
}

/** Two children: of one signs were seen, and DIF found none since; the other was erased. A row waits of a third. */
async function writeAsBefore(): Promise<void> {
  const of = `'${BATCH}', 1`
  const [seen, ruledOut, gone, waiting] = [
    sealedNow({ protection_need: 't' }),
    sealedNow({ protection_need: 't', evaluation_result: 'NOT_NEEDED' }),
    sealedNow({ protection_need: 't' }),
    sealedNow({ evaluation_result: 'PROTECTION_NEEDED' }),
  ]
  const child = (id: string, acta: string) => [
    `insert into children.child (id, folio, sex, age_group, nationality, accompaniment, state, first_detected_at, batch_id, line)
     values ('${id}', 'NNA-${acta.slice(-7)}', 'FEMALE', 'FROM_12_TO_17', 'HND', 'UNACCOMPANIED', '07', '2026-10-01', ${of})`,
    `insert into children.detection (id, child_id, acta, detected_at, state, authority, detection_type, nationality, age_group, accompaniment, batch_id, line)
     values ('${id}', '${id}', '${acta}', '2026-10-01', '07', 'INM_AFM', 'RESCUE', 'HND', 'FROM_12_TO_17', 'UNACCOMPANIED', ${of})`,
  ]
  const keys = [
    ...[seen, ruledOut].map(({ id, wrapped }) => `('${id}', '${CHILD}', '${wrapped}', null)`),
    `('${gone.id}', '${ERASED}', null, now())`,
  ]
  const raw = JSON.stringify({ evidence_sealed: waiting.sealed, data_key: waiting.id, wrapped_key: waiting.wrapped })
  for (const statement of [
    `insert into outbox.sealing (index_check, key_ids) values ('${blind('CHECK', 'VIGIA')}', '{${keyring().wrapping[0].id}}')`,
    ...child(CHILD, row.ACTA),
    ...child(ERASED, aDetection().ACTA),
    `insert into children.data_key (id, child_id, wrapped, destroyed_at) values ${keys.join(', ')}`,
    `insert into children.detection_evidence (detection_id, child_id, sealed, batch_id, line)
     values ('${CHILD}', '${CHILD}', '${seen.sealed}', ${of}), ('${ERASED}', '${ERASED}', '${gone.sealed}', ${of})`,
    `update children.detection_evidence set sealed = '${ruledOut.sealed}' where child_id = '${CHILD}'`,
    `insert into children.unmatched_row (batch_id, feed, line, keys, raw, reason) values ('${BATCH}', 'detections', 1, '{}', '${raw}', 'waits')`,
  ])
    await database.query(statement)
}

test('what was sealed says what follows of it, and of whom was erased nothing is said', async () => {
  expect(await database.query(`select child_id, need from ${PLACE} order by child_id`)).toEqual([
    { child_id: CHILD, need: 'SEEN_AND_RULED_OUT' },
    { child_id: ERASED, need: null },
  ])
  expect(
    await database.query(
      `select former ->> 'need' as need from children.former_version where entity = 'detection_evidence'`,
    ),
  ).toEqual([{ need: 'SEEN' }])
  expect(await database.query("select raw ->> 'need' as need from children.unmatched_row")).toEqual([{ need: 'SEEN' }])
})

test('it is told to others once, as no correction, and the next start has nothing to look for', async () => {
  await prepareKeys(database.url)

  const told = await database.query(
    `select payload ->> 'need' as need from outbox.pending where type = 'detection_evidence.corrected' and payload::jsonb ? 'need'`,
  )
  expect(told).toEqual([{ need: 'SEEN_AND_RULED_OUT' }])
  expect(await versions()).toBe(corrected)
  expect(await database.query('select are_needs_told from outbox.sealing')).toEqual([{ are_needs_told: true }])
})

test('a file that tells of the find again changes nothing of it', async () => {
  const feeds = feedsOf(database.url)
  await feeds.takeIn('children/detections', [{ ...row, 'INDICIOS DE PROTECCIÓN': '' }])
  await feeds.stop()

  expect(await database.query(`select need from ${PLACE} where child_id = '${CHILD}'`)).toEqual([
    { need: 'SEEN_AND_RULED_OUT' },
  ])
})
