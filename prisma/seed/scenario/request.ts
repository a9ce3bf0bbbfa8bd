/** When the public prosecutor was asked for an urgent measure, as DIF's newest software tells: within the 3 hours of the law, or not. Ours. */
import { HOUR } from '../calendar.ts'
import type { Context } from './context.ts'
import type { Measure, Stay } from './facts.ts'
import { DIF_TELLS_OF_KEEPING_SINCE } from './keep.ts'

/**
 * Of every six that are told of one is decreed too late, and one is not yet where the child is still there: so many at any scale. What
 * the Procuraduría orders itself nobody is asked for.
 */
export function requested(
  { random, serials, ledger }: Context,
  measure: Measure,
  { enteredAt, leftAt }: Pick<Stay, 'enteredAt' | 'leftAt'>,
): Measure {
  const { at, authority, number } = measure
  if (at === null || authority !== 'PUBLIC_PROSECUTOR' || enteredAt < DIF_TELLS_OF_KEEPING_SINCE) return measure
  const chance = random('request')
  const [inTime, late] = [chance.between(15, 170), chance.between(4 * HOUR, 9 * HOUR)]
  const nth = serials.next('requests that are told of') % 6
  const isOpen = nth === 4 && leftAt === null
  if (nth !== 1 && !isOpen) return { ...measure, requestedAt: at - inTime }
  ledger.planted.lateDecrees.push(number)
  return { ...measure, requestedAt: at - late, ...(isOpen ? { at: null, authority: null, ratifiedAt: null } : {}) }
}
