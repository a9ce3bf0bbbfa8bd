/** Judges one child, place or state by all its rules at an instant: what is open, what has ended by which fact, when to look again. Pure. */
import type { AlertKind } from '@vigia/law/alert-kinds'
import { addDays } from '@vigia/law/local-dates'
import { instantOf, localDateOf } from '@vigia/law/mexican-time'
import {
  type Course,
  type Ending,
  nextChange,
  type Proof,
  type Standing,
  standingAt,
  standingAtItsEnd,
  suspensionIn,
} from './course.ts'
import type { Term } from './terms.ts'

/** What is said of one alert: which, and where. */
export interface Found extends Standing {
  readonly kind: AlertKind
  readonly subject: string
  readonly state: string
  readonly facilityId: string | null
  readonly since: Date
}

export interface Judgement {
  /** True now. */
  readonly open: readonly Found[]
  /** Not true now, and the fact that shows it. */
  readonly over: readonly { kind: AlertKind; subject: string; ending: Proof }[]
  /** Raised and over before the registry heard of either: written down all the same. */
  readonly late: readonly (Found & { ending: Ending })[]
  /** Nobody tells whether it still holds: stays as it is. */
  readonly held: readonly { kind: AlertKind; subject: string }[]
  /** When time alone changes any of it; null when it never will. */
  readonly next: Date | null
}

export interface Judged<Picture> {
  readonly kind: AlertKind
  readonly courses: (picture: Picture, thresholds: readonly Term[]) => Course[]
}

/** The thresholds of a kind, each with its terms: of the nation, and of each state for which others were set. */
export interface InForce {
  readonly nation: (kind: AlertKind) => readonly Term[]
  readonly states: (kind: AlertKind) => ReadonlyMap<string, readonly Term[]>
}

/** A file that tells of what ended longer ago than this is history, and raises nothing any more. A default of Vigía. */
const LATE_IN_DAYS = 30

export function judge<Picture extends object>(
  rules: readonly Judged<Picture>[],
  picture: Picture,
  inForce: InForce,
  now: Date,
): Judgement {
  const oldest = instantOf(addDays(localDateOf(now), -LATE_IN_DAYS))
  const named = statesIn(picture)
  const courses = rules.flatMap((rule) =>
    coursesOf(rule, picture, inForce, named).map((course) => ({ ...course, kind: rule.kind })),
  )
  const [open, over, late, held, changes]: [
    Found[],
    Judgement['over'][number][],
    Judgement['late'][number][],
    Judgement['held'][number][],
    Date[],
  ] = [[], [], [], [], []]
  for (const course of courses) {
    const { kind, subject, state, facilityId = null, since, ending, proof } = course
    const next = nextChange(course, now)
    if (next) changes.push(next)
    if (course.isHeld || (course.endsUntold && ending && ending.at <= now)) {
      held.push({ kind, subject })
      continue
    }
    const standing = standingAt(course, now)
    if (standing) {
      open.push({ kind, subject, state, facilityId, since, ...standing })
      continue
    }
    const by = ending && ending.at <= now ? ending : (proof ?? suspensionIn(course, now))
    if (by) over.push({ kind, subject, ending: by })
    const former = ending && ending.at > oldest ? standingAtItsEnd(course, now) : null
    if (former && ending) late.push({ kind, subject, state, facilityId, since, ...former, ending })
  }
  const next = changes.length === 0 ? null : new Date(Math.min(...changes.map((at) => at.getTime())))
  return { open, over, late, held, next }
}

/** What holds in a state of its own is judged by that, wherever else the child was. Of states that nothing tells of nothing is found. */
function coursesOf<Picture>(
  { kind, courses }: Judged<Picture>,
  picture: Picture,
  inForce: InForce,
  named: ReadonlySet<unknown>,
): Course[] {
  const ofStates = inForce.states(kind)
  const found = courses(picture, inForce.nation(kind))
  if (ofStates.size === 0) return found
  const concerned = new Set([...named, ...found.map(({ state }) => state)])
  return [
    ...found.filter(({ state }) => !ofStates.has(state)),
    ...[...ofStates].flatMap(([code, thresholds]) =>
      concerned.has(code) ? courses(picture, thresholds).filter(({ state }) => state === code) : [],
    ),
  ]
}

/** The states that a picture names, of itself or of anything in its lists. */
function statesIn(picture: object): ReadonlySet<unknown> {
  return new Set([picture, ...Object.values(picture).flat()].map((part) => (part as { state?: unknown } | null)?.state))
}
