/** Counts a twin as its scenario is told, without a file: the only way in which the whole of it is counted in seconds. */
import { isSocialAssistanceCentre } from '@vigia/law/facilities'
import { isReturn } from '@vigia/law/return-types'
import { isoDay, type Minute } from '../calendar.ts'
import { accompanimentOf } from '../files/inm.ts'
import { type Periods, periodsOf } from '../files/periods.ts'
import { senderOf } from '../files/senders.ts'
import type { Detection, FacilityEntry, Fact, Sink } from '../scenario/facts.ts'
import { runScenario, type TwinOptions } from '../scenario.ts'
import { Tally } from './tally.ts'

export function tallyOfFacts(options: TwinOptions): Tally {
  const teller = new Teller(periodsOf(options.scale, options.until))
  runScenario(options, teller)
  return teller.tally
}

/** Hears what the desk hears, and leaves out what the desk would not send. */
class Teller implements Sink {
  readonly tally = new Tally()
  readonly #periods: Periods

  constructor(periods: Periods) {
    this.#periods = periods
  }

  isSent(fact: Fact, arrivesAt: Minute): boolean {
    return this.#periods.cutoffOf(fact.feed, senderOf(fact), arrivesAt) !== null
  }

  write(fact: Fact, arrivesAt: Minute): void {
    if (this.isSent(fact, arrivesAt)) count(fact, this.tally)
  }

  writeTwice(early: Fact, earlyAt: Minute, late: Fact, lateAt: Minute): void {
    this.write(early, earlyAt)
    this.write(late, lateAt)
  }
}

function count(fact: Fact, tally: Tally): void {
  if (fact.feed === 'detections') countDetection(fact, tally)
  else if (fact.feed === 'protection-cases') tally.protectionCase(fact.ref)
  else if (fact.feed === 'executed-returns' && isReturn(fact.type))
    tally.executedReturn(fact.folio, fact.ref, { day: isoDay(fact.departedAt), office: fact.state })
  else if (fact.feed === 'facilities') countCentre(fact, tally)
}

function countDetection({ acta, at, state, person, age }: Detection, tally: Tally): void {
  tally.detection(
    { acta, nue: person.nue, curp: person.curp },
    {
      ...{ day: isoDay(at), state, nationality: person.nationality, sex: person.sex },
      ...{ isUnder12: age < 12, company: accompanimentOf(person) },
    },
  )
}

function countCentre({ place }: FacilityEntry, tally: Tally): void {
  if (!isSocialAssistanceCentre(place.type)) return
  tally.centre({ state: place.state, places: place.capacity ?? 0, opened: place.openedOn, closed: place.closedOn })
}
