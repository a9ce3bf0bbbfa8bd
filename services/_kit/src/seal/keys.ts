/**
 * The keys outside the database: those that wrap data keys, and the one of the blind index. One file, which the database server
 * cannot read: VIGIA_KEYS, or keys.json in the data folder, beside the database's own directory and never in it.
 */
import { createHash, randomBytes } from 'node:crypto'
import { existsSync, linkSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import { dataFolder } from '@vigia/db/embedded-database'
import { makeFolder } from '@vigia/db/make-folder'
import { unwrap, type WrappingKey, wrappedBy } from './cipher.ts'
import { flushFolder } from './flush-folder.ts'
import { type KeysOfFile, KeysUnusable, readKeyFile, written } from './key-file.ts'

export interface Keyring {
  wrapping: readonly [WrappingKey, ...WrappingKey[]]
  blindIndex: Buffer
}

export const keysFile = (): string => process.env['VIGIA_KEYS'] || path.join(dataFolder(), 'keys.json')

export const keysExist = (): boolean => existsSync(keysFile())

let held: { file: string; keys: Keyring } | null = null

/** Read once and kept. Throws KeysUnusable. */
export function keyring(): Keyring {
  const file = keysFile()
  if (held?.file !== file) held = { file, keys: readKeys(file) }
  return held.keys
}

/** The data key, by whichever key wrapped it; one that was added since the file was read is looked up. Null where none did. */
export function dataKeyOf(id: string, wrapped: string): Buffer | null {
  const by = wrappedBy(wrapped)
  if (!keyring().wrapping.some((key) => key.id === by)) readAgain()
  const outer = keyring().wrapping.find((key) => key.id === by)
  return outer ? unwrap(outer, id, wrapped) : null
}

/** What was read goes on being used where the file is lost or spoiled meanwhile: it may be the last copy. Throws KeysUnusable all the same. */
function readAgain(): void {
  const former = held
  try {
    forgetKeys()
    keyring()
  } catch (fault) {
    held = former
    throw fault
  }
}

export function forgetKeys(): void {
  held = null
}

function readKeys(file: string): Keyring {
  const [wrapping, ...others] = readKeyFile(file).wrapping.map(named)
  if (!wrapping) throw new KeysUnusable(`${file} holds no key.`, `${file} no tiene ninguna llave.`)
  return { wrapping: [wrapping, ...others], blindIndex: readKeyFile(file).blindIndex }
}

const named = (key: Buffer): WrappingKey => ({
  id: createHash('sha256').update('vigia wrapping key').update(key).digest('hex').slice(0, 8),
  key,
})

/** Whole or not at all: of several processes that start at once the first makes it, and all use it. */
export function makeKeys(): void {
  const file = keysFile()
  const mine = firstWritten(file)
  try {
    linkSync(mine, file)
    flushFolder(file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    rmSync(mine)
  }
}

/** Of the system, for a place where no file can be made. A full disk is told as such. */
const NO_PLACE = new Set(['ENOENT', 'ENOTDIR', 'EEXIST', 'EACCES', 'EPERM', 'EROFS'])

function firstWritten(file: string): string {
  try {
    makeFolder(path.dirname(file))
    return written(file, { wrapping: [randomBytes(32)], blindIndex: randomBytes(32) })
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException
    if (!NO_PLACE.has(code)) throw error
    throw new KeysUnusable(
      `No file of keys can be made at ${file} (${code}): name another place in VIGIA_KEYS.`,
      `No se puede hacer un archivo de llaves en ${file} (${code}): ponga otro lugar en VIGIA_KEYS.`,
    )
  }
}

/** Adds a key, which wraps from now on; what others wrapped can still be opened. */
export function addWrappingKey(): void {
  const { wrapping, blindIndex } = readKeyFile(keysFile())
  replaceKeys({ wrapping: [randomBytes(32), ...wrapping], blindIndex })
}

/** Keeps the key that wraps, and no other. */
export function dropFormerKeys(): void {
  const { wrapping, blindIndex } = readKeyFile(keysFile())
  replaceKeys({ wrapping: wrapping.slice(0, 1), blindIndex })
}

function replaceKeys(keys: KeysOfFile): void {
  const file = keysFile()
  renameSync(written(file, keys), file)
  flushFolder(file)
  forgetKeys()
}
