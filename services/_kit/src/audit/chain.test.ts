/** Heads are signed of where a chain ends now; one that cannot be written when a service stops is told, since nobody comes back to it. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
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

test('given heads that were moved away while it runs, as after a database was put back, the end of the chain is signed anew though it has not grown', async () => {
  vi.stubEnv('VIGIA_AUDIT_KEY', path.join(folder, 'key.pem'))
  vi.stubEnv('VIGIA_AUDIT_HEADS', path.join(folder, 'heads'))
  const stop = keepChain(manyLinks(), 'returns')
  await vi.waitFor(() => expect(signedIn('heads')).toEqual([5_000]))

  renameSync(path.join(folder, 'heads'), path.join(folder, 'moved-away'))
  await stop()

  expect([signedIn('moved-away'), signedIn('heads')]).toEqual([[5_000], [5_000]])
})

test('given a database that is put back while it runs, the chain is signed where it ends from then on, and not once it is as long again', async () => {
  vi.stubEnv('VIGIA_AUDIT_KEY', path.join(folder, 'key.pem'))
  vi.stubEnv('VIGIA_AUDIT_HEADS', path.join(folder, 'heads'))
  const top = { ...TOP, seq: 5_000 }
  const stop = keepChain(manyLinks(top), 'returns')
  await vi.waitFor(() => expect(signedIn('heads')).toEqual([5_000]))

  Object.assign(top, { seq: 4_900, hash: Buffer.alloc(32, 1) })
  await stop()

  expect(signedIn('heads')).toEqual([5_000, 4_900])
})

/** Up to where the heads in a folder go, in the order in which they were written. */
function signedIn(name: string): number[] {
  const file = path.join(folder, name, TOP.registry, 'returns.jsonl')
  if (!existsSync(file)) return []
  const lines = readFileSync(file, 'utf8').trim().split('\n')
  return lines.map((line): number => JSON.parse(line).seq)
}

function manyLinks(top = { ...TOP, seq: 5_000 }): Pool {
  const query = async (asked: unknown) => {
    if (String(asked).includes('top_of')) return { rows: [top] }
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
