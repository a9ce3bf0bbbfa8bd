/** How a file is written: RFC 4180 with commas, UTF-8 with its mark, so that a spreadsheet in Spanish opens it as it is. */
import { CODE_LISTS } from '@vigia/law/code-lists'
import { localDateOf } from '@vigia/law/mexican-time'
import { isNotTold, wordsFor } from './acts-of-others.ts'
import type { Column, Language } from './columns.ts'
import { SMALLEST_TOLD } from './withheld.ts'

export const BYTE_ORDER_MARK = '\uFEFF'

const YES_NO = { es: ['SÍ', 'NO'], en: ['YES', 'NO'] } as const
/** What nobody knows is an empty cell, and never a 0; what is not told of an act of others says whose it is. */
export function written(value: unknown, { form, codes }: Column, language: Language): string | number {
  if (value === null || value === undefined) return ''
  if (isNotTold(value)) return wordsFor(value, language)
  switch (form) {
    case 'number':
      return Number(value)
    case 'small':
      return Number(value) > 0 && Number(value) < SMALLEST_TOLD ? `<${SMALLEST_TOLD}` : Number(value)
    case 'day':
      return String(value).includes('T') ? localDateOf(new Date(String(value))) : String(value)
    case 'yes-no':
      return YES_NO[language][value === true ? 0 : 1]
    case 'code':
      return codes === null
        ? String(value)
        : several(value)
            .map((one) => wordFor(codes, one, language))
            .join(' | ')
    default:
      return several(value).join(' | ')
  }
}

const several = (value: unknown): string[] => (Array.isArray(value) ? value : [value]).map(String)

function wordFor(list: NonNullable<Column['codes']>, code: string, language: Language): string {
  const { codes } = CODE_LISTS[list] as { codes: Readonly<Record<string, { es: string; en: string }>> }
  return Object.hasOwn(codes, code) ? (codes[code]?.[language] ?? code) : code
}

export const lineOf = (cells: readonly (string | number)[]): string => `${cells.map(cellOf).join(',')}\r\n`

/** A text that a spreadsheet would take for a formula is marked as a text (row 37). A number is one, and may be negative. */
function cellOf(value: string | number): string {
  if (typeof value === 'number') return String(value)
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
