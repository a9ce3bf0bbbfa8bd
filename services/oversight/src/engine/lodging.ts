/** How long a child is lodged under the measure of a stay: wherever it is handed on, until it leaves or is found again. */
import { isHandOver } from '@vigia/law/closures'
import { type ChildPicture, departure, earliest, endOfStay, leftMexico, type Stay } from './child.ts'
import type { Ending } from './course.ts'

/** Null while it goes on, and where nobody has told of the place to which it was handed on, nor how the last stay ended. */
export function endOfLodging(stay: Stay, child: ChildPicture): Ending | null {
  const { leftAt, exitType } = stay
  if (leftAt === null) return leftMexico(child)
  const isFoundSince = child.detections.some(({ at }) => at > leftAt)
  // Of several of one instant, as of a stay that ended as it began, the next by id: each is looked at once.
  const next = earliest(child.stays.filter(({ id, at }) => at >= leftAt && (at > stay.at || id > stay.id)))
  const mayGoOn = exitType === null || isHandOver(exitType)
  if (!mayGoOn) return endOfStay(stay)
  if (next && !child.detections.some(({ at }) => at > leftAt && at <= next.at)) return endOfLodging(next, child)
  return isFoundSince ? endOfStay(stay) : departure(child)
}
