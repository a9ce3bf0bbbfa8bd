/**
 * What becomes of the children whom the twin's files, or an earlier run, left where they were: those held are handed over or
 * returned, some of those waiting get a case, some cases a determination. The registry says who they are; who is moved, and when,
 * is drawn here, over hours and days, so that what is held neither grows old together nor vanishes at once.
 */
import type { StateCode } from '@vigia/law/states'
import { DAY, HOUR, type Minute } from '../calendar.ts'
import { SILENT_SINCE } from '../files/periods.ts'
import type { Place } from '../places/facility.ts'
import type { Random } from '../random.ts'
import type { Context } from '../scenario/context.ts'
import { localMinute } from './clock.ts'
import { type Path, pathOf, type Step } from './path.ts'
import { decide, giveBack, handOver, openCase, type Subject, stayOf } from './steps.ts'

/** A child as the registry knows the child. */
export interface LeftBehind {
  readonly acta: string
  /** Of the case without determination, else of the last detection. */
  readonly state: StateCode
  readonly isAlone: boolean
  readonly nationality: string
  readonly language: string | null
  readonly noticeAt: Date | null
  /** Where INM holds the child; null where it does not. */
  readonly held: { readonly place: Pick<Place, 'key' | 'name' | 'type' | 'state'>; readonly enteredAt: Date } | null
  /** Of a case without determination. */
  readonly folio: string | null
  readonly hasCase: boolean
}

/** So far apart do cases come to those who wait, and determinations to those who have a case. Ours. */
const A_CASE_EVERY: Minute = 20
const A_DECISION_EVERY: Minute = 35

const RETURNED_WHERE_HELD = 0.16
const WITH_CASE = 0.35

/** As in life: hours and days. */
const PACE = 40

export function pathsOfLeftBehind(context: Context, left: readonly LeftBehind[], now: Minute): Path[] {
  const chance = context.random('left behind')
  const known = left.filter(({ state }) => SILENT_SINCE[state] === undefined)
  const held = left.filter((child) => child.held !== null)
  const waiting = known.filter((child) => child.held === null && !child.hasCase && child.noticeAt !== null)
  const undecided = known.filter((child) => child.held === null && child.folio !== null)
  return [
    ...held.map((child) => ofHeld(context, child, now)),
    ...inTurn(chance, waiting, now, A_CASE_EVERY).map(([child, at]) => {
      const subject = subjectOf(child)
      return pathOf(child.acta, openCase(context, subject, at, null))
    }),
    ...inTurn(chance, undecided, now, A_DECISION_EVERY).map(([child, decidedAt]) =>
      pathOf(child.acta, [
        decide(context, subjectOf(child), { folio: child.folio ?? '', decidedAt, isPermitted: false }),
      ]),
    ),
  ]
}

/** One after the other, about so far apart. */
function inTurn<Child>(chance: Random, children: readonly Child[], now: Minute, apart: Minute): [Child, Minute][] {
  let at = now
  return children.map((child) => {
    at += 1 + chance.below(2 * apart)
    return [child, at]
  })
}

function ofHeld(context: Context, child: LeftBehind, now: Minute): Path {
  const chance = context.random('left behind')
  const subject = subjectOf(child)
  const lodged = lodgedOf(child)
  const handedOver = now + 1 + stillHeld(chance, now - lodged.enteredAt)
  const isReturned = chance.chance(RETURNED_WHERE_HELD)
  const steps: Step[] = isReturned
    ? [
        { at: handedOver, tell: (at) => ({ ...stayOf(subject, lodged), leftAt: at, exit: 'RETURN' }) },
        giveBack(context, subject, handedOver),
      ]
    : handOver(context, subject, { ...lodged, handedOver, leaves: null })
  const mayOpen = subject.noticeAt !== null && !child.hasCase && SILENT_SINCE[child.state] === undefined
  if (mayOpen && chance.chance(WITH_CASE)) {
    const openedAt = now + 5 + Math.round(chance.logNormal(9 * HOUR, 0.9))
    steps.push(...openCase(context, subject, openedAt, isReturned ? handedOver : null))
  }
  return pathOf(child.acta, steps)
}

/** Whoever has been held for longer is held for longer still, but for nobody does it go on beyond three days. */
function stillHeld(chance: Random, so: Minute): Minute {
  const median = so < 3 * HOUR ? 2 * HOUR : so < DAY ? 6 * HOUR : 9 * HOUR
  return Math.min(3 * DAY, Math.round(chance.logNormal(median, 0.9)))
}

function lodgedOf({ held, state }: LeftBehind): { place: Place; enteredAt: Minute } {
  if (!held) throw new Error('A child who is not held has no place')
  const { key } = held.place
  const place: Place = {
    ...{
      town: '',
      operator: null,
      capacity: null,
      registry: 'UNKNOWN',
      lifecycle: 'ACKNOWLEDGED',
      openedOn: null,
      closedOn: null,
    },
    ...held.place,
    state: held.place.state ?? state,
    // INM names the places of its own list by their key, any other by name.
    listedBy: key?.startsWith('INM-') ? 'INM' : null,
  }
  return { place, enteredAt: localMinute(held.enteredAt) }
}

function subjectOf({ acta, state, isAlone, nationality, language, noticeAt }: LeftBehind): Subject {
  const told = noticeAt === null ? null : localMinute(noticeAt)
  return { acta, state, isAlone, nationality, language: language ?? 'Español', noticeAt: told, pace: PACE }
}
