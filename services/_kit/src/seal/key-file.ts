/** The file of keys: how it is written and read, and what is wrong with one that cannot be. */
import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { z } from 'zod'
import { log } from '../log.ts'

/** What is wrong with the keys, in one sentence. */
export class KeysUnusable extends Error {
  /** The same, for a command whose words are Spanish. */
  readonly es: string

  constructor(sentence: string, es: string) {
    super(sentence)
    this.es = es
  }
}

const Key = z.base64().transform((text, check) => {
  const key = Buffer.from(text, 'base64')
  if (key.length !== 32) check.addIssue('A key has 32 bytes.')
  return key
})

const KeyFile = z.object({
  /** The first one wraps; all unwrap. */
  wrapping: z.array(Key).min(1),
  blindIndex: Key,
})

export type KeysOfFile = z.output<typeof KeyFile>

/** Throws KeysUnusable. */
export function readKeyFile(file: string): KeysOfFile {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch {
    throw new KeysUnusable(
      `The keys of the registry cannot be read from ${file}: put that file in place, or name it in VIGIA_KEYS.`,
      `No se pueden leer las llaves del registro de ${file}: ponga ese archivo en su lugar, o nómbrelo en VIGIA_KEYS.`,
    )
  }
  const read = KeyFile.safeParse(jsonOf(text))
  if (!read.success)
    throw new KeysUnusable(
      `${file} is not a file of keys: put back the one that the registry was sealed with.`,
      `${file} no es un archivo de llaves: devuelva a su lugar aquel con el que se selló el registro.`,
    )
  return read.data
}

/** A file that was put back, or copied, may be one that others of this machine read, the account of the database server among them. */
export function warnIfOpen(file: string, what: string): void {
  if (process.platform === 'win32' || (statSync(file).mode & 0o077) === 0) return
  log.warn(`others of this machine may read ${what}: chmod 600`)
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** Beside the file, for its owner alone, on the disk: gives where. */
export function written(file: string, { wrapping, blindIndex }: KeysOfFile): string {
  const mine = `${file}.${process.pid}`
  rmSync(mine, { force: true }) // Left by a process of that number that was cut short.
  const keys = { wrapping: wrapping.map((key) => key.toString('base64')), blindIndex: blindIndex.toString('base64') }
  // On the disk before the database writes what only they open.
  writeFileSync(mine, `${JSON.stringify(keys, null, 2)}\n`, { mode: 0o600, flag: 'wx', flush: true })
  return mine
}
