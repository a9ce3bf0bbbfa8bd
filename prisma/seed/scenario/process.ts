/** Of whom a Procuraduría is told, for whom it opens a case and decides, who stays where, and who goes on: exact numbers by month. */
import type { StateCode } from '@vigia/law/states'
import { DAY, type Minute, type Month } from '../calendar.ts'
import { OPEN_STAYS } from '../calibration/held.ts'
import { CASEWORK, coverageIn } from '../calibration/persons.ts'
import { CAS_2021 } from '../places/care.ts'
import type { Random } from '../random.ts'
import { choose, rounder, type Weights } from '../shares.ts'
import type { Context } from './context.ts'
import type { Found } from './found.ts'

/** How much likelier than elsewhere an office opens a case. Ours: no figure by state exists. */
const DILIGENCE: Weights<StateCode> = {
  ...{ '07': 0.85, '27': 0.8, '30': 0.9, '20': 1.35, '02': 1.4, '05': 1.2, '08': 1.5, '09': 1.9, '19': 1.9, '26': 1.4 },
  ...{ '16': 0.7, '17': 0.9, '22': 0.95, '01': 0.95, '28': 1.1, '24': 1.5, '13': 1.6, '04': 1.4, '18': 1.5, '06': 1.5 },
}

/** Of children who are neither returned nor still somewhere, those who go on or out of sight. Ours. */
const GOES_ON = 0.48

export class Processing {
  readonly #context: Context
  readonly #chance: Random
  readonly #whole = {
    cases: rounder(),
    notices: rounder(),
    decisions: rounder(),
    centre: rounder(),
    elsewhere: rounder(),
  }

  constructor(context: Context) {
    this.#context = context
    this.#chance = context.random('process')
  }

  decide(found: readonly Found[], month: Month): void {
    const fresh = found.filter(({ known }) => known === null)
    this.#openCases(fresh, month)
    this.#notify(fresh)
    this.#determine(fresh)
    this.#keepOpen(fresh, month)
    for (const child of found) this.#goOn(child)
  }

  /** Whoever is to have a determination has a case; the others by diligence, the unaccompanied first. */
  #openCases(fresh: readonly Found[], month: Month): void {
    const count = this.#whole.cases(fresh.length * coverageIn(month.key))
    const sure = fresh.filter(needsDetermination)
    const others = fresh.filter((child) => !needsDetermination(child))
    for (const child of [...sure, ...choose(this.#chance, others, count - sure.length, caseWeight)])
      child.hasCase = true
  }

  #notify(fresh: readonly Found[]): void {
    const count = this.#whole.notices(fresh.length * CASEWORK.notified)
    const sure = fresh.filter(({ hasCase }) => hasCase)
    const others = fresh.filter(({ hasCase }) => !hasCase)
    for (const child of [...sure, ...choose(this.#chance, others, count - sure.length)]) child.isNotified = true
  }

  /** Children returned without a determination have none. */
  #determine(fresh: readonly Found[]): void {
    const cases = fresh.filter(({ hasCase }) => hasCase)
    const count = this.#whole.decisions(cases.length * CASEWORK.determined)
    const sure = cases.filter(needsDetermination)
    const others = cases.filter(({ departure }) => departure === null)
    for (const child of [...sure, ...choose(this.#chance, others, count - sure.length)]) child.isDetermined = true
  }

  #keepOpen(fresh: readonly Found[], month: Month): void {
    const { scale, until } = this.#context
    const free = fresh.filter(
      ({ departure, held, at, years }) => departure === null && held === null && at < until - 2 * DAY && years < 16,
    )
    const withCentre = free.filter(({ state }) => !CAS_2021.noneIn.includes(state))
    const inCentres = this.#whole.centre(scale * openIn(month, until, 'centre'))
    for (const child of choose(this.#chance, withCentre, inCentres, centreWeight)) child.openStay = 'CENTRE'
    const others = free.filter(({ openStay }) => openStay === null)
    const count = this.#whole.elsewhere(scale * openIn(month, until, 'elsewhere'))
    for (const child of choose(this.#chance, others, count)) child.openStay = 'ELSEWHERE'
  }

  #goOn(child: Found): void {
    const stays = child.departure !== null || child.held !== null || child.openStay !== null
    child.hasLeft = !stays && this.#chance.chance(GOES_ON)
    if (child.known === null) return
    // A child known from before: a case then, a case now; no case then, none now.
    child.hasCase = child.known.hadCase
    child.isNotified = child.hasCase || this.#chance.chance(CASEWORK.notified)
  }
}

function needsDetermination({ departure }: Found): boolean {
  return departure !== null && departure.standing !== 'NO_DETERMINATION'
}

const caseWeight = ({ state, person }: Found) =>
  (DILIGENCE[state] ?? 1.2) * (person.company === 'UNACCOMPANIED' ? 3.2 : 1)
const centreWeight = ({ person, hasCase }: Found) => (person.company === 'UNACCOMPANIED' ? 6 : 1) * (hasCase ? 2.5 : 1)

/** Stays that began in the month and are open at the end, at scale 1. */
function openIn({ start, end }: Month, until: Minute, where: 'centre' | 'elsewhere'): number {
  return OPEN_STAYS.reduce((sum, [fromDays, toDays, cas, elsewhere]) => {
    const from = Math.max(start, until - toDays * DAY)
    const to = Math.min(end, until - fromDays * DAY)
    const count = where === 'centre' ? cas : elsewhere
    return sum + (to > from ? (count * (to - from)) / ((toDays - fromDays) * DAY) : 0)
  }, 0)
}
