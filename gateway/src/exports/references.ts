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
 * The first page with one row more, behind one that has a reference: days and numbers are those of the row before it, so that it lies
 * where it belongs; words are those of any row. An empty page stays empty.
 */
export function withDecoy(rows: readonly Cells[], decoy: string, isWord: readonly boolean[]): Cells[] {
  const ofSomebody = rows.flatMap(([reference], at) => (reference === '' ? [] : [at]))
  const places = ofSomebody.length > 0 ? ofSomebody : [...rows.keys()]
  const at = places.length === 0 ? 0 : (places[randomInt(places.length)] ?? 0)
  const like = rows[at]
  if (!like) return []
  const mixed = like.map((cell, column) => (isWord[column] ? (rows[randomInt(rows.length)]?.[column] ?? cell) : cell))
  return rows.toSpliced(at + 1, 0, [decoy, ...mixed.slice(1)])
}
