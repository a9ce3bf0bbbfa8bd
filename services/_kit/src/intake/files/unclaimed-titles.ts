/** Titles that no column of the table claims, and with which it is not read. */
import { looseKey } from '@vigia/law/code-list'
import { FileRefused } from './file-refused.ts'

/** A second column of one meaning: nothing tells which holds, so the sender must. */
export function refuseTwice(unknownTitles: readonly string[], places: ReadonlyMap<string, number>, line: number): void {
  for (const title of unknownTitles) {
    if (!places.has(looseKey(title))) continue
    throw new FileRefused(`La columna «${title.trim()}» está repetida.`, { line, column: title.trim() })
  }
}

/** One that no table of this kind has. */
export function refuseForeign(unknownTitles: readonly string[], foreignTitles: readonly string[], line: number): void {
  const foreign = new Set(foreignTitles.map(looseKey))
  const title = unknownTitles.find((one) => foreign.has(looseKey(one)))?.trim()
  if (title === undefined) return
  throw new FileRefused(`La columna «${title}» no es de esta tabla: el archivo parece ser de otra.`, {
    line,
    column: title,
  })
}
