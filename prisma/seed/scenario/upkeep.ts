/** What the fuller software of a few Procuradurías tells of a case beside its opening and its end: visits, and the passage to adulthood. */
import { codesOf } from '@vigia/law/code-list'
import { GUARANTEES, mayFollowDecision } from '@vigia/law/determinations'
import type { Right } from '@vigia/law/rights'
import type { StateCode } from '@vigia/law/states'
import { DAY, HOUR, type Minute, minuteOf, startOfDay } from '../calendar.ts'
import type { Random } from '../random.ts'
import type { Context } from './context.ts'
import type { Determination, ProtectionCase } from './facts.ts'
import type { Course, Upkeep } from './fuller-facts.ts'
import { officeHour } from './moments.ts'

/** Which offices, and since when. Ours. */
export const FULLER_OFFICES: readonly StateCode[] = ['08', '09', '19', '26']
const SINCE = minuteOf(2024, 1, 1)

const isFuller = (state: StateCode, at: Minute) => FULLER_OFFICES.includes(state) && at >= SINCE

/** Visits from the opening of a case until it ends; null where the office tells none. */
export function upkeepOf(
  context: Context,
  { state, openedAt, solution }: ProtectionCase,
  ends: Minute,
  years: number,
): Upkeep | null {
  if (!isFuller(state, openedAt)) return null
  const chance = context.random('upkeep')
  const followUps: Minute[] = []
  for (let on = visitAfter(openedAt); on <= ends && followUps.length < 12; on = visitAfter(on)) followUps.push(on)
  const isAgeing = years >= 17 && chance.chance(0.5)
  const preparedOn = startOfDay(openedAt + chance.between(20, 90) * DAY)
  const transitionPlanOn = isAgeing && preparedOn <= ends ? preparedOn : null
  const handedOn = preparedOn + 30 * DAY
  const documentsHandedOn = transitionPlanOn !== null && handedOn <= ends && chance.chance(0.6) ? handedOn : null
  const reunificationAgreedOn = agreementOf(context, solution, openedAt, ends)
  const isTold = followUps.length > 0 || transitionPlanOn !== null || reunificationAgreedOn !== null
  return isTold ? { followUps, transitionPlanOn, documentsHandedOn, reunificationAgreedOn } : null

  /** Every month where all goes well; most offices do not manage. */
  function visitAfter(before: Minute): Minute {
    return startOfDay(before + chance.between(20, 80) * DAY)
  }
}

/** Of a case that ends with the child’s family, elsewhere than in its country. */
function agreementOf(
  context: Context,
  solution: ProtectionCase['solution'],
  openedAt: Minute,
  ends: Minute,
): Minute | null {
  if (solution !== 'REUNIFICATION_IN_MEXICO' && solution !== 'THIRD_COUNTRY') return null
  const on = startOfDay(openedAt) + context.random('agreements').between(3, 60) * DAY
  return on <= ends ? on : null
}

const OFTEN_VIOLATED: readonly Right[] = [
  ...(['MIGRANT_CHILDREN', 'FAMILY', 'EDUCATION', 'HEALTH', 'DUE_PROCESS'] as const),
  ...(['FREEDOM_FROM_VIOLENCE', 'IDENTITY', 'WELL_BEING'] as const),
]

const violatedOf = (chance: Random) => chance.shuffle([...OFTEN_VIOLATED]).slice(0, chance.between(1, 3))

const WEIGHED = [
  ...['Opinión de la NNA', 'Vínculos con la familia en el país de origen', 'Familia extensa en México'],
  ...['Riesgo en el país de origen', 'Salud', 'Escolaridad', 'Tiempo en el centro de asistencia social'],
]

/** Two to four, the child's opinion among them where it was heard; every sixth determination does not say. */
function factorsOf(chance: Random, isHeard: boolean): string | null {
  const [opinion = '', ...others] = WEIGHED
  const drawn = chance.shuffle(others).slice(0, chance.between(1, 3))
  return chance.chance(1 / 6) ? null : [...(isHeard ? [opinion] : []), ...drawn].join('; ')
}

const REVIEWERS = ['Comité técnico', 'Subprocuraduría', 'Titular de la Procuraduría']

/** Since when a determination was worked on: never before its case, never after the day on which it was made. */
export function courseOf(
  context: Context,
  opened: ProtectionCase,
  { on, guarantees }: Pick<Determination, 'on' | 'guarantees'>,
): Course | null {
  if (!isFuller(opened.state, opened.openedAt)) return null
  const chance = context.random('upkeep')
  const begun = opened.openedAt + Math.floor(Math.max(0, on - opened.openedAt) * chance.next() * 0.6)
  const openedAt = Math.min(on + 9 * HOUR, Math.max(opened.openedAt, officeHour(chance, begun)))
  const isReviewed = chance.chance(0.22)
  const status = isReviewed ? 'REVIEWED' : chance.chance(0.03) ? 'CHALLENGED' : 'DECIDED'
  const violated = violatedOf(context.random('violated rights'))
  const heededOn = heededDays(context.random('guarantees'), guarantees, openedAt, on)
  const factors = factorsOf(context.random('factors'), guarantees.CHILD_HEARD === 'YES')
  return { openedAt, status, reviewer: isReviewed ? chance.pick(REVIEWERS) : null, violated, factors, heededOn }
}

/** Of most that were heeded: between the beginning and the decision; of its notice on that day or the next. */
function heededDays(chance: Random, guarantees: Determination['guarantees'], openedAt: Minute, on: Minute) {
  const begun = startOfDay(openedAt)
  const told = codesOf(GUARANTEES).filter((guarantee) => guarantees[guarantee] === 'YES' && chance.chance(0.7))
  return Object.fromEntries(
    told.map((guarantee) => {
      const before = begun + chance.below((on - begun) / DAY + 1) * DAY
      return [guarantee, mayFollowDecision(guarantee) ? on + chance.below(2) * DAY : before]
    }),
  )
}
