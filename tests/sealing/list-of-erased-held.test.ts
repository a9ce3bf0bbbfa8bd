/** The list of the erased is missed: without it a backup that was put back would let live again, unsaid, who was erased since. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { log } from '@vigia/kit/log'
import { erase } from '@vigia/kit/seal/erased'
import { prepareKeys } from '@vigia/kit/seal/prepare'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { type Desk, openDesk } from '../intake/desk.ts'
import { aDetection } from '../support/builders/inm.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'vigia-list-'))
const list = path.join(folder, 'witness', 'erased.jsonl')
const LOST = `The list of the erased is not at ${list}: put the newest one back, or name it in VIGIA_ERASED.`

let desk: Desk
beforeAll(async () => {
  vi.stubEnv('VIGIA_ERASED', list)
  desk = await openDesk()
})
beforeEach(() => rmSync(path.dirname(list), { recursive: true, force: true }))
afterEach(() => vi.restoreAllMocks())
afterAll(async () => {
  await desk.close()
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true })
})

const started = () => prepareKeys(desk.database.url)
const wrapped = async () =>
  desk.database.query<{ wrapped: string | null }>('select wrapped from children.data_key order by id')

async function eraseAll(): Promise<void> {
  const client = new pg.Client({ connectionString: desk.database.url })
  await client.connect()
  const { rows } = await client.query<{ id: string }>('select id from children.child')
  await client.query('begin')
  await erase(
    client,
    rows.map(({ id }) => id),
  )
  await client.query('commit')
  await client.end()
}

test('given a backup from before a child was erased, nothing starts without the list, and with it the child is erased again', async () => {
  await desk.database.query('update outbox.sealing set has_list_of_erased = false')
  await started()
  await desk.send('children/detections', [aDetection({ NUE: 'N600700800' })])
  const backup = await wrapped()
  expect(backup).toEqual([{ wrapped: expect.any(String) }])
  await eraseAll()
  const newest = readFileSync(list)
  await desk.database.query('update children.data_key set wrapped = $1, destroyed_at = null', [backup[0]?.wrapped])
  rmSync(list)

  await expect(started()).rejects.toThrow(LOST)
  expect([existsSync(list), await wrapped()]).toEqual([false, backup])

  writeFileSync(list, newest)
  await started()
  expect(await wrapped()).toEqual([{ wrapped: null }])
})

test('given that it is lost for good, an empty file in its place lets it start', async () => {
  await expect(started()).rejects.toThrow(LOST)

  mkdirSync(path.dirname(list))
  writeFileSync(list, '')
  await started()
})

test('given a registry from before the database knew of a list, of which nobody was erased, one is begun, and that is said', async () => {
  const warned = vi.spyOn(log, 'warn').mockImplementation(() => undefined)
  await desk.database.query('delete from children.data_key')
  await desk.database.query('update outbox.sealing set has_list_of_erased = false')

  await started()
  await started()

  expect(readFileSync(list, 'utf8')).toBe('')
  expect(warned.mock.calls.flat().filter((said) => String(said).includes('list of the erased'))).toHaveLength(1)
})

test('a registry that is new makes its list without a word, and says where that cannot be written', async () => {
  const warned = vi.spyOn(log, 'warn').mockImplementation(() => undefined)
  await desk.database.query('delete from outbox.sealing')
  writeFileSync(path.dirname(list), 'a file in the place of the folder')
  await expect(started()).rejects.toThrow(`The list of the erased cannot be written to ${list}`)
  rmSync(path.dirname(list))
  await desk.database.query('delete from outbox.sealing')

  await started()

  expect([readFileSync(list, 'utf8'), warned.mock.calls.flat().join()]).toEqual(['', ''])
})
