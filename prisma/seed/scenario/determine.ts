/** The best-interests determination of a child and the plan that follows: on what day, by whom, to what end. */
import type { Authority } from '@vigia/law/authorities'
import { type DeterminationOutcome, GUARANTEES, type Guarantee } from '@vigia/law/determinations'
import type { Answer } from '@vigia/law/people'
import { DAY, type Minute, startOfDay } from '../calendar.ts'
import { CASEWORK } from '../calibration/persons.ts'
import type { Random } from '../random.ts'
import { drawer } from '../shares.ts'
import type { Context } from './context.ts'
import type { Determination, Plan, ProtectionCase } from './facts.ts'
import type { Found } from './found.ts'
import { inFull, measuresOf } from './measures.ts'
import { courseOf } from './upkeep.ts'

const outcome = drawer<DeterminationOutcome>({
  ...{ STAY_IN_MEXICO: 22, REUNIFICATION_IN_MEXICO: 14, REUNIFICATION_IN_THIRD_COUNTRY: 15, RETURN_PERMITTED: 12 },
  ...{ RETURN_NOT_PERMITTED: 7, INTERNATIONAL_PROTECTION: 13, TEMPORARY_CARE: 10, MORE_INFORMATION: 7 },
})
const otherwise = drawer<DeterminationOutcome>({
  ...{ RETURN_NOT_PERMITTED: 40, INTERNATIONAL_PROTECTION: 25, STAY_IN_MEXICO: 20, REUNIFICATION_IN_MEXICO: 15 },
})
const wrongAuthority = drawer<Authority>({ INM: 45, DIF: 40, CONSULATE: 15 })

/** Share of determinations that arrive in a later file than their own, and of determined children with an earlier, open-ended one. */
const LATE = 0.06
const LATE_DAYS: readonly [number, number] = [35, 110]
const SECOND = 0.04

export function determine(context: Context, found: Found, opened: ProtectionCase): void {
  const chance = context.random('determine')
  const on = dayOf(chance, found, opened.openedAt)
  const decided = decisionOf(context, found, opened, on)
  const plan = chance.chance(planChance(decided.outcome)) ? planOf(context, chance, opened, decided) : null
  // Where a wrong authority decides, no Procuraduría has: an open question of its own would count as its answer.
  const isOurs = decided.authority === 'PPNNA'
  if (isOurs && chance.chance(SECOND) && on - startOfDay(opened.openedAt) > 4 * DAY)
    sendOpenEnded(context, found, opened, on)
  send(context, found, { ...decided, plan })
}

/** On a day of its own before departure, or on one after it; never on the day itself, which would settle nothing. */
function dayOf(chance: Random, { departure, at }: Found, openedAt: Minute): Minute {
  const opened = startOfDay(openedAt)
  if (!departure) return startOfDay(opened + DAY + Math.round(chance.logNormal(13 * DAY, 0.9)))
  const left = startOfDay(departure.at)
  if (departure.standing === 'DETERMINED_AFTER_DEPARTURE') return Math.max(left, opened) + chance.between(1, 25) * DAY
  const earliest = Math.min(Math.max(opened, startOfDay(at)) + DAY, left - DAY)
  return earliest + chance.between(0, Math.max(0, (left - DAY - earliest) / DAY)) * DAY
}

function decisionOf(context: Context, { departure, person }: Found, opened: ProtectionCase, on: Minute): Determination {
  const { state, folio } = opened
  const chance = context.random('determine')
  const standing = departure?.standing
  const isWrong = standing === 'DETERMINED_BY_WRONG_AUTHORITY'
  const isOther = standing === 'DETERMINATION_SAYS_OTHERWISE'
  const decided: Omit<Determination, 'course'> = {
    feed: 'determinations',
    ...{ state, folio, on, plan: null },
    number: context.serials.stateYear('BID', state, on, 6),
    outcome: standing === undefined ? outcome(chance) : isOther ? otherwise(chance) : 'RETURN_PERMITTED',
    authority: isWrong ? wrongAuthority(chance) : 'PPNNA',
    guarantees: guaranteesOf(chance, person.language),
  }
  return { ...decided, course: courseOf(context, opened, decided) }
}

/** A first answer that leaves the question open, some days before the one that settles it. */
function sendOpenEnded(context: Context, found: Found, opened: ProtectionCase, on: Minute): void {
  const before = on - 3 * DAY
  const decided = decisionOf(context, { ...found, departure: null }, opened, before)
  send(context, found, { ...decided, outcome: 'MORE_INFORMATION' })
}

/** Late files are a fact of life: what counts is the day of the decision, not that of its arrival. */
function send(context: Context, { person }: Found, row: Determination): void {
  const chance = context.random('late')
  const late = chance.chance(LATE) ? chance.between(...LATE_DAYS) * DAY : 0
  const arrivesAt = row.on + DAY + late
  const planAt = row.plan === null ? arrivesAt : Math.max(arrivesAt, row.plan.on + DAY)
  const bare = { ...row, plan: null }
  if (planAt === arrivesAt) context.sink.write(row, arrivesAt)
  else context.sink.writeTwice(bare, arrivesAt, row, planAt)
  if (!context.sink.isSent(bare, arrivesAt)) return
  if (row.course !== null) context.ledger.told.determinations.push(row.number)
  if (Object.keys(row.course?.heededOn ?? {}).length > 0) context.ledger.told.heeded.push(row.number)
  const isPlanned = row.plan !== null && context.sink.isSent(row, planAt)
  context.ledger.determined(person.id, { ...row, isPlanned, lateOn: late > 0 ? arrivesAt : null })
}

const planChance = (result: DeterminationOutcome) => (result === 'MORE_INFORMATION' ? 0.1 : CASEWORK.planned * 1.05)

function planOf(
  context: Context,
  chance: Random,
  { state }: ProtectionCase,
  { on: decidedOn, course }: Determination,
): Plan {
  const on = decidedOn + chance.below(16) * DAY
  const words = measuresOf(chance)
  const measures = course === null ? words : inFull(context.random('measures'), words, on)
  return { folio: context.serials.stateYear('PRD', state, on, 6), on, measures }
}

const KEPT: Readonly<Record<Guarantee, number>> = {
  ...{
    CHILD_HEARD: 0.72,
    INTERPRETER: 0.45,
    REPRESENTATIVE_PRESENT: 0.6,
    LAWYER_PRESENT: 0.12,
    MULTIDISCIPLINARY_TEAM: 0.65,
  },
  ...{ ORIGIN_ASSESSED: 0.42, FAMILY_ASSESSED: 0.5, REASONED: 0.8, NOTIFIED: 0.7, REMEDY_EXPLAINED: 0.35 },
}

/** Where the child speaks Spanish nobody interprets. One in ten answers is not known. */
export function guaranteesOf(chance: Random, language: string): Record<Guarantee, Answer> {
  const answers = Object.keys(GUARANTEES).map((key) => {
    const guarantee = key as Guarantee
    const isMoot = guarantee === 'INTERPRETER' && language === 'Español'
    const kept: Answer = !isMoot && chance.chance(KEPT[guarantee]) ? 'YES' : 'NO'
    return [guarantee, chance.chance(0.1) ? 'UNKNOWN' : kept] as const
  })
  return Object.fromEntries(answers) as Record<Guarantee, Answer>
}
