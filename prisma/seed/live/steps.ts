/** The steps that authorities take with a child: hand-over and care, a case and its determination, a return. */
import type { ExitType } from '@vigia/law/closures'
import type { StateCode } from '@vigia/law/states'
import { DAY, type Minute, startOfDay } from '../calendar.ts'
import type { Place } from '../places/facility.ts'
import type { Context } from '../scenario/context.ts'
import { guaranteesOf } from '../scenario/determine.ts'
import type { Determination, ExecutedReturn, ProtectionCase, Stay } from '../scenario/facts.ts'
import type { Ref } from '../scenario/ref.ts'
import type { Step } from './path.ts'

/** What the steps need to know of a child. */
export interface Subject {
  readonly acta: string
  readonly state: StateCode
  readonly isAlone: boolean
  readonly nationality: string
  readonly language: string
  /** When the Procuraduría was told; null where it was not. */
  readonly noticeAt: Minute | null
  /** How slowly things go: 1 is minutes, so that somebody who watches sees them. */
  readonly pace: number
}

const refOf = ({ acta }: Subject): Ref => ({ acta, nue: null, curp: null })

export interface Lodged {
  readonly place: Place
  readonly enteredAt: Minute
  readonly handedOver: Minute
  /** Of the return; null where there is none. */
  readonly leaves: Minute | null
}

export function stayOf(subject: Subject, { place, enteredAt }: Pick<Lodged, 'place' | 'enteredAt'>): Stay {
  return {
    ...{ feed: 'stays', sender: 'INM', ref: refOf(subject), place, enteredAt, leftAt: null },
    ...{ exit: null, difFile: null, measure: null, keeping: null },
  }
}

/** The end of a stay with INM, and the stay with DIF that follows it for most. */
export function handOver(context: Context, subject: Subject, lodged: Lodged): Step[] {
  const chance = context.random('path')
  const stay = stayOf(subject, lodged)
  const { handedOver, leaves } = lodged
  const steps: Step[] = [{ at: handedOver, tell: (now) => ({ ...stay, leftAt: now, exit: 'INSTITUTIONAL_REFERRAL' }) }]
  if (!chance.chance(subject.isAlone ? 0.85 : 0.55)) return steps
  const care = context.network.elsewhere(chance, subject.state, handedOver, handedOver, subject.isAlone)
  const arrives = handedOver + 2
  const inCare = (enteredAt: Minute): Stay => ({ ...stay, sender: 'SNDIF', place: care, enteredAt })
  let entered = arrives
  steps.push({
    at: arrives,
    tell: (now) => {
      entered = now
      return inCare(now)
    },
  })
  const exit =
    leaves === null
      ? chance.pick<ExitType>(['CONTINUED_ROUTE', 'FAMILY_REINTEGRATION', 'VOLUNTARY_ABANDONMENT'])
      : 'RETURN'
  const goes = leaves ?? arrives + Math.round(chance.logNormal(150 * subject.pace, 0.7))
  steps.push({ at: Math.max(goes, arrives + 1), tell: (now) => ({ ...inCare(entered), leftAt: now, exit }) })
  return steps
}

/** Of cases, how many are decided, and of returns, how many a determination permits. */
const DECIDED = 0.5
const PERMITTED = 0.25

export function openCase(context: Context, subject: Subject, openedAt: Minute, leaves: Minute | null): Step[] {
  const chance = context.random('path')
  const { state, noticeAt, pace } = subject
  const folio = context.serials.stateYear('PPNNA', state, openedAt, 6)
  const opened = (now: Minute): ProtectionCase => ({
    ...{ feed: 'protection-cases', state, folio, ref: refOf(subject), noticeAt, openedAt: now, status: 'OPEN' },
    ...{ closedOn: null, reason: null, solution: null, upkeep: null },
  })
  const steps: Step[] = [{ at: openedAt, tell: opened }]
  const isPermitted = leaves !== null && chance.chance(PERMITTED)
  if (!isPermitted && (leaves !== null || !chance.chance(DECIDED))) return steps
  const decidedAt = isPermitted ? openedAt + 1 : openedAt + 2 + Math.round(chance.logNormal(25 * pace, 0.6))
  return [...steps, decide(context, subject, { folio, decidedAt, isPermitted })]
}

interface Decided {
  readonly folio: string
  readonly decidedAt: Minute
  readonly isPermitted: boolean
}

export function decide(
  context: Context,
  { state, language }: Subject,
  { folio, decidedAt, isPermitted }: Decided,
): Step {
  const chance = context.random('path')
  const tell = (on: Minute): Determination => ({
    ...{ feed: 'determinations', state, folio, on: startOfDay(on), authority: 'PPNNA', plan: null, course: null },
    number: context.serials.stateYear('BID', state, on, 6),
    outcome: isPermitted
      ? 'RETURN_PERMITTED'
      : chance.pick(['STAY_IN_MEXICO', 'TEMPORARY_CARE', 'REUNIFICATION_IN_MEXICO']),
    guarantees: guaranteesOf(chance, language),
  })
  return { at: decidedAt, tell }
}

export function giveBack(context: Context, subject: Subject, leaves: Minute): Step {
  const chance = context.random('path')
  const { state, nationality } = subject
  const tell = (departedAt: Minute): ExecutedReturn => ({
    ...{ feed: 'executed-returns', ref: refOf(subject), state, departedAt, isHourTold: true },
    plannedOn: startOfDay(departedAt - DAY),
    ...{ type: 'ASSISTED_RETURN', receivedBy: null, receivedByTie: null, determination: null, planFolio: null },
    folio: context.serials.stateYear('RETV', state, departedAt, 6, '/'),
    destination: nationality,
    mode: chance.pick(['BUS', 'OFFICIAL_FLIGHT']),
    exitPoint: `Frontera sur, ${state}`,
  })
  return { at: leaves, tell }
}
