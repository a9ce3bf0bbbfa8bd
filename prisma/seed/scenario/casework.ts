/** What a Procuraduría does for a child: the case, who represents the child, the determination and the plan. */
import type { CaseStatus, ClosingReason } from '@vigia/law/protection-cases'
import type { Solution } from '@vigia/law/solutions'
import { DAY, HOUR, type Minute, startOfDay } from '../calendar.ts'
import { CASEWORK } from '../calibration/persons.ts'
import type { Random } from '../random.ts'
import { drawer } from '../shares.ts'
import type { Context } from './context.ts'
import { determine } from './determine.ts'
import type { Detection, ProtectionCase } from './facts.ts'
import type { Found } from './found.ts'
import { officeHour } from './moments.ts'
import { sendUnjoinableCase } from './plant.ts'
import { refOf } from './refs.ts'
import { represent } from './represent.ts'
import type { Lodging } from './stays.ts'
import { upkeepOf } from './upkeep.ts'

const keptReason = drawer<ClosingReason>({
  ...{
    PLAN_FULFILLED: 22,
    FAMILY_REINTEGRATION: 30,
    REFERRED: 22,
    IMPOSSIBLE: 10,
    REFUGEE_INTEGRATED: 6,
    MAJORITY: 4,
    OTHER: 5,
  },
})
const leftReason = drawer<ClosingReason>({
  CONTINUED_ROUTE: 42,
  ABANDONMENT: 34,
  NOT_LOCATED: 14,
  UNAUTHORISED_EXIT: 10,
})

/** Writes all that the office sends. Nothing follows where the case itself is not sent. */
export function work(context: Context, found: Found, detection: Detection, lodging: Lodging): void {
  const chance = context.random('casework')
  const noticeAt = detection.ppnnaAt ?? found.at + 30 + chance.below(2 * DAY)
  const openedAt = openingOf(chance, found, noticeAt)
  const { state, person } = found
  const opened: ProtectionCase = {
    feed: 'protection-cases',
    ...{ state, noticeAt, openedAt, status: 'OPEN', closedOn: null, reason: null, solution: null, upkeep: null },
    folio: context.serials.stateYear('PPNNA', state, openedAt, 6),
    ref: refOf(chance, found),
  }
  if (!context.sink.isSent(opened, openedAt)) {
    if (openedAt <= context.until) withhold(context, opened)
    return
  }
  sendUnjoinableCase(context, opened, openedAt)
  const closed = closedOf(context, found, opened, lodging)
  if (closed?.closedOn != null) context.sink.writeTwice(opened, openedAt, closed, closed.closedOn + 12 * HOUR)
  else keepUp(context, opened, found.years)
  const isClosed = closed?.closedOn != null && context.sink.isSent(closed, closed.closedOn + 12 * HOUR)
  if (isClosed && closed.upkeep) context.ledger.told.cases.push(opened.folio)
  context.ledger.caseOpened(person.id, { state, noticeAt, openedAt, isOpen: !isClosed })
  if (chance.chance(CASEWORK.represented)) represent(context, found, opened, closed?.closedOn ?? null)
  if (found.isDetermined) determine(context, found, opened)
}

function withhold({ ledger: { planted } }: Context, { state, folio }: ProtectionCase): void {
  planted.withheldCases.set(state, [...(planted.withheldCases.get(state) ?? []), folio])
}

/** A third on the day of notice or the next, the rest within weeks; before departure where a determination is to come before it. */
function openingOf(chance: Random, { departure }: Found, noticeAt: Minute): Minute {
  const late = noticeAt + Math.round(chance.logNormal(2.2 * DAY, 1.3))
  const opened = officeHour(chance, startOfDay(late) + DAY)
  if (!departure || departure.standing === 'NO_DETERMINATION') return Math.min(opened, noticeAt + 90 * DAY)
  const soon = noticeAt + 30 + chance.below(10 * HOUR)
  return departure.standing === 'DETERMINED_AFTER_DEPARTURE' ? Math.min(opened, noticeAt + 20 * DAY) : soon
}

function closedOf(context: Context, found: Found, opened: ProtectionCase, lodging: Lodging): ProtectionCase | null {
  const chance = context.random('casework')
  const { departure, hasLeft } = found
  if (lodging.lastSeen === null || chance.chance(departure ? 0.1 : hasLeft ? 0.25 : 0.3)) return null
  const since = Math.max(opened.openedAt, departure?.at ?? lodging.lastSeen)
  const closedOn = startOfDay(since + DAY + Math.round(chance.logNormal((hasLeft ? 20 : 45) * DAY, 0.9)))
  const reason = closingReason(chance, found)
  const status: CaseStatus = reason === 'REFERRED' && chance.chance(0.3) ? 'TRANSFERRED' : 'CLOSED'
  const solution = solutionOf(chance, reason)
  const upkeep = upkeepOf(context, { ...opened, solution }, closedOn, found.years)
  return { ...opened, status, closedOn, reason, solution, upkeep }
}

/** A case that stays open is sent again with its visits where the office tells of them. */
function keepUp(context: Context, opened: ProtectionCase, years: number): void {
  const { sink, until } = context
  const upkeep = upkeepOf(context, opened, until - DAY, years)
  if (upkeep === null) {
    sink.write(opened, opened.openedAt)
    return
  }
  const kept = { ...opened, upkeep }
  const last = upkeep.followUps.at(-1) ?? upkeep.transitionPlanOn ?? opened.openedAt
  sink.writeTwice(opened, opened.openedAt, kept, last + DAY)
  if (sink.isSent(kept, last + DAY)) context.ledger.told.cases.push(opened.folio)
}

function closingReason(chance: Random, { departure, hasLeft }: Found): ClosingReason {
  if (departure) return departure.standing === 'VALID' ? 'RETURN_WITH_DETERMINATION' : 'RETURN_WITHOUT_DETERMINATION'
  return hasLeft ? leftReason(chance) : keptReason(chance)
}

function solutionOf(chance: Random, reason: ClosingReason): Solution | null {
  switch (reason) {
    case 'PLAN_FULFILLED':
      return chance.pick(['LOCAL_INTEGRATION', 'REUNIFICATION_IN_MEXICO', 'THIRD_COUNTRY'])
    case 'FAMILY_REINTEGRATION':
      return chance.pick(['REUNIFICATION_IN_MEXICO', 'LOCAL_INTEGRATION'])
    case 'REFUGEE_INTEGRATED':
      return 'LOCAL_INTEGRATION'
    case 'RETURN_WITH_DETERMINATION':
      return 'RETURN_WITH_PLAN'
    case 'MAJORITY':
      return 'INDEPENDENT_LIVING'
    default:
      return chance.chance(0.3) ? 'NONE_YET' : null
  }
}
