/** Invents the next child who is found, and the paths that this child and those left behind will take. */
import { Ledger } from '../answers/ledger.ts'
import { type Minute, monthKey } from '../calendar.ts'
import { ageWeights, companyWeights, sexWeights } from '../calibration/children.ts'
import { nationalityWeights } from '../calibration/nationalities.ts'
import { stateWeights } from '../calibration/states.ts'
import { network } from '../facilities.ts'
import { Random } from '../random.ts'
import { type Context, Serials, topics } from '../scenario/context.ts'
import { blank, yearsOf } from '../scenario/detect.ts'
import type { Sink } from '../scenario/facts.ts'
import type { Draft } from '../scenario/found.ts'
import { meet } from '../scenario/meet.ts'
import { drawer } from '../shares.ts'
import { minuteOfYear } from './clock.ts'
import { type LeftBehind, pathsOfLeftBehind } from './left-behind.ts'
import { newChild } from './new-child.ts'
import type { Path } from './path.ts'

/** First numbers of the live registers; the twin's files stay below them, its stray actas above. */
const ACTAS_FROM = 4_000_000
const FOLIOS_FROM = 400_000
const PEOPLE_FROM = 400_000_000

const NOWHERE: Sink = { isSent: () => true, write: () => {}, writeTwice: () => {} }

export class Newcomers {
  readonly #context: Omit<Context, 'until'>
  readonly #chance: Random

  constructor(seed: number, start: Minute) {
    const random = topics(new Random(seed).fork(`live ${start}`))
    this.#chance = random('newcomers')
    const ledger = new Ledger()
    this.#context = { scale: 1, random, network: network(), serials: liveSerials(start), sink: NOWHERE, ledger }
  }

  /** `isQuick`: whether all that follows comes in minutes. */
  next(at: Minute, isQuick: boolean): Path {
    const context = { ...this.#context, until: at }
    const [found] = meet(context, [this.#draft(at)], at + 1)
    if (!found) throw new Error('A draft always becomes an event')
    return newChild(context, found, isQuick)
  }

  takeUp(left: readonly LeftBehind[], now: Minute): Path[] {
    return pathsOfLeftBehind({ ...this.#context, until: now }, left, now)
  }

  /** A draw of the same chance. */
  happens(probability: number): boolean {
    return this.#chance.chance(probability)
  }

  #draft(at: Minute): Draft {
    const chance = this.#chance
    const month = monthKey(at)
    const company = drawer(companyWeights(month))(chance)
    const band = drawer(ageWeights(month, company))(chance)
    return {
      ...blank(at, company),
      state: drawer(stateWeights(month))(chance),
      sex: drawer(sexWeights(month, company))(chance),
      nationality: drawer(nationalityWeights(month, company))(chance),
      years: Number(yearsOf[company][band](chance)),
    }
  }
}

function liveSerials(start: Minute): Serials {
  return new Serials((register) => {
    if (register.startsWith('acta ')) return ACTAS_FROM + minuteOfYear(start) * 8
    if (register.startsWith('curp ')) return 0
    return (register === 'person' ? PEOPLE_FROM : FOLIOS_FROM) + minuteOfYear(start)
  })
}
