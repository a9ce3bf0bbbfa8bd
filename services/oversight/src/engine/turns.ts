/**
 * What a judgement makes of the open alerts of whoever was judged: what is not open is opened, what has changed is changed, what is open
 * and not true is resolved. What makes an alert graver ends that somebody sees to it, and opens again what somebody closed.
 * An alert is of one state. One that turns out to be of another ends there and is raised here: offices, systems and streams are told by
 * state, and those of either would hear of it at no step; what persons did about it was done by offices of the first. Pure.
 */
import { rankOf } from '@vigia/law/alert-kinds'
import { localDateOf } from '@vigia/law/mexican-time'
import type { Proof } from './course.ts'
import type { Found, Judgement } from './judge.ts'

/** As it stands. */
export interface OpenAlert extends Found {
  readonly id: string
  readonly acknowledgedUntil: Date | null
}

/** Of an alert that goes on; `wasUntil` is until when somebody saw to it. */
interface GoesOn {
  readonly id: string
  readonly wasUntil: Date | null
}

export interface Turns {
  readonly opened: readonly Found[]
  /** What it is from now on; the turn is null where it is no other step, as of one that is merely at another place. */
  readonly changed: readonly (GoesOn & { found: Found; turn: 'ESCALATED' | 'LOWERED' | null })[]
  /** Stays as it is, but that somebody sees to it is over. */
  readonly lapsed: readonly GoesOn[]
  /** The fact is null where what it rested on was corrected or withdrawn. */
  readonly resolved: readonly { id: string; fact: string | null; factId: string | null; endedAt: Date | null }[]
}

interface Judged {
  readonly about: 'CHILD' | 'FACILITY' | 'STATE'
  readonly judgement: Judgement
}

export function turnsOf({ about, judgement }: Judged, alerts: readonly OpenAlert[], now: Date): Turns {
  const { open, held, over } = judgement
  const foundOf = (alert: OpenAlert) => open.find((found) => isSame(found, alert) && found.state === alert.state)
  const untrue = alerts.filter((alert) => !foundOf(alert))
  const isHeld = (alert: OpenAlert) => held.some((one) => isSame(one, alert))
  return {
    opened: open.filter((found) => !alerts.some((alert) => isSame(found, alert) && found.state === alert.state)),
    changed: alerts.flatMap((alert) => {
      const found = foundOf(alert)
      if (!found || !(isOther(found, alert) || isOverBy(alert, now))) return []
      return [{ id: alert.id, wasUntil: alert.acknowledgedUntil, found, turn: turnOf(found, alert) }]
    }),
    lapsed: untrue
      .filter((alert) => isHeld(alert) && isOverBy(alert, now))
      .map(({ id, acknowledgedUntil: wasUntil }) => ({ id, wasUntil })),
    resolved: untrue
      .filter((alert) => !isHeld(alert))
      .map((alert) => {
        const { fact = null, id: factId = null, at: endedAt = null } = endingOf(about, alert, over) ?? {}
        const isOfAnother = open.some((found) => isSame(found, alert))
        return { id: alert.id, fact: isOfAnother ? 'another_state' : fact, factId, endedAt }
      }),
  }
}

type Which = Pick<Found, 'kind' | 'subject'>
const isSame = (a: Which, b: Which) => a.kind === b.kind && a.subject === b.subject

const isOverBy = ({ acknowledgedUntil }: OpenAlert, now: Date) => acknowledgedUntil !== null && acknowledgedUntil <= now

function isOther(found: Found, alert: OpenAlert): boolean {
  return (
    found.facilityId !== alert.facilityId ||
    found.severity !== alert.severity ||
    found.restsOn !== alert.restsOn ||
    found.since.getTime() !== alert.since.getTime() ||
    found.reachedAt.getTime() !== alert.reachedAt.getTime()
  )
}

/** A further step of the same severity is one too; with another beginning of the clock it is another clock. */
function turnOf(found: Found, alert: OpenAlert): 'ESCALATED' | 'LOWERED' | null {
  const graver = rankOf(found.severity) - rankOf(alert.severity)
  if (graver !== 0) return graver > 0 ? 'ESCALATED' : 'LOWERED'
  const isFurther = found.since.getTime() === alert.since.getTime() && found.reachedAt > alert.reachedAt
  return isFurther ? 'ESCALATED' : null
}

/** The last fact that ends it; one of which nobody tells since when goes before all. */
function endingOf(about: Judged['about'], alert: OpenAlert, over: Judgement['over']): Proof | null {
  const endings = over.filter((one) => isSame(one, alert)).map(({ ending }) => ending)
  const inTime = endings.filter(({ at }) => about !== 'FACILITY' || at === null || isInTime(at, alert))
  return inTime.reduce<Proof | null>((last, one) => (last === null || isAfter(one.at, last.at) ? one : last), null)
}

const isAfter = (at: Date | null, last: Date | null) => last !== null && (at === null || at > last)

/** Nobody left a place in time who had left it before the day on which the clock began. */
const isInTime = (at: Date, { since }: OpenAlert) => localDateOf(at) >= localDateOf(since)
