/** How many persons look after the children of a centre, as the national list tells of most. Ours. */
import type { Place } from '../places/facility.ts'
import type { Context } from './context.ts'

/**
 * More than the law wants (LGDNNA art. 110 III); of every eight centres with children one has too few, whatever their ages: so many at
 * any scale. Null where nobody tells, and for what is no centre.
 */
export function carersOf(
  { random, serials, ledger }: Context,
  { type, key, capacity, listedBy }: Place,
): number | null {
  if (!type.startsWith('CAS') || listedBy !== 'SNDIF' || key === null) return null
  const isTold = random('carers').chance(0.85)
  const children = ledger.openStays.filter(({ place }) => place.key === key).length
  if (!isTold) return null
  const isShort = children > 0 && serials.next('centres whose carers are told of') % 8 === 1
  if (!isShort) return 2 + Math.ceil(Math.max(children / 4, (capacity ?? 0) / 8))
  ledger.planted.shortOfCarers.push(key)
  return Math.ceil(children / 8) - 1
}
