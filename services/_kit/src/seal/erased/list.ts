/** The list of the erased, in a file outside the database: what was destroyed, when, and of whom. */
import { appendFileSync, closeSync, existsSync, fsyncSync, ftruncateSync, openSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { dataFolder } from '@vigia/db/embedded-database'
import { makeFolder } from '@vigia/db/make-folder'
import { z } from 'zod'
import { isCutShort } from '../../audit/cut-short.ts'
import { KeysUnusable } from '../key-file.ts'

const Line = z.object({ at: z.string(), child: z.uuid(), keys: z.array(z.uuid()) })
/** A child, when it was erased, and its keys of then. */
export type Erased = z.output<typeof Line>

/** VIGIA_ERASED: better on another disk, and in no backup of the database. */
export const listFile = (): string => process.env['VIGIA_ERASED'] || path.join(dataFolder(), 'erased.jsonl')

/** Whatever it holds. */
export const listIsThere = (): boolean => existsSync(listFile())

/** Empty, of nobody, and on the disk. Throws KeysUnusable where it cannot be written: the first who is to be erased should not find that out. */
export function makeList(): void {
  try {
    addToList([])
  } catch {
    const file = listFile()
    throw new KeysUnusable(
      `The list of the erased cannot be written to ${file}: name in VIGIA_ERASED a file in a folder that this user may write.`,
      `No se puede escribir la lista de lo borrado en ${file}: nombre en VIGIA_ERASED un archivo de una carpeta donde este usuario pueda escribir.`,
    )
  }
}

/** In the order in which they were written. Throws KeysUnusable where the file is something else. */
export function linesOfList(): Erased[] {
  const file = listFile()
  if (!existsSync(file)) return []
  try {
    return wholeLines(readFileSync(file, 'utf8')).map((line) => Line.parse(JSON.parse(line)))
  } catch {
    throw new KeysUnusable(
      `${file} is not the list of the erased, or cannot be read: put back the one that was kept, or name it in VIGIA_ERASED.`,
      `${file} no es la lista de lo borrado, o no se puede leer: devuelva la que se guardó, o nómbrela en VIGIA_ERASED.`,
    )
  }
}

/** Without the last one where it has no end: whoever was cut short while writing it had destroyed nothing yet. */
const wholeLines = (text: string): string[] =>
  text
    .slice(0, text.lastIndexOf('\n') + 1)
    .split('\n')
    .filter(Boolean)

/** Written through to the disk before it returns. */
export function addToList(lines: readonly Erased[]): void {
  const file = listFile()
  makeFolder(path.dirname(file))
  const list = openSync(file, 'a+', 0o600)
  try {
    if (isCutShort(file)) ftruncateSync(list, readFileSync(list).lastIndexOf('\n') + 1)
    appendFileSync(list, lines.map((line) => `${JSON.stringify(line)}\n`).join(''))
    fsyncSync(list)
  } finally {
    closeSync(list)
  }
}
