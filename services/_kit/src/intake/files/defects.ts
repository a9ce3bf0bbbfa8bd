/** What is amiss with a table apart from its records: by which rule, in how many rows, on which lines, and what is done about it. */

import { counted } from '../cells/counted.ts'
import type { Table } from './rows.ts'
import type { SkippedKind } from './skipped.ts'

export interface Defect {
  rule: string
  rows: number
  /** The first of them. */
  lines: readonly number[]
  /** What is wrong and what is done, in Spanish. */
  action: string
}

const SKIPPED: readonly [kind: SkippedKind, rule: string, action: string][] = [
  ['blank', 'BLANK_ROW', 'sin nada escrito: no es registro y no se cuenta'],
  ['totals', 'TOTALS_ROW', 'suma de otros renglones: no es registro y no se cuenta'],
  ['notes', 'NOTE_ROW', 'nota al pie: no es registro y no se cuenta'],
  ['headers', 'HEADER_AGAIN', 'encabezado repetido: no es registro y no se cuenta'],
]

/** Of a table that was read to its end. */
export function defectsOf({ cells, line, skipped }: Table): Defect[] {
  const padded = cells.filter((cell) => cell.trim() !== '' && cell !== cell.trim())
  const titles = padded.map((title) => `«${title.trim()}»`).join(', ')
  const action = `encabezados con espacios sobrantes, que no cuentan: ${titles}`
  return [
    ...(padded.length > 0 ? [{ rule: 'PADDED_TITLE', rows: 1, lines: [line], action }] : []),
    ...SKIPPED.filter(([kind]) => skipped[kind] > 0).map(([kind, rule, what]) => ({
      ...{ rule, rows: skipped[kind], lines: skipped.lines[kind], action: what },
    })),
  ]
}

export const LINES_TOLD = 10

/** As the rules of a feed tell theirs: `2 renglones: sin nada escrito: no es registro y no se cuenta (9, 10).` */
export function noticeOf({ rows, lines, action }: Defect): string {
  const told = lines.slice(0, LINES_TOLD).join(', ')
  return `${counted(rows, 'renglón', 'renglones')}: ${action} (${told}${rows > LINES_TOLD ? '…' : ''}).`
}
