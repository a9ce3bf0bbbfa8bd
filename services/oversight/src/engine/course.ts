/**
 * The course of an alert: from the instant at which its clock begins, the steps by which it grows graver, and the fact that
 * ends it. A rule gives courses and knows no clock; what is true now is read off a course, and so is when to look again.
 */
import { type AlertSeverity, rankOf } from '@vigia/law/alert-kinds'
import type { Threshold } from '@vigia/law/alert-thresholds'
import { nameOfBasis } from '@vigia/law/bases'
import { addHours } from '@vigia/law/durations'
import { addDays, dayNumberOf } from '@vigia/law/local-dates'
import { instantOf, localDateOf } from '@vigia/law/mexican-time'
import { isBinding } from '@vigia/law/threshold-changes'
import { addWorkingDays } from '@vigia/law/working-days'
import { reachedBy, type Step, type Term } from './terms.ts'

/** A fact that ends an alert: which, and when it happened. */
export interface Ending {
  readonly fact: string
  readonly id: string
  readonly at: Date
}

/** A fact that shows that an alert does not hold; null where nobody tells since when. */
export type Proof = Omit<Ending, 'at'> & { readonly at: Date | null }

export interface Course {
  /** Of which fact: a child has an alert of a kind for each detection, stay or return that gives rise to one. */
  readonly subject: string
  readonly state: string
  readonly facilityId?: string
  /** When the clock began. */
  readonly since: Date
  readonly steps: readonly Step[]
  readonly ending: Ending | null
  /** What shows that it does not hold, where it has not begun: the last file of an office, the last exit of a place. */
  readonly proof?: Proof | null
  /** What would show whether it still holds is not told: it stays as it is. */
  readonly isHeld?: boolean
  /** When it ends by time alone nobody tells any more whether it does: from then on it stays as it is. */
  readonly endsUntold?: boolean
}

/** How grave it is, since when, and on what that rests. */
export interface Standing {
  readonly severity: AlertSeverity
  readonly reachedAt: Date
  readonly restsOn: string
}

/** When each clock began: of the duty, of an act in spite of it, of a request. One that did not begin is null, or not given. */
interface Clocks {
  readonly since?: Date
  readonly act?: Date | null
  readonly request?: Date | null
}

/** What is no clock of a step passes at no instant. */
const CLOCK: Readonly<Record<Threshold['since'], keyof Clocks | null>> = {
  ...{ DUTY: 'since', ACT: 'act', REQUEST: 'request' },
  ...{ FEWEST: null, SILENCE: null },
}

/** When each threshold is passed whose clock has begun. */
export function climb(clocks: Clocks, terms: readonly Term[]): Step[] {
  return reachedBy(terms, (term) => {
    const clock = CLOCK[term.since]
    const from = clock && clocks[clock]
    return from ? passedAt(from, term) : null
  })
}

/** Days end with the day of Mexico City: a term of working days is over when its last day has wholly passed. */
function passedAt(from: Date, { amount, unit, closed }: Term): Date | null {
  switch (unit) {
    case 'HOURS':
      return addHours(from, amount)
    case 'DAYS':
      return addHours(from, 24 * amount)
    case 'WORKING_DAYS':
      return instantOf(addDays(addWorkingDays(localDateOf(from), amount, closed), 1))
    case 'DAYS_BEFORE':
      return instantOf(addDays(localDateOf(from), -amount))
    case 'HOURS_WITHIN':
    case 'PERCENT':
    case 'CHILDREN':
      return null
  }
}

/** How the alert stands at `now`: null before its first step, and once it has ended. */
export function standingAt({ steps, ending }: Course, now: Date): Standing | null {
  if (ending && ending.at <= now) return null
  return standingOf(steps.filter(({ at }) => at <= now))
}

/** How it stood when it ended, where it was raised before: what a late file tells of is written down all the same. */
export function standingAtItsEnd({ steps, ending }: Course, now: Date): Standing | null {
  if (!ending || ending.at > now) return null
  return standingOf(steps.filter(({ at }) => at < ending.at))
}

/** When time alone changes how it stands; null when it never will. */
export function nextChange({ steps, ending }: Course, now: Date): Date | null {
  if (ending && ending.at <= now) return null
  const ahead = [...steps.map(({ at }) => at), ...(ending ? [ending.at] : [])].filter((at) => at > now)
  return ahead.length === 0 ? null : new Date(Math.min(...ahead.map((at) => at.getTime())))
}

/** The suspension of work but for which it would stand by now: it shows that what was raised before that was told does not hold. */
export function suspensionIn({ since, steps }: Course, now: Date): Proof | null {
  const step = steps.find(({ suspended }) => suspended && suspended.unless <= now)
  if (!step?.suspended) return null
  const [first, last] = [since, step.at].map((at) => dayNumberOf(localDateOf(at)))
  const within = [...step.suspended.closed].filter(([day]) => day > (first ?? day) && day < (last ?? day))
  const [, id] = within.at(-1) ?? []
  return id === undefined ? null : { fact: 'work_suspension', id, at: null }
}

function standingOf(reached: readonly Step[]): Standing | null {
  const [first] = reached
  if (!first) return null
  const gravest = reached.reduce((a, b) => (rankOf(b.severity) > rankOf(a.severity) ? b : a), first)
  const same = reached.filter(({ severity }) => severity === gravest.severity)
  const latest = Math.max(...same.map(({ at }) => at.getTime()))
  const last = same.filter(({ at }) => at.getTime() === latest)
  // Where a statute and a default say so of one moment, it rests on the statute.
  const { basis } = last.find(isBinding) ?? last[0] ?? gravest
  return { severity: gravest.severity, reachedAt: new Date(latest), restsOn: nameOfBasis(basis) }
}
