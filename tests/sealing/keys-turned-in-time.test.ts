/** Keys are turned and dropped while somebody else turns them, and while the database loses what it was told: nothing is lost by that. */
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { openPool } from '@vigia/db/open'
import { forgetKeys, keyring, keysFile } from '@vigia/kit/seal/keys'
import { openSome } from '@vigia/kit/seal/open-some'
import { prepareKeys } from '@vigia/kit/seal/prepare'
import { retire, rotate, wrappedByEach } from '@vigia/kit/seal/rewrap'
import type { Pool, PoolClient } from 'pg'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { type Desk, openDesk } from '../intake/desk.ts'
import { aDetection } from '../support/builders/inm.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'vigia-turned-'))
const keys = path.join(folder, 'keys.json')

let desk: Desk
let pool: Pool
beforeAll(async () => {
  copyFileSync(keysFile(), keys) // By which the template is sealed.
  vi.stubEnv('VIGIA_KEYS', keys)
  forgetKeys()
  desk = await openDesk()
  pool = openPool(desk.database.url, 2)
  await desk.send('children/detections', [aDetection({ 'NOMBRE(S)': 'Nadie' })])
})
afterAll(async () => {
  await pool.end()
  await desk.close()
  vi.unstubAllEnvs()
  forgetKeys()
  rmSync(folder, { recursive: true })
})

/** Its connection breaks when a transaction is to be ended: the database takes all of it back. */
function losing(): Pool {
  const lossy = (client: PoolClient) =>
    new Proxy(client, {
      get(target, name) {
        const value: unknown = Reflect.get(target, name)
        if (typeof value !== 'function') return value
        return (...args: unknown[]) => {
          if (name !== 'query' || args[0] !== 'commit') return value.apply(target, args)
          return target.query('rollback').then(() => Promise.reject(new Error('Connection terminated unexpectedly')))
        }
      },
    })
  return { connect: async () => lossy(await pool.connect()) } as unknown as Pool
}

const opens = async () => (await openSome(pool, 10)).find(({ table }) => table === 'children.person_name')
const held = () => JSON.parse(readFileSync(keys, 'utf8')).wrapping.length

test('where the database loses that the former keys are dropped, they are there still, and it starts', async () => {
  await rotate(pool)

  await expect(retire(losing())).rejects.toThrow('Connection terminated')

  await prepareKeys(desk.database.url)
  expect(await opens()).toMatchObject({ opened: 1, failed: 0 })
  await retire(pool)
  expect(held()).toBe(1)
  await prepareKeys(desk.database.url)
})

test('the same where a key was added by hand, and what the former one wrapped would be wrapped by it again', async () => {
  const { addWrappingKey } = await import('@vigia/kit/seal/keys')
  addWrappingKey()

  await expect(retire(losing())).rejects.toThrow('Connection terminated')

  expect(await opens()).toMatchObject({ opened: 1, failed: 0 })
  await retire(pool)
  expect(await opens()).toMatchObject({ opened: 1, failed: 0 })
})

test('whoever waited while another turned them drops the former keys, and not the new one', async () => {
  expect(keyring().wrapping).toHaveLength(1)
  vi.resetModules()
  const another = await import('@vigia/kit/seal/rewrap')
  await another.rotate(pool)

  await retire(pool)

  expect(held()).toBe(1)
  expect(await wrappedByEach(pool)).toMatchObject([{ id: keyring().wrapping[0].id }])
  expect(await opens()).toMatchObject({ opened: 1, failed: 0 })
})
