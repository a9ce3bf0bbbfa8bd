import { type Threshold, thresholdsOf } from '@vigia/law/alert-thresholds'
import { instantOf } from '@vigia/law/mexican-time'
import { expect, test } from 'vitest'
import { after, aState, coursesOf, days, gravityAt, T0 } from '../../../../../tests/support/builders/picture.ts'
import type { Delivery } from '../../engine/state.ts'
import { backlogGrows } from './backlog-grows.ts'
import { officeSilent } from './office-silent.ts'
import { registryNotUpdated } from './registry-not-updated.ts'
import { secretariatVacant } from './secretariat-vacant.ts'
import { securityBreach } from './security-breach.ts'

const owed = (delivery: Delivery, toldUntil: Date | null, usualPeriodInDays = 1) => ({
  ...{ delivery, usualPeriodInDays, toldUntil },
  lastFile: toldUntil && { id: 'file', takenAt: toldUntil },
})
const stays = owed('placements/stays/INM', T0)

test.each([
  ['within its period', [stays], null, days(1.5), null],
  ['24 hours late', [stays], null, days(2), 'AMBER'],
  ['72 hours late', [stays], null, days(4), 'RED'],
  ['7 days late', [stays], null, days(8), 'CRITICAL'],
  ['an office that sends by the month', [owed('children/asylum-claims/COMAR', T0, 31)], null, days(31), null],
  ['never, in a registry that has just begun', [owed('placements/stays/INM', null)], T0, days(1), null],
  ['never, in a registry of nine days', [owed('placements/stays/INM', null)], T0, days(9), 'CRITICAL'],
  ['never, in a registry without a file', [owed('placements/stays/INM', null)], null, days(99), null],
] as const)('A33 %s', (_given, deliveries, registrySince, now, expected) => {
  expect(gravityAt(officeSilent, aState({ deliveries, registrySince }), now)).toBe(expected)
})

test('A33 is of an office and a state', () => {
  expect(coursesOf(officeSilent, aState({ deliveries: [stays] }))[0]?.subject).toBe('placements/stays/INM/07')
})

const list = owed('placements/facilities/DIF', T0, 183)
test.each([
  ['149 days', [list], days(149), null],
  ['150 days', [list], days(150), 'AMBER'],
  ['183 days', [list], days(183), 'RED'],
  ['of another list', [owed('placements/inspections/PPNNA', T0, 183)], days(999), null],
  ['never listed', [owed('placements/facilities/DIF', null, 183)], days(999), null],
] as const)('A31 %s', (_given, deliveries, now, expected) => {
  expect(gravityAt(registryNotUpdated, aState({ deliveries }), now)).toBe(expected)
})

test('A31 is over by the list that came last', () => {
  expect(coursesOf(registryNotUpdated, aState({ deliveries: [list] }))).toMatchObject([
    { since: T0, ending: null, proof: { fact: 'batch', id: 'file', at: T0 } },
  ])
})

const telling = [
  owed('children/detections/INM', instantOf('2026-11-03')),
  owed('representation/protection-cases/PPNNA', instantOf('2026-11-01'), 7),
]
test.each([
  ['by less than half', { now: 29, weekAgo: 20 }, null],
  ['by half', { now: 30, weekAgo: 20 }, 'RED'],
  ['doubled', { now: 40, weekAgo: 20 }, 'CRITICAL'],
  ['of fewer than ten', { now: 40, weekAgo: 9 }, null],
  ['shrunk', { now: 10, weekAgo: 20 }, null],
] as const)('E01 %s', (_given, backlog, expected) => {
  expect(gravityAt(backlogGrows, aState({ backlog, deliveries: telling }), after(0))).toBe(expected)
})

/** What it owed since was due a week ago. */
const lastToldOf = instantOf('2026-10-20')
/** As the federal secretary may set them. */
const set = (amounts: Partial<Record<Threshold['since'], number>>) =>
  thresholdsOf('BACKLOG_GROWS').map((own) => ({ ...own, amount: amounts[own.since] ?? own.amount }))
const grown = (weekAgo: number, thresholds: readonly Threshold[]) => {
  const deliveries = [owed('children/detections/INM', T0), owed('representation/protection-cases/PPNNA', lastToldOf, 7)]
  const picture = aState({ backlog: { now: 2 * weekAgo, weekAgo }, deliveries })
  return backlogGrows.courses(picture, thresholds)[0]
}

test('E01 says of how few nothing is said, and after how long a silence nobody knows, as it was set', () => {
  const steps = (weekAgo: number, fewest: number) => grown(weekAgo, set({ FEWEST: fewest }))?.steps.length

  expect([steps(9, 10), steps(9, 9), steps(20, 21)]).toEqual([0, 2, 0])
  expect([6, 7].map((silence) => grown(20, set({ SILENCE: silence }))?.isHeld)).toEqual([true, false])
})

test('E01 is held while an office that moves the backlog is silent, and judged again when it tells', () => {
  const backlog = { now: 0, weekAgo: 20 }
  const silent = [telling[0], owed('representation/protection-cases/PPNNA', instantOf('2026-10-01'), 7)]
  const heldOf = (deliveries: Parameters<typeof aState>[0]) => coursesOf(backlogGrows, aState(deliveries))[0]?.isHeld

  expect(heldOf({ backlog, deliveries: telling })).toBe(false)
  expect(heldOf({ backlog, deliveries: silent.filter((one) => one !== undefined) })).toBe(true)
  expect(heldOf({ backlog, deliveries: [owed('children/detections/INM', null)] })).toBe(true)
  expect(heldOf({ backlog, deliveries: [...telling, owed('children/asylum-claims/COMAR', null)] })).toBe(false)
})

const post = (condition: 'HELD' | 'SHARED' | 'VACANT') => ({ id: 'told', condition, since: '2026-11-03' })
const day = (n: number) => new Date(instantOf('2026-11-03').getTime() + n * 86_400_000)
test.each([
  ['14 days', post('VACANT'), day(14.9), null],
  ['15 days', post('VACANT'), day(15), 'AMBER'],
  ['30 days', post('VACANT'), day(30), 'RED'],
  ['90 days', post('VACANT'), day(90), 'CRITICAL'],
  ['held beside another post', post('SHARED'), day(30), 'RED'],
  ['held', post('HELD'), day(99), null],
  ['of which nothing was told', null, day(99), null],
] as const)('A36 %s', (_given, secretariat, now, expected) => {
  expect(gravityAt(secretariatVacant, aState({ secretariat }), now)).toBe(expected)
})

test('A36 is over by the appointment', () => {
  const [course] = coursesOf(secretariatVacant, aState({ secretariat: post('HELD') }))
  expect(course?.proof).toEqual({ fact: 'secretariat', id: 'told', at: day(0) })
})

const breach = (toldAt: Date | null) => [{ id: 'breach', authority: 'DIF' as const, foundAt: T0, toldAt }]
test.each([
  ['found', breach(null), T0, 'RED'],
  ['nobody told for a month', breach(null), days(30), 'RED'],
  ['those concerned told', breach(after(5)), after(5), null],
  ['before they were', breach(after(5)), after(4), 'RED'],
  ['none', [], T0, null],
] as const)('A38 %s', (_given, breaches, now, expected) => {
  expect(gravityAt(securityBreach, aState({ breaches: [...breaches] }), now)).toBe(expected)
})

test('A38 says whose data they were, since that is who owes the notice', () => {
  expect(coursesOf(securityBreach, aState({ breaches: breach(null) }))[0]?.subject).toBe('breach/DIF')
})
