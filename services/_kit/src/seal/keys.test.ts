/** The file of keys: for its owner alone, made once, turned without losing what was wrapped, and one sentence for what is wrong. */
import { randomBytes } from 'node:crypto'
import fs, { chmodSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeEach, expect, test, vi } from 'vitest'
import { log } from '../log.ts'
import { newDataKey, wrap } from './cipher.ts'
import { KeysUnusable, warnIfOpen } from './key-file.ts'
import { addWrappingKey, dataKeyOf, dropFormerKeys, forgetKeys, keyring, keysExist, makeKeys } from './keys.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'vigia-keys-'))
let file = ''
let made = 0
beforeEach(() => {
  file = path.join(folder, String(made++), 'keys.json')
  vi.stubEnv('VIGIA_KEYS', file)
  forgetKeys()
})
afterAll(() => {
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true })
})

test('they are made for their owner alone, and only where there are none', () => {
  expect(keysExist()).toBe(false)
  makeKeys()
  const { wrapping, blindIndex } = keyring()
  expect(statSync(file).mode & 0o777).toBe(0o600)

  makeKeys()
  forgetKeys()

  expect(keyring()).toEqual({ wrapping, blindIndex })
})

test('given a place where no file can be made, one sentence names it and the setting', () => {
  const inTheWay = path.join(folder, 'a-file')
  writeFileSync(inTheWay, '')
  for (const place of [path.join(inTheWay, 'keys.json'), '/proc/keys.json']) {
    vi.stubEnv('VIGIA_KEYS', place)
    expect(makeKeys).toThrow(KeysUnusable)
    expect(makeKeys).toThrow(`No file of keys can be made at ${place} (`)
  }
})

test('turned, the new key wraps and the former one still opens; dropped, it opens no more', () => {
  makeKeys()
  const data = newDataKey()
  const before = wrap(keyring().wrapping[0], data)

  addWrappingKey()
  expect(keyring().wrapping).toHaveLength(2)
  expect(dataKeyOf(data.id, before)?.equals(data.key)).toBe(true)
  const after = wrap(keyring().wrapping[0], data)
  dropFormerKeys()

  expect(dataKeyOf(data.id, before)).toBeNull()
  expect(dataKeyOf(data.id, after)?.equals(data.key)).toBe(true)
})

test('a key that another process added is found without a new start', async () => {
  makeKeys()
  keyring()
  vi.resetModules()
  const another = await import('./keys.ts')
  another.addWrappingKey()
  const data = newDataKey()
  const wrapped = wrap(another.keyring().wrapping[0], data)

  expect(dataKeyOf(data.id, wrapped)?.equals(data.key)).toBe(true)
})

test('given a file that is lost while a key is looked for, what was read goes on being used', () => {
  makeKeys()
  const [data, other] = [newDataKey(), newDataKey()]
  const wrapped = wrap(keyring().wrapping[0], data)
  const byAnother = wrap({ id: '00000000', key: randomBytes(32) }, other)
  rmSync(file)

  expect(() => dataKeyOf(other.id, byAnother)).toThrow(KeysUnusable)
  expect(dataKeyOf(data.id, wrapped)?.equals(data.key)).toBe(true)
})

test.runIf(process.platform !== 'win32')(
  'given a file that others may read, it is said, and not of one that is its owner’s',
  () => {
    const said = vi.spyOn(log, 'warn').mockImplementation(() => undefined)
    makeKeys()
    warnIfOpen(file, 'the file of keys')
    expect(said).not.toHaveBeenCalled()

    chmodSync(file, 0o644)
    warnIfOpen(file, 'the file of keys')

    expect(said).toHaveBeenCalledExactlyOnceWith('others of this machine may read the file of keys: chmod 600')
    said.mockRestore()
  },
)

test('a new file is on the disk before it takes the place of the former one, and its place before anything is wrapped by it', () => {
  makeKeys()
  const done: string[] = []
  const { fsyncSync, renameSync } = fs
  vi.spyOn(fs, 'fsyncSync').mockImplementation((file) => {
    done.push('flushed')
    fsyncSync(file)
  })
  vi.spyOn(fs, 'renameSync').mockImplementation((from, to) => {
    done.push('in place')
    renameSync(from, to)
  })
  syncBuiltinESMExports()
  try {
    addWrappingKey()
  } finally {
    vi.restoreAllMocks()
    syncBuiltinESMExports()
  }

  expect(done).toEqual(['flushed', 'in place', 'flushed'])
})

test.each([
  ['no file', null],
  ['no JSON', 'secret'],
  ['a key that is too short', '{"wrapping":["AAAA"],"blindIndex":"AAAA"}'],
  ['no key', '{"wrapping":[],"blindIndex":"AAAA"}'],
])('given %s, one sentence says so, and no key', (_what, text) => {
  if (text !== null) {
    makeKeys()
    writeFileSync(file, text)
  }

  expect(keyring).toThrow(KeysUnusable)
  expect(keyring).toThrow(/^[^\n]*[.]$/)
  expect(keyring).not.toThrow(/AAAA|secret/)
})
