/** What the sender is told of a table as a whole: columns, sheets and rows that were not read, or are hidden. */

import { grouped } from '../cells/counted.ts'
import { LINES_TOLD } from './defects.ts'
import type { Table } from './rows.ts'

/** Whoever hid rows may have meant to leave them out. */
function hiddenRows({ hidden }: Table): string[] {
  if (hidden.length === 0) return []
  const [rows, are] = hidden.length === 1 ? ['renglón oculto', 'se lee'] : ['renglones ocultos', 'se leen']
  const where = `${hidden.slice(0, LINES_TOLD).join(', ')}${hidden.length > LINES_TOLD ? '…' : ''}`
  return [
    `${grouped(hidden.length)} ${rows} en el libro, que ${are} como los demás (${where}). Si no cuentan, bórrelos y envíe el archivo otra vez.`,
  ]
}

export function noticesOf(table: Table): string[] {
  const { unknownTitles, missingTitles, otherSheets, doubts } = table
  const named = (titles: readonly string[]) => titles.map((title) => `«${title.trim()}»`).join(', ')
  return [
    ...(otherSheets.length > 0
      ? [`Hojas del libro que no se leyeron (se lee la primera visible): ${named(otherSheets)}.`]
      : []),
    ...hiddenRows(table),
    ...(unknownTitles.length > 0 ? [`Columnas que no se leyeron: ${named(unknownTitles)}.`] : []),
    ...(missingTitles.length > 0 ? [`Columnas que el archivo no trae: ${named(missingTitles)}.`] : []),
    ...doubts,
  ]
}
