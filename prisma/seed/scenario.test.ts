/** What must hold of every child of the scenario: one place at a time, facts in the order of time, nothing after the end. */
import { isDetention } from '@vigia/law/facilities'
import { expect, test } from 'vitest'
import { DAY, HOUR, untilOf } from './calendar.ts'
import { HELD_NOW } from './calibration/held.ts'
import type { Fact, Sink, Stay } from './scenario/facts.ts'
import { runScenario } from './scenario.ts'

const UNTIL = untilOf('2026-11-25')

class Listener implements Sink {
  readonly facts: Fact[] = []

  isSent(_fact: Fact, arrivesAt: number): boolean {
    return arrivesAt <= UNTIL
  }

  write(fact: Fact, arrivesAt: number): void {
    if (arrivesAt <= UNTIL) this.facts.push(fact)
  }

  writeTwice(early: Fact, earlyAt: number, late: Fact, lateAt: number): void {
    if (lateAt <= UNTIL) this.facts.push(late)
    else this.write(early, earlyAt)
  }
}

const listener = new Listener()
const ledger = runScenario({ scale: 0.05, seed: 11, until: UNTIL }, listener)
const { facts } = listener
const of = <Feed extends Fact['feed']>(feed: Feed) =>
  facts.filter((fact): fact is Extract<Fact, { feed: Feed }> => fact.feed === feed)

test('given all stays of a child, no two overlap and none ends before it begins', () => {
  const owners = new Map(
    of('detections').flatMap(({ acta, person: { id, nue, curp } }) => [acta, nue, curp].map((number) => [number, id])),
  )
  owners.delete(null)
  const childOf = ({ ref }: Stay) => owners.get(ref.acta) ?? owners.get(ref.nue) ?? owners.get(ref.curp)
  const known = of('stays').filter((stay) => childOf(stay) !== undefined)
  for (const stays of Map.groupBy(known, childOf).values()) {
    const ordered = stays.toSorted((a, b) => a.enteredAt - b.enteredAt)
    for (const [at, stay] of ordered.entries()) {
      expect(stay.leftAt ?? UNTIL).toBeGreaterThanOrEqual(stay.enteredAt)
      expect(ordered[at - 1]?.leftAt ?? 0).not.toBeNull()
      expect(ordered[at - 1]?.leftAt ?? 0).toBeLessThanOrEqual(stay.enteredAt)
    }
  }
})

test('given any fact, no instant in it lies after the end, papers that expire later apart', () => {
  const instants = facts
    .flatMap((fact) => Object.entries(fact))
    .filter(([name]) => /(At|On)$/.test(name) && name !== 'expiresOn')
  expect(instants.filter(([, at]) => typeof at === 'number' && at > UNTIL)).toEqual([])
})

test('given a child, whoever is detected is under 18 and was born before', () => {
  expect(of('detections').filter(({ age, at, person }) => age < 0 || age > 17 || person.bornOn > at)).toEqual([])
})

test('given a number of foreigner or a CURP, it belongs to one child', () => {
  for (const key of ['nue', 'curp'] as const) {
    const owners = new Map<string, number>()
    for (const { person } of of('detections')) {
      const number = person[key]
      if (number !== null) expect(owners.get(number) ?? person.id).toBe(person.id)
      if (number !== null) owners.set(number, person.id)
    }
  }
})

test('given numbers that authorities give, none is given twice to two facts', () => {
  for (const numbers of [
    new Map(of('determinations').map(({ number, folio }) => [number, folio])),
    new Map(of('executed-returns').map(({ folio, departedAt }) => [folio, String(departedAt)])),
  ]) {
    expect(numbers.size).toBeGreaterThan(100)
  }
  const returns = of('executed-returns').map(({ folio }) => folio)
  expect(new Set(returns).size).toBe(returns.length)
})

test('given the end, children are held in several states, some for minutes and some for longer than 36 hours', () => {
  const held = ledger.openStays.filter(({ place }) => isDetention(place.type))
  const hours = held.map(({ enteredAt }) => (UNTIL - enteredAt) / HOUR)
  expect(held.length).toBeGreaterThanOrEqual(28)
  expect(hours.some((so) => so < 3)).toBe(true)
  expect(hours.some((so) => so > 36)).toBe(true)
  expect(new Set(held.map(({ place }) => place.state)).size).toBeGreaterThanOrEqual(10)
  expect(Object.keys(HELD_NOW)).toHaveLength(20)
})

test('given care, some children have been in a centre for more than a year', () => {
  const centres = ledger.openStays.filter(({ place }) => place.type.startsWith('CAS'))
  expect(centres.some(({ enteredAt }) => UNTIL - enteredAt > 365 * DAY)).toBe(true)
})

test('given referral centres, most come to light in rows of stays alone', () => {
  expect(ledger.sightings.size).toBeGreaterThanOrEqual(18)
  for (const place of ledger.sightings.keys()) expect(place.key).toBeNull()
})
