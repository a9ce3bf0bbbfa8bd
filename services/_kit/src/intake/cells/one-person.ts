/** Two rows of one file that name one event, and two persons: the second would take the place of the first, and a child would be gone. */
import { looseKey } from '@vigia/law/code-list'
import { NO_GIVEN_NAMES } from './texts.ts'

/** Columns by their names: the number of the event, and what is another of another person. The title is that of the number. */
export type OfOnePerson = { number: string; title: string; person: readonly string[] }

/** A bound on memory. Rows further from one another are a correction, as those of two files are. */
const ROWS_KEPT = 20_000

type Cell = (name: string) => string | null
type WrongCell = { column: string; reason: string }
type Met = { line: number; told: (string | null)[] }

/** For one file: what is wrong with a row beside those before it, or nothing to copy. */
export function ofOnePerson({ number, title, person }: OfOnePerson): (cell: Cell, line: number) => WrongCell | '' {
  const met = new Map<string, Met>()
  return (cell, line) => {
    const key = cell(number)
    if (key === null) return ''
    const told = person.map(cell)
    const first = met.get(key)
    if (first) return isOfAnother(first.told, told) ? { column: title, reason: reasonOf(first) } : ''
    if (met.size >= ROWS_KEPT) met.clear()
    met.set(key, { line, told })
    return ''
  }
}

/** That nobody knows a name or a sex makes it nobody else's. */
const UNTOLD: ReadonlySet<string | null> = new Set([null, NO_GIVEN_NAMES, 'UNSPECIFIED'])

const isOfAnother = (one: Met['told'], other: Met['told']): boolean =>
  one.some((text, at) => {
    const second = other[at] ?? null
    return !UNTOLD.has(text) && !UNTOLD.has(second) && looseKey(text ?? '') !== looseKey(second ?? '')
  })

const reasonOf = ({ line }: Met) =>
  `El mismo número está en el renglón ${line} con otra persona (otro nombre, sexo o fecha de nacimiento), y es de una sola: ` +
  'dé a cada quien el suyo o, si uno corrige al otro, deje solo el correcto.'
