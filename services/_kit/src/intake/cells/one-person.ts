/** Two rows of one file that name one event, and two persons: the second would take the place of the first, and a child would be gone. */
import { looseKey } from '@vigia/law/code-list'
import { besideRowsBefore } from './rows-before.ts'
import { NO_GIVEN_NAMES } from './texts.ts'

/** Columns by their names: the number of the event, and three that are others of another person. The title is that of the number. */
export type OfOnePerson = { number: string; title: string; person: readonly [string, string, string] }

type Cell = (name: string) => string | null
type WrongCell = { column: string; reason: string }

/** That nobody knows a name or a sex makes it nobody else's. */
const UNTOLD: ReadonlySet<string | null> = new Set([null, NO_GIVEN_NAMES, 'UNSPECIFIED'])

const REASON =
  'El mismo número está en un renglón anterior con otra persona (otro nombre, sexo o fecha de nacimiento), y es de una sola: ' +
  'dé a cada quien el suyo o, si uno corrige al otro, deje solo el correcto.'

/** For one file: what is wrong with a row beside those before it, or nothing to copy. */
export function ofOnePerson({ number, title, person }: OfOnePerson): (cell: Cell) => WrongCell | '' {
  const isOfAnother = besideRowsBefore(areTwo)
  return (cell) => {
    const key = cell(number)
    if (key === null) return ''
    const told = (digest(cell(person[0])) << (2 * BITS)) | (digest(cell(person[1])) << BITS) | digest(cell(person[2]))
    return isOfAnother(key, told) ? { column: title, reason: REASON } : ''
  }
}

/** Of each cell so much is kept that two of a thousand look alike. */
const BITS = 10
const MOST = (1 << BITS) - 1

/** From 1 on; 0 where nothing is told. */
function digest(text: string | null): number {
  if (text === null || UNTOLD.has(text)) return 0
  const key = looseKey(text)
  let sum = 0
  for (let at = 0; at < key.length; at++) sum = (Math.imul(sum, 31) + key.charCodeAt(at)) | 0
  return 1 + (Math.abs(sum) % MOST)
}

function areTwo(one: number, other: number): boolean {
  for (let shift = 0; shift <= 2 * BITS; shift += BITS) {
    const [first, second] = [(one >> shift) & MOST, (other >> shift) & MOST]
    if (first !== 0 && second !== 0 && first !== second) return true
  }
  return false
}
