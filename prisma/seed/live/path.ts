/**
 * What follows when a child has just been found: minutes later handed over, then a case, a determination, a return.
 * Quicker than in life, so that somebody who watches for a quarter of an hour sees it happen.
 */
import type { ExitType } from '@vigia/law/closures'
import { DAY, type Minute, startOfDay } from '../calendar.ts'
import { SILENT_SINCE } from '../files/periods.ts'
import type { Random } from '../random.ts'
import type { Context } from '../scenario/context.ts'
import { guaranteesOf } from '../scenario/determine.ts'
import type { Determination, ExecutedReturn, Fact, ProtectionCase, Ref, Stay } from '../scenario/facts.ts'
import type { Found } from '../scenario/found.ts'
import { detectionOf } from '../scenario/notice.ts'

/** What is still to come, soonest first. A fact is made when it is due, by the minute at which it happens. */
export interface Path {
  readonly pending: Step[]
}

interface Step {
  readonly at: Minute
  readonly tell: (now: Minute) => Fact
}

/** The facts that are due, in their order. */
export function stepsOf(path: Path, now: Minute): Fact[] {
  const facts: Fact[] = []
  while ((path.pending[0]?.at ?? Number.POSITIVE_INFINITY) <= now) {
    const step = path.pending.shift()
    if (step) facts.push(step.tell(now))
  }
  return facts
}

const CHANCES = { held: 0.9, notified: 0.75, case: 0.28, determined: 0.5, returned: 0.2, valid: 0.25 } as const

export function pathOf(context: Context, found: Found): Path {
  const chance = context.random('path')
  const { at, state } = found
  const ref: Ref = { acta: found.acta, nue: null, curp: null }
  found.isNotified = chance.chance(CHANCES.notified)
  const steps: Step[] = [{ at, tell: () => told(context, found) }]
  const handedOver = at + 2 + Math.round(chance.logNormal(14, 0.8))
  const isSilent = SILENT_SINCE[state] !== undefined
  const opens = found.isNotified && !isSilent && chance.chance(CHANCES.case / CHANCES.notified)
  const openedAt = at + 3 + Math.round(chance.logNormal(20, 0.8))
  const isReturned = chance.chance(CHANCES.returned)
  const leaves = isReturned ? Math.max(handedOver, openedAt) + 5 + Math.round(chance.logNormal(40, 0.7)) : null
  if (chance.chance(CHANCES.held)) steps.push(...held(context, found, ref, { handedOver, leaves }))
  if (opens) steps.push(...casework(context, found, ref, openedAt, leaves))
  if (leaves !== null) steps.push({ at: leaves, tell: (now) => returnOf(context, found, ref, now) })
  return { pending: steps.sort((a, b) => a.at - b.at) }
}

/** Notices that are not due yet have not happened: the acta is written at once. */
function told(context: Context, found: Found): Fact {
  const row = detectionOf(context, found)
  return { ...row, ppnnaAt: found.isNotified ? found.at : null }
}

interface Lodged {
  readonly handedOver: Minute
  /** Of the return; null where there is none. */
  readonly leaves: Minute | null
}

function held(context: Context, found: Found, ref: Ref, { handedOver, leaves }: Lodged): Step[] {
  const chance = context.random('path')
  const place = context.network.held(chance, found.state, found.at)
  const stay: Stay = {
    ...{ feed: 'stays', sender: 'INM', ref, place, enteredAt: found.at, leftAt: null },
    ...{ exit: null, difFile: null, measure: null },
  }
  const steps: Step[] = [{ at: found.at, tell: () => stay }]
  steps.push({ at: handedOver, tell: (now) => ({ ...stay, leftAt: now, exit: 'INSTITUTIONAL_REFERRAL' }) })
  const isAlone = found.person.company === 'UNACCOMPANIED'
  if (!chance.chance(isAlone ? 0.85 : 0.55)) return steps
  const care = context.network.elsewhere(chance, found.state, found.at, found.at, isAlone)
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
  const goes = leaves ?? arrives + Math.round(chance.logNormal(150, 0.7))
  steps.push({ at: Math.max(goes, arrives + 1), tell: (now) => ({ ...inCare(entered), leftAt: now, exit }) })
  return steps
}

function casework(context: Context, found: Found, ref: Ref, openedAt: Minute, leaves: Minute | null): Step[] {
  const chance = context.random('path')
  const { state } = found
  const folio = context.serials.stateYear('PPNNA', state, openedAt, 6)
  const opened = (now: Minute): ProtectionCase => ({
    ...{ feed: 'protection-cases', state, folio, ref, noticeAt: found.at, openedAt: now, status: 'OPEN' },
    ...{ closedOn: null, reason: null, solution: null },
  })
  const steps: Step[] = [{ at: openedAt, tell: opened }]
  const isPermitted = leaves !== null && chance.chance(CHANCES.valid)
  if (!isPermitted && (leaves !== null || !chance.chance(CHANCES.determined))) return steps
  const decidedAt = isPermitted ? openedAt + 1 : openedAt + 2 + Math.round(chance.logNormal(25, 0.6))
  steps.push({ at: decidedAt, tell: (now) => determinationOf(context, found, { folio, on: now, isPermitted }) })
  return steps
}

interface Decided {
  readonly folio: string
  readonly on: Minute
  readonly isPermitted: boolean
}

function determinationOf(
  context: Context,
  { state, person }: Found,
  { folio, on, isPermitted }: Decided,
): Determination {
  const chance: Random = context.random('path')
  return {
    ...{ feed: 'determinations', state, folio, on: startOfDay(on), authority: 'PPNNA', plan: null },
    number: context.serials.stateYear('BID', state, on, 6),
    outcome: isPermitted
      ? 'RETURN_PERMITTED'
      : chance.pick(['STAY_IN_MEXICO', 'TEMPORARY_CARE', 'REUNIFICATION_IN_MEXICO']),
    guarantees: guaranteesOf(chance, person.language),
  }
}

function returnOf(context: Context, { state, person }: Found, ref: Ref, departedAt: Minute): ExecutedReturn {
  const chance = context.random('path')
  return {
    ...{ feed: 'executed-returns', ref, state, departedAt, plannedOn: startOfDay(departedAt - DAY) },
    ...{ type: 'ASSISTED_RETURN', receivedBy: null, determination: null },
    folio: context.serials.stateYear('RETV', state, departedAt, 6, '/'),
    destination: person.nationality,
    mode: chance.pick(['BUS', 'OFFICIAL_FLIGHT']),
    exitPoint: `Frontera sur, ${state}`,
  }
}
