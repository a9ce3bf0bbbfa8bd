/** Who is found in a month: exact numbers by state, company, age, sex and nationality, and moments for each. */
import type { StateCode } from '@vigia/law/states'
import { ageAt, DAY, type Minute, type Month } from '../calendar.ts'
import {
  AGES_FROM_12,
  AGES_FROM_12_ALONE,
  AGES_UNDER_12,
  AGES_UNDER_12_ALONE,
  type AgeBand,
  ageWeights,
  type Company,
  companyWeights,
  sexWeights,
} from '../calibration/children.ts'
import { eventsIn } from '../calibration/events.ts'
import { nationalityWeights } from '../calibration/nationalities.ts'
import { repeatsIn } from '../calibration/persons.ts'
import { stateWeights } from '../calibration/states.ts'
import type { ChildSex } from '../names/names.ts'
import type { Random } from '../random.ts'
import { Carry, drawer, rounder } from '../shares.ts'
import type { Context } from './context.ts'
import type { Draft, Known } from './found.ts'
import { momentIn } from './moments.ts'

const COMPANIES: readonly Company[] = ['UNACCOMPANIED', 'ACCOMPANIED']

interface Decks {
  readonly sex: Carry<ChildSex>
  readonly band: Carry<AgeBand>
  readonly nationality: Carry<string>
}

/** Draws an age in whole years. */
export const yearsOf: Readonly<Record<Company, Readonly<Record<AgeBand, ReturnType<typeof drawer<string>>>>>> = {
  UNACCOMPANIED: { '0-11': drawer(AGES_UNDER_12_ALONE), '12-17': drawer(AGES_FROM_12_ALONE) },
  ACCOMPANIED: { '0-11': drawer(AGES_UNDER_12), '12-17': drawer(AGES_FROM_12) },
}

export class Detector {
  readonly #context: Context
  readonly #chance: Random
  readonly #wholeEvents = rounder()
  readonly #wholeRepeats = rounder()
  readonly #states = new Carry<StateCode>()
  readonly #companies = new Carry<Company>()
  readonly #decks: Record<Company, Decks> = { UNACCOMPANIED: newDecks(), ACCOMPANIED: newDecks() }

  constructor(context: Context) {
    this.#context = context
    this.#chance = context.random('detect')
  }

  /** How many of the month's events are of children known already, before they are chosen. */
  repeatsDue(month: Month): number {
    return this.#wholeRepeats(this.#context.scale * repeatsIn(month.key) * this.#partOf(month))
  }

  /** The month's events, repeats included, in no order. */
  draftsOf(month: Month, repeats: readonly Known[], atLeast: number): Draft[] {
    const due = this.#wholeEvents(this.#context.scale * eventsIn(month.key) * this.#partOf(month))
    const events = Math.max(due, atLeast)
    const known = repeats.slice(0, events)
    this.#states.accrue(events, stateWeights(month.key))
    const stateDeck = this.#chance.shuffle(this.#states.take(events))
    this.#companies.accrue(events, companyWeights(month.key))
    for (const { person } of known) this.#companies.spend(person.company)
    const fresh = this.#companies.take(events - known.length)
    const drafts = COMPANIES.flatMap((company) => {
      const count = fresh.filter((one) => one === company).length
      const again = known.filter(({ person }) => person.company === company)
      return [...this.#newChildren(company, count, again, month), ...again.map((one) => this.#repeatOf(one, month))]
    })
    for (const [at, draft] of drafts.entries()) draft.state = stateDeck[at] ?? '07'
    return drafts
  }

  #newChildren(company: Company, count: number, again: readonly Known[], month: Month): Draft[] {
    const { sex, band, nationality } = this.#decks[company]
    const events = count + again.length
    sex.accrue(events, sexWeights(month.key, company))
    band.accrue(events, ageWeights(month.key, company))
    nationality.accrue(events, nationalityWeights(month.key, company))
    for (const { person } of again) {
      sex.spend(person.sex)
      band.spend(ageAt(person.bornOn, month.start) < 12 ? '0-11' : '12-17')
      nationality.spend(person.nationality)
    }
    const [sexes, bands, nationalities] = [sex.take(count), band.take(count), nationality.take(count)]
    for (const deck of [sexes, bands, nationalities]) this.#chance.shuffle<string>(deck)
    return Array.from({ length: count }, (_, at) => ({
      ...blank(momentIn(this.#chance, month.start, this.#endOf(month)), company),
      sex: sexes[at] ?? 'MALE',
      nationality: nationalities[at] ?? 'ZZZ',
      years: Number(yearsOf[company][bands[at] ?? '0-11'](this.#chance)),
    }))
  }

  #repeatOf(known: Known, month: Month): Draft {
    const { person, freeFrom } = known
    const at = momentIn(this.#chance, Math.max(month.start, freeFrom), this.#endOf(month))
    const { sex, nationality } = person
    return { ...blank(at, person.company), sex, nationality, known, years: ageAt(person.bornOn, at) }
  }

  #endOf(month: Month): Minute {
    return Math.min(month.end, this.#context.until)
  }

  #partOf(month: Month): number {
    return (this.#endOf(month) - month.start) / (month.end - month.start)
  }
}

function newDecks(): Decks {
  return { sex: new Carry(), band: new Carry(), nationality: new Carry() }
}

/** A draft of a child of whom nothing is known yet but the hour and the company. */
export function blank(at: Minute, company: Company): Draft {
  return {
    ...{ at, company, state: '07', known: null, sex: 'MALE', nationality: 'ZZZ', years: 0 },
    ...{ held: null, sibling: null, town: '', surnames: null, acta: '' },
  }
}

/** Of those who may be found again, the ones who are; they leave the list. */
export function drawKnown(context: Context, known: Known[], count: number, month: Month): Known[] {
  const chance = context.random('repeats')
  const end = Math.min(month.end, context.until) - DAY
  const drawn: Known[] = []
  for (let attempt = 0; drawn.length < count && attempt < count * 8 && known.length > 0; attempt++) {
    const at = chance.below(known.length)
    const one = known[at]
    if (!one || one.freeFrom >= end || ageAt(one.person.bornOn, month.end) > 17) continue
    drawn.push(one)
    known[at] = known[known.length - 1] as Known
    known.pop()
  }
  return drawn
}
