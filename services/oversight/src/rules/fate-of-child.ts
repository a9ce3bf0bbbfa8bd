/**
 * What became of a child, as far as the registry knows: the first of these that holds.
 *
 * RETURNED  an authority returned the child after it was first found, or on that day at an hour that nobody tells (assisted return,
 *           deportation, rejection at the border, expulsion), and nobody has found the child again on a later local day.
 * LEFT      a stay or a file ended because the child was out of sight, and nothing known of the child has begun since.
 * WAITING   the child is lodged or held somewhere, or a Procuraduría has an open file.
 * UNKNOWN   none of these: nobody has written down what became of the child.
 *
 * The order is a default of Vigía, and so is the later day (`cameBackFrom`). oversight.refresh says the same in SQL; a property test holds the two equal.
 */
import { type ExitType, isGoneOutOfSight } from '@vigia/law/closures'
import type { Fate } from '@vigia/law/fates'
import { atTheLatest, localDateOf } from '@vigia/law/mexican-time'
import { type ClosingReason, hasLeft } from '@vigia/law/protection-cases'
import { isReturn, type ReturnType } from '@vigia/law/return-types'

export interface KnownOfChild {
  /** Instants as milliseconds. */
  firstDetectedAt: number
  detections: readonly number[]
  stays: readonly { enteredAt: number; leftAt: number | null; exitType: ExitType | null }[]
  cases: readonly { openedAt: number; closedAt: number | null; closingReason: ClosingReason | null }[]
  /** One told without its hour at the beginning of its local day. */
  returns: readonly { departedAt: number; type: ReturnType }[]
}

export function fateOfChild(child: KnownOfChild): Fate {
  if (wasReturned(child)) return 'RETURNED'
  if (hasGone(child)) return 'LEFT'
  if (isWaiting(child)) return 'WAITING'
  return 'UNKNOWN'
}

function wasReturned({ returns, firstDetectedAt, detections }: KnownOfChild): boolean {
  const lastFound = localDateOf(new Date(Math.max(firstDetectedAt, ...detections)))
  return returns.some(({ type, departedAt }) => {
    const departed = new Date(departedAt)
    return isReturn(type) && atTheLatest(departed).getTime() >= firstDetectedAt && localDateOf(departed) >= lastFound
  })
}

function hasGone({ detections, stays, cases }: KnownOfChild): boolean {
  const exits = [
    ...stays.map(({ leftAt, exitType }) => (exitType && isGoneOutOfSight(exitType) ? leftAt : null)),
    ...cases.map(({ closedAt, closingReason }) => (closingReason && hasLeft(closingReason) ? closedAt : null)),
  ].filter((at) => at !== null)
  const begun = [...detections, ...stays.map(({ enteredAt }) => enteredAt), ...cases.map(({ openedAt }) => openedAt)]
  return exits.length > 0 && Math.max(...exits) >= Math.max(...begun)
}

function isWaiting({ stays, cases }: KnownOfChild): boolean {
  return stays.some(({ leftAt }) => leftAt === null) || cases.some(({ closedAt }) => closedAt === null)
}
