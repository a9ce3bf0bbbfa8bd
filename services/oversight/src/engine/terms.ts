/** By which threshold a step is reached, where others were set in its place over time. */
import type { AlertSeverity } from '@vigia/law/alert-kinds'
import type { Threshold } from '@vigia/law/alert-thresholds'
import type { Basis } from '@vigia/law/legal-basis'
import type { ClosedDays } from '@vigia/law/working-days'

export interface Step {
  readonly severity: AlertSeverity
  readonly at: Date
  /** What the term rests on by which it was reached. */
  readonly basis: Basis
  /** Where the authority had suspended its work within the term: when it would have been reached otherwise, and those days. */
  readonly suspended?: { readonly unless: Date; readonly closed: ClosedDays }
}

/** A threshold of a kind while it was in force: what was set in its place is another term of the same step. */
export interface Term extends Threshold {
  /** Which step of its kind; not given where there is one term of each. */
  readonly step?: number
  /** From when on, and before when; not given: since ever, for ever. */
  readonly from?: Date
  readonly until?: Date
  /** Of a term of working days: the days on which the authority by whose calendar it runs has suspended its work. */
  readonly closed?: ClosedDays | undefined
}

/**
 * The steps of terms that are passed at an instant, each once: by the term in force then. What another term had passed before it came into
 * force is reached when it does, and what was reached stays so, whatever was set later: no change says anything of the time before it.
 */
export function reachedBy(terms: readonly Term[], passed: (term: Term) => Date | null): Step[] {
  const first = new Map<number | Term, Step>()
  for (const term of terms) {
    const at = passed(term)
    const reached = at && whileInForce(at, term)
    const known = first.get(term.step ?? term)
    if (!reached || (known && known.at <= reached)) continue
    const { severity, basis, closed } = term
    const unless = closed && passed({ ...term, closed: undefined })
    const suspended = unless && unless < at && { suspended: { unless, closed } }
    first.set(term.step ?? term, { severity, at: reached, basis, ...suspended })
  }
  return [...first.values()]
}

function whileInForce(at: Date, { from, until }: Term): Date | null {
  const reached = from && at < from ? from : at
  return until && reached >= until ? null : reached
}

/** Those in force at an instant. */
export function inForceOn(at: Date, terms: readonly Term[]): Term[] {
  return terms.filter(({ from, until }) => (!from || from <= at) && (!until || at < until))
}
