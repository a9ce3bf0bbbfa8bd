/**
 * Whether a child was returned with a best-interests determination that permits it. `returns.standing_of` in SQL says the same.
 *
 * Law     LGDNNA art. 97, Ley de Migración arts. 20 IV, 74, 112 III: no return without a determination by a Procuraduría,
 *         made before, that permits it.
 * Policy  What counts is the instant of the determination, not the day on which it was learned of: a late file mends or
 *         breaks a standing. The latest determination of a Procuraduría before departure speaks. Of one that was sent
 *         without an hour it is not known that it was made before anything else of that day: it stands at the end of its
 *         local day, a departure without an hour at the beginning of its own. Two of one instant are not one before the
 *         other: of determinations, one that does not permit the return speaks. A permission is used up by the return
 *         that it permitted: of a child who came back and was found again, it permits no other return, nor does what it
 *         had replaced speak again (`cameBackFrom`). A refusal stands, for it is not carried out by a return. Defaults
 *         of Vigía: whoever returns a child has to show that the determination came first.
 */
import { type Authority, mayDetermineBestInterests } from '@vigia/law/authorities'
import { type DeterminationOutcome, permitsReturn } from '@vigia/law/determinations'
import type { Standing } from '@vigia/law/standings'

export interface Determination {
  readonly id: string
  /** The end of its local day where it was sent without an hour. */
  readonly decidedAt: Date
  readonly outcome: DeterminationOutcome
  readonly authority: Authority
}

/** The standing of a departure against the determinations of that child, who had come back from an earlier one (`cameBackFrom`). */
export function standingOfReturn(
  departedAt: Date,
  determinations: readonly Determination[],
  cameBackFrom: Date | null,
): Standing {
  const left = notUsedUp(determinations, cameBackFrom)
  const before = left.filter(({ decidedAt }) => decidedAt < departedAt)
  const ofOffice = determinationThatSpeaks(departedAt, left)
  if (ofOffice) return permitsReturn(ofOffice.outcome) ? 'VALID' : 'DETERMINATION_SAYS_OTHERWISE'
  if (before.some(({ outcome }) => permitsReturn(outcome))) return 'DETERMINED_BY_WRONG_AUTHORITY'
  if (before.length > 0) return 'DETERMINATION_SAYS_OTHERWISE'
  const isLate = left.some(({ authority }) => mayDetermineBestInterests(authority))
  return isLate ? 'DETERMINED_AFTER_DEPARTURE' : 'NO_DETERMINATION'
}

/** Without the permissions of before the departure from which the child came back, and what a Procuraduría had replaced by one. */
function notUsedUp(determinations: readonly Determination[], cameBackFrom: Date | null): readonly Determination[] {
  if (!cameBackFrom) return determinations
  const isUsed = ({ outcome, decidedAt }: Determination) => permitsReturn(outcome) && decidedAt < cameBackFrom
  const last = determinationThatSpeaks(cameBackFrom, determinations.filter(isUsed))
  return determinations.filter((one) => !isUsed(one) && !(last && one.decidedAt < last.decidedAt))
}

/** Of those of a Procuraduría before that instant, the latest; of several of one instant, one that does not permit the return. */
export function determinationThatSpeaks<Made extends Determination>(
  at: Date,
  determinations: readonly Made[],
): Made | undefined {
  const before = determinations.filter(
    ({ decidedAt, authority }) => decidedAt < at && mayDetermineBestInterests(authority),
  )
  return before.toSorted(
    (a, b) =>
      b.decidedAt.getTime() - a.decidedAt.getTime() ||
      Number(permitsReturn(a.outcome)) - Number(permitsReturn(b.outcome)) ||
      (a.id < b.id ? 1 : -1),
  )[0]
}
