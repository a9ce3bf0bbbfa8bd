/** By which of its numbers a row names a child: the acta mostly, often the NUE as well, sometimes only one of the others. */
import type { Random } from '../random.ts'
import type { Found } from './found.ts'
import type { Ref } from './ref.ts'

export function refOf(chance: Random, { acta, person: { nue, curp } }: Pick<Found, 'acta' | 'person'>): Ref {
  const draw = chance.next()
  if (nue !== null && draw < 0.25) return { acta: null, nue, curp: null }
  if (curp !== null && draw < 0.5) return { acta: null, nue: null, curp }
  if (draw < 0.8) return { acta, nue: null, curp: null }
  return { acta, nue, curp }
}
