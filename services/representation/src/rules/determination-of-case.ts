/**
 * Which of its determinations a case file is at.
 *
 * Policy  The latest. Of several of one instant, as those that were sent without an hour, it is not known which came last: one that does
 *         not permit the return, as where a return is judged (standing-of-return.ts of returns). Defaults of Vigía.
 */
import { type DeterminationOutcome, permitsReturn } from '@vigia/law/determinations'

interface Determination {
  readonly decidedAt: Date
  /** A code of the list, as its column has it. */
  readonly outcome: string
}

/** Expects them the latest first; undefined when there are none. */
export function determinationOfCase<Made extends Determination>(latestFirst: readonly Made[]): Made | undefined {
  const [latest] = latestFirst
  const ofOneInstant = latestFirst.filter(({ decidedAt }) => decidedAt.getTime() === latest?.decidedAt.getTime())
  return ofOneInstant.find(({ outcome }) => !permitsReturn(outcome as DeterminationOutcome)) ?? latest
}
