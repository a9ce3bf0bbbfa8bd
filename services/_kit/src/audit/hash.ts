/** The hash of a link from the one before it, in each form in which a registry has ever made one. */
import { createHash } from 'node:crypto'
import { bytesOf, int8 } from './bytes.ts'
import { type Linked, part, wordsOf } from './words.ts'

/** Null for a form that no registry has. */
export function hashOf(former: Buffer, entry: Linked): Buffer | null {
  const hash = createHash('sha256').update(former)
  switch (entry.form) {
    case 1:
      return hash.update(wordsOf(entry)).digest()
    case 2:
      return hash.update(int8(entry.seq)).update(bytesOf(entry)).digest()
    default:
      return null
  }
}

/** What the first link stands on. */
export function startOf(registry: string, service: string): Buffer {
  return createHash('sha256')
    .update(`${part(registry)}${part(service)}`)
    .digest()
}
