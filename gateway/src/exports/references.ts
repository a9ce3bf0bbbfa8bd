/**
 * What stands for a child in a file: a reference of that file alone. Its key is forgotten with the file, so that nobody joins two
 * files, nor a file and the registry; and one of them stands for nobody, and is kept, so that a file that was found says whose it was.
 */
import { createHmac, createSecretKey, randomBytes, randomInt } from 'node:crypto'

/** Read aloud without a doubt: no I, L, O and U. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const LENGTH = 12

export const newDecoy = (): string => formOf(randomBytes(LENGTH))

export function referencesOfOneFile(): (child: string) => string {
  const key = createSecretKey(randomBytes(32))
  return (child) => formOf(createHmac('sha256', key).update(child).digest())
}

/** 60 bits, as 7K3M-9QXV-2TBA. */
function formOf(bytes: Buffer): string {
  const letters = Array.from(bytes.subarray(0, LENGTH), (byte) => LETTERS[byte % LETTERS.length]).join('')
  return letters.replace(/(.{4})(?=.)/g, '$1-')
}

export type Cells = readonly (string | number)[]

/**
 * The first page with one row more. It is one of the rows, of a child that has no other here where there is one: a cell hangs on the next, as
 * a reason on the day of a closing, and what no row of a child could say would tell which row is nobody's. What hangs on nothing, as the
 * sex, is that of any row. It lies before or behind the row that it is like, and never among rows of one child. An empty page stays empty.
 */
export function withDecoy(rows: readonly Cells[], decoy: string, isFree: readonly boolean[]): Cells[] {
  const at = oneOf(modelsIn(rows))
  const like = at === undefined ? undefined : rows[at]
  if (at === undefined || !like) return []
  const mixed = like.map((cell, column) => (isFree[column] ? (rows[randomInt(rows.length)]?.[column] ?? cell) : cell))
  return rows.toSpliced(randomInt(2) === 0 ? firstOf(rows, at) : lastOf(rows, at) + 1, 0, [decoy, ...mixed.slice(1)])
}

/** A child of several rows is somebody. Where no row is of a child, as of alerts about a state alone, any will do. */
function modelsIn(rows: readonly Cells[]): number[] {
  const times = new Map<Cells[number] | undefined, number>()
  for (const [reference] of rows) times.set(reference, (times.get(reference) ?? 0) + 1)
  const places = [...rows.keys()]
  const ofSomebody = places.filter((at) => rows[at]?.[0] !== '')
  const alone = ofSomebody.filter((at) => times.get(rows[at]?.[0]) === 1)
  return [alone, ofSomebody, places].find((some) => some.length > 0) ?? []
}

const oneOf = (places: readonly number[]) => (places.length === 0 ? undefined : places[randomInt(places.length)])

const isOfTheSame = (rows: readonly Cells[], one: number, other: number): boolean =>
  rows[one]?.[0] !== '' && rows[one]?.[0] === rows[other]?.[0]

/** Where the rows of that child begin that stand together with this one, and where they end. */
const firstOf = (rows: readonly Cells[], at: number): number =>
  isOfTheSame(rows, at, at - 1) ? firstOf(rows, at - 1) : at
const lastOf = (rows: readonly Cells[], at: number): number =>
  isOfTheSame(rows, at, at + 1) ? lastOf(rows, at + 1) : at
