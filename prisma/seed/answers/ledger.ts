/** What the twin has really sent, child by child, so that the answer key is computed from the scenario and never from the files. */

import type { Authority } from '@vigia/law/authorities'
import { mayDetermineBestInterests } from '@vigia/law/authorities'
import type { ExitType } from '@vigia/law/closures'
import { isGoneOutOfSight } from '@vigia/law/closures'
import type { DeterminationOutcome } from '@vigia/law/determinations'
import { isReturn, type ReturnType } from '@vigia/law/return-types'
import type { StateCode } from '@vigia/law/states'
import { civil, isoDay, type Minute, type MonthKey, monthKey } from '../calendar.ts'
import type { Person } from '../people.ts'
import type { Place } from '../places/facility.ts'
import type { ExecutedReturn, Plan, Stay } from '../scenario/facts.ts'
import { Told } from './told.ts'

/** One child as the registry should know the child. */
export interface ChildEntry {
  readonly person: number
  readonly firstAt: Minute
  readonly firstState: StateCode
  /** Times that the child was found, in all. */
  events: number
  isNotified: boolean
  /** Of the first detection that says a Procuraduría was told. */
  noticeAt: Minute | null
  noticeState: StateCode | null
  /** Of the first case. */
  caseAt: Minute | null
  caseState: StateCode | null
  caseIsOpen: boolean
  isDetermined: boolean
  isPlanned: boolean
  isRepresented: boolean
  isReturned: boolean
  lastExit: ExitType | null
  isSomewhere: boolean
}

export interface ReturnEntry extends ExecutedReturn {
  readonly person: Person
  readonly foundAt: Minute
}

export interface Decision {
  readonly on: Minute
  readonly outcome: DeterminationOutcome
  readonly authority: Authority
  readonly number: string
  readonly isPlanned: boolean
  /** Day on which the office wrote it down, where that was long after. */
  readonly lateOn: Minute | null
  readonly state: StateCode
  readonly plan: Plan | null
}

export class Ledger {
  readonly children: ChildEntry[] = []
  readonly returns: ReturnEntry[] = []
  readonly decisions = new Map<number, Decision[]>()
  /** When each person left Mexico by a return, the first first. */
  readonly departures = new Map<number, Minute[]>()
  readonly openStays: { readonly person: number; readonly place: Place; readonly enteredAt: Minute }[] = []
  readonly sightings = new Map<Place, { first: Minute; children: Set<number> }>()
  readonly eventsByMonth = new Map<MonthKey, number>()
  readonly eventsByYearAndState = new Map<string, number>()
  readonly lateDecisions: { number: string; state: StateCode; decidedOn: string; arrivedOn: string }[] = []
  readonly twoStates: { nue: string; actas: [string, string]; states: [StateCode, StateCode] }[] = []
  readonly moves = new Map<ReturnType, number>()
  readonly planted = {
    sameFile: [] as string[],
    laterFile: [] as string[],
    corrected: [] as string[],
    claimedDeterminations: [] as string[],
    /** The folios of returns on the day on which the child was found, whose hour nobody tells. */
    hourNotTold: [] as string[],
    /** The actas of stays, the folios of cases and returns. */
    unjoinable: { stays: [] as string[], cases: [] as string[], returns: [] as string[] },
    /** The actas of children whose term to claim asylum was over when they were found. */
    enteredLongBefore: [] as string[],
    /** The actas of detections whose act of hand-over lacks the notice or DIF's receipt. */
    incompleteActs: [] as string[],
    /** The numbers of urgent measures that the prosecutor did not decree in time. */
    lateDecrees: [] as string[],
    /** The keys of centres with fewer carers than the law wants. */
    shortOfCarers: [] as string[],
    /** The actas of children who sleep with unrelated adults, and of those out of sight whom nobody has reported. */
    withAdults: [] as string[],
    unreported: [] as string[],
    withheldCases: new Map<StateCode, string[]>(),
  }
  readonly told = new Told()
  readonly #lastActa = new Map<number, { acta: string; state: StateCode }>()

  found(person: Person, at: Minute, state: StateCode, acta: string, noticeAt: Minute | null): void {
    add(this.eventsByMonth, monthKey(at), 1)
    add(this.eventsByYearAndState, `${civil(at).year} ${state}`, 1)
    const known = this.children[person.id]
    const entry = known ?? newEntry(person.id, at, state)
    if (!known) this.children[person.id] = entry
    entry.events++
    // What was known of an exit, or of a return, says nothing of a child who has been found again.
    Object.assign(entry, { lastExit: null, isReturned: false })
    if (noticeAt !== null) {
      entry.isNotified = true
      if (entry.noticeAt === null || noticeAt < entry.noticeAt) Object.assign(entry, { noticeAt, noticeState: state })
    }
    if (person.nue === null) return
    const before = this.#lastActa.get(person.id)
    if (before && before.state !== state) {
      this.twoStates.push({ nue: person.nue, actas: [before.acta, acta], states: [before.state, state] })
    }
    this.#lastActa.set(person.id, { acta, state })
  }

  stayed(person: number, { place, enteredAt, leftAt, exit }: Stay): void {
    const entry = this.#entry(person)
    entry.isSomewhere = leftAt === null
    entry.lastExit = leftAt === null ? null : exit
    if (leftAt === null) this.openStays.push({ person, place, enteredAt })
    if (place.listedBy !== null) return
    const sighting = this.sightings.get(place) ?? { first: enteredAt, children: new Set<number>() }
    sighting.first = Math.min(sighting.first, enteredAt)
    sighting.children.add(person)
    this.sightings.set(place, sighting)
  }

  caseOpened(
    person: number,
    opened: { state: StateCode; noticeAt: Minute | null; openedAt: Minute; isOpen: boolean },
  ): void {
    const entry = this.#entry(person)
    if (opened.noticeAt !== null) entry.isNotified = true
    if (entry.caseAt === null || opened.openedAt < entry.caseAt) {
      Object.assign(entry, { caseAt: opened.openedAt, caseState: opened.state })
    }
    entry.caseIsOpen = opened.isOpen
  }

  represented(person: number): void {
    this.#entry(person).isRepresented = true
  }

  determined(person: number, decision: Decision): void {
    const entry = this.#entry(person)
    entry.isDetermined ||= mayDetermineBestInterests(decision.authority)
    entry.isPlanned ||= decision.isPlanned
    const { on, outcome, authority, number, isPlanned, lateOn, state, plan } = decision
    const kept = { on, outcome, authority, number, isPlanned, lateOn, state, plan }
    if (lateOn !== null) {
      this.lateDecisions.push({ number, state, decidedOn: isoDay(on), arrivedOn: isoDay(lateOn) })
    }
    this.decisions.set(person, [...(this.decisions.get(person) ?? []), kept])
  }

  returned(person: number, row: ReturnEntry): void {
    this.#entry(person).isReturned = true
    this.returns.push(row)
    if (!isReturn(row.type)) return
    this.departures.set(person, [...(this.departures.get(person) ?? []), row.departedAt])
  }

  moved(_at: Minute, type: ReturnType): void {
    add(this.moves, type, 1)
  }

  #entry(person: number): ChildEntry {
    const entry = this.children[person]
    if (!entry) throw new Error(`Child ${person} has not been found yet`)
    return entry
  }
}

function add<Key>(counts: Map<Key, number>, key: Key, count: number): void {
  counts.set(key, (counts.get(key) ?? 0) + count)
}

/** RETURNED before LEFT, LEFT before WAITING, WAITING before UNKNOWN: the contract's order of fates. */
export function fateOf(child: ChildEntry): 'RETURNED' | 'LEFT' | 'WAITING' | 'UNKNOWN' {
  if (child.isReturned) return 'RETURNED'
  if (child.lastExit !== null && isGoneOutOfSight(child.lastExit)) return 'LEFT'
  return child.isSomewhere || (child.caseState !== null && child.caseIsOpen) ? 'WAITING' : 'UNKNOWN'
}

function newEntry(person: number, firstAt: Minute, firstState: StateCode): ChildEntry {
  return {
    ...{ person, firstAt, firstState, events: 0, isNotified: false, noticeAt: null, noticeState: null },
    ...{ caseAt: null, caseState: null, caseIsOpen: false },
    ...{
      isDetermined: false,
      isPlanned: false,
      isRepresented: false,
      isReturned: false,
      lastExit: null,
      isSomewhere: false,
    },
  }
}
