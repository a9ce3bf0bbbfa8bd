/**
 * Whether a child was returned with a best-interests determination that permits it. `returns.standing_of` in SQL says the same.
 *
 * Law     LGDNNA art. 97, Ley de Migración arts. 20 IV, 74, 112 III: no return without a determination by a Procuraduría,
 *         made before, that permits it.
 * Policy  What counts is the instant of the determination, not the day on which it was learned of: a late file mends or
 *         breaks a standing. The latest determination of a Procuraduría before departure speaks. Of one that was sent
 *         without an hour it is not known that it was made before anything else of that day: it stands at the end of its
 *         local day, a departure without an hour at the beginning of its own. Two of one instant are not one before the
 *         other. Defaults of Vigía: whoever returns a child has to show that the determination came first.
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

/** The standing of a departure against the determinations of that child. */
export function standingOfReturn(departedAt: Date, determinations: readonly Determination[]): Standing {
  const before = determinations.filter(({ decidedAt }) => decidedAt < departedAt)
  const ofOffice = determinationThatSpeaks(departedAt, determinations)
  if (ofOffice) return permitsReturn(ofOffice.outcome) ? 'VALID' : 'DETERMINATION_SAYS_OTHERWISE'
  if (before.some(({ outcome }) => permitsReturn(outcome))) return 'DETERMINED_BY_WRONG_AUTHORITY'
  if (before.length > 0) return 'DETERMINATION_SAYS_OTHERWISE'
  return determinations.length > 0 ? 'DETERMINED_AFTER_DEPARTURE' : 'NO_DETERMINATION'
}

/** Of those of a Procuraduría before that instant, the latest. */
export function determinationThatSpeaks<Made extends Determination>(
  at: Date,
  determinations: readonly Made[],
): Made | undefined {
  const before = determinations.filter(
    ({ decidedAt, authority }) => decidedAt < at && mayDetermineBestInterests(authority),
  )
  return before.toSorted((a, b) => b.decidedAt.getTime() - a.decidedAt.getTime() || (a.id < b.id ? 1 : -1))[0]
}
