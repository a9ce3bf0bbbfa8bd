/** A head that cannot be written when a service stops is told: nobody comes back to it. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Pool } from 'pg'
import { afterEach, expect, test, vi } from 'vitest'
import { log } from '../log.ts'
import { keepChain } from './chain.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'vigia-chain-'))
afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true, force: true })
})

const TOP = { registry: 'a-registry', seq: 7, hash: Buffer.alloc(32) }
const outage = () => undefined

function poolWhere(topOf: () => Promise<object[]>): Pool {
  const query = async (asked: unknown) => ({ rows: String(asked).includes('top_of') ? await topOf() : [] })
  return { query } as unknown as Pool // of a pool this alone is asked
}

test('given a folder of heads that cannot be written, it is told, by its settings', async () => {
  const [file, told] = [path.join(folder, 'a-file'), vi.spyOn(log, 'error').mockImplementation(outage)]
  writeFileSync(file, '')
  vi.stubEnv('VIGIA_AUDIT_KEY', path.join(folder, 'key.pem'))
  vi.stubEnv('VIGIA_AUDIT_HEADS', path.join(file, 'heads'))

  await keepChain(
    poolWhere(async () => [TOP]),
    'returns',
  )()

  expect(told).toHaveBeenCalledExactlyOnceWith(
    expect.objectContaining({ service: 'returns' }),
    expect.stringMatching(/head not signed: .+VIGIA_AUDIT_HEADS/),
  )
})

test('given a folder that can be written again, that is told too', async () => {
  const [file, wrong, right] = [path.join(folder, 'a-file'), vi.spyOn(log, 'error'), vi.spyOn(log, 'warn')]
  mkdirSync(folder, { recursive: true })
  writeFileSync(file, '')
  vi.stubEnv('VIGIA_AUDIT_KEY', path.join(folder, 'key.pem'))
  vi.stubEnv('VIGIA_AUDIT_HEADS', path.join(file, 'heads'))
  wrong.mockImplementation(outage)
  right.mockImplementation(outage)
  // So many links at once that a head is due.
  const stop = keepChain(manyLinks(), 'returns')
  await vi.waitFor(() => expect(wrong).toHaveBeenCalledTimes(1))

  rmSync(file)

  await vi.waitFor(
    () => expect(right).toHaveBeenCalledWith({ service: 'returns' }, expect.stringMatching(/signed again/)),
    5_000,
  )
  await stop()
  expect(wrong).toHaveBeenCalledTimes(1)
})

function manyLinks(): Pool {
  const query = async (asked: unknown) => {
    if (String(asked).includes('top_of')) return { rows: [{ ...TOP, seq: 5_000 }] }
    return { rows: [{ linked: 1, alarms: null }] }
  }
  return { query } as unknown as Pool
}

test('given a database that went before, nothing is told: its outage is', async () => {
  const told = vi.spyOn(log, 'error').mockImplementation(outage)
  const gone = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' })

  await keepChain(
    poolWhere(() => Promise.reject(gone)),
    'returns',
  )()

  expect(told).not.toHaveBeenCalled()
})
