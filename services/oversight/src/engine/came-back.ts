/** What was done for a child before a return from which it came back was done for that time in Mexico, and not for this. */
import { forbidsReturn } from '@vigia/law/asylum'
import { cameBackFrom } from '@vigia/law/determinations'
import { isReturn } from '@vigia/law/return-types'
import { type ChildPicture, type Detection, latest } from './child.ts'
import type { Ending } from './course.ts'

/** The last return from which the child had come back when it was found; null where it had not left, or not come back. */
export function returnBefore(found: Detection | null, { returns, detections }: ChildPicture): Ending | null {
  if (!found) return null
  const departures = returns.filter(({ returnType }) => isReturn(returnType))
  const instants = (facts: readonly { at: Date }[]) => facts.map(({ at }) => at)
  const left = cameBackFrom(found.at, instants(departures), instants(detections))
  const gone = left && latest(departures.filter(({ at }) => at.getTime() === left.getTime()))
  return gone && { fact: 'executed_return', id: gone.id, at: gone.at }
}

/** Whether it is of the time since that return. */
export function isOfThisTime({ at }: { readonly at: Date }, gone: Ending | null): boolean {
  return gone === null || at > gone.at
}

/** Whether a claim shows that COMAR knows of a need that is seen now: one that stands, or that was filed since that return. */
export function showsThatComarKnows(gone: Ending | null): (claim: ChildPicture['claims'][number]) => boolean {
  return (claim) => isOfThisTime(claim, gone) || forbidsReturn(claim.status)
}
