/** Rules that judge a place and not a child: how full it is, whether its carers are enough, whether a list, a registry knows it. */
import type { RegistryStatus } from '@vigia/law/facility-registry'
import { instantOf } from '@vigia/law/mexican-time'
import { expect, test } from 'vitest'
import { after, aPlace, coursesOf, days, gravityAt, T0 } from '../../../../../tests/support/builders/picture.ts'
import { standingAt } from '../../engine/course.ts'
import type { FacilityPicture } from '../../engine/facility.ts'
import { overcrowded } from './overcrowded.ts'
import { tooFewCarers } from './too-few-carers.ts'
import { unlistedPlace } from './unlisted-place.ts'
import { unregisteredCentre } from './unregistered-centre.ts'

const entries = (n: number) => Array.from({ length: n }, (_none, i) => after(i))
test.each([
  ['8 of 10', aPlace({ entries: entries(8) }), null],
  ['9 of 10', aPlace({ entries: entries(9) }), 'AMBER'],
  ['10 of 10', aPlace({ entries: entries(10) }), 'RED'],
  ['12 of 10', aPlace({ entries: entries(12) }), 'CRITICAL'],
  ['one in a place for one', aPlace({ entries: entries(1), capacity: 1 }), 'RED'],
  ['whatever, of an unknown number', aPlace({ entries: entries(99), capacity: null }), null],
  ['one in a place that is listed with none', aPlace({ entries: entries(1), capacity: 0 }), 'CRITICAL'],
  ['nobody in a place that is listed with none', aPlace({ entries: entries(0), capacity: 0 }), null],
] as const)('A27 %s', (_given, place, expected) => {
  expect(gravityAt(overcrowded, place, after(200))).toBe(expected)
})

/** As many as `births` tell of entered before the others of the first so many hours, each before turning one. */
const withInfants = (carers: number | null, n: number, births: readonly string[], type: 'CASE' | 'EM' = 'CASE') => {
  const infants = births.map((turnsOneOn, i) => ({ at: after(i), turnsOneOn }))
  return aPlace({ carers, type, entries: entries(n), infants })
}
const LATER = '2027-05-01'
test.each([
  ['1 for 8', withInfants(1, 8, []), after(99), null],
  ['1 for 9', withInfants(1, 9, []), after(99), 'RED'],
  ['1 for 9, before the ninth came', withInfants(1, 9, []), after(7), null],
  ['1 for 4 under one year', withInfants(1, 4, [LATER, LATER, LATER, LATER]), after(99), null],
  ['1 for 5 under one year', withInfants(1, 5, [LATER, LATER, LATER, LATER, LATER]), after(99), 'RED'],
  ['1 for 2 under one year and 4 others', withInfants(1, 6, [LATER, LATER]), after(99), null],
  ['1 for 2 under one year and 5 others', withInfants(1, 7, [LATER, LATER]), after(99), 'RED'],
  ['2 for 2 under one year and 5 others', withInfants(2, 7, [LATER, LATER]), after(99), null],
  ['none for nobody', withInfants(0, 0, []), after(99), null],
  ['none for 1', withInfants(0, 1, []), after(99), 'RED'],
  ['of an unknown number', withInfants(null, 99, []), after(99), null],
  ['1 for 9 in a station', withInfants(1, 9, [], 'EM'), after(99), null],
  [
    '1 for 7, until the last moment before one turns one',
    withInfants(1, 7, [LATER, '2026-11-09']),
    instantOf('2026-11-08', 23, 59, 59),
    'RED',
  ],
  [
    '1 for 7, once one of two has turned one',
    withInfants(1, 7, ['2026-11-09', '2026-11-09']),
    instantOf('2026-11-09'),
    null,
  ],
] as const)('A27 carers, %s', (_given, place, now, expected) => {
  expect(gravityAt(tooFewCarers, place, now)).toBe(expected)
})

test('A27 carers stands since the entry that was too many, and ends by a first birthday, or by the last exit', () => {
  const exit = { fact: 'stay', id: 'gone', at: after(30) }

  expect(coursesOf(tooFewCarers, withInfants(1, 7, ['2026-11-09', LATER]))).toMatchObject([
    { subject: 'place', facilityId: 'place', since: after(6), ending: { fact: 'first_birthday', id: 'place' } },
  ])
  expect(coursesOf(tooFewCarers, { ...withInfants(1, 8, []), lastExit: exit })).toMatchObject([
    { steps: [], ending: null, proof: exit },
  ])
})

test('A27 carers that were too few again after a birthday are a shortage of its own', () => {
  const place = withInfants(1, 7, ['2026-11-09', '2026-11-09'])
  const more = { ...place, entries: [...place.entries, days(20), days(21)] }

  expect(coursesOf(tooFewCarers, more)).toMatchObject([{ since: days(21), ending: null }])
})

test('A27 carers, a birthday ends nothing that nobody tells of any more', () => {
  const place = withInfants(1, 7, ['2026-11-09', LATER])
  const silent = (silentSince: Date) => ({ ...place, silentSince })

  const untold = [silent(instantOf('2026-11-08')), silent(instantOf('2026-11-10')), place]
  expect(untold.map((one) => coursesOf(tooFewCarers, one)[0]?.endsUntold)).toEqual([true, false, false])
})

test('A27 stands since the entry that made the place that full, and ends by the last exit', () => {
  const exit = { fact: 'stay', id: 'gone', at: after(9) }

  expect(coursesOf(overcrowded, aPlace({ entries: entries(10) }))[0]?.steps.at(-1)).toMatchObject({
    severity: 'RED',
    at: after(9),
  })
  expect(coursesOf(overcrowded, aPlace({ entries: entries(5), lastExit: exit }))[0]).toMatchObject({
    steps: [],
    proof: exit,
  })
})

test.each([
  ['EM', 11, 'NO_MORE_THAN_A_STATION_HOLDS', after(10)],
  ['EM', 10, 'OCCUPANCY_STEPS', after(9)],
  ['EPA', 11, 'NO_MORE_THAN_A_STATION_HOLDS', after(10)],
  ['CCAN', 11, 'OCCUPANCY_STEPS', after(9)],
  ['CASE', 11, 'OCCUPANCY_STEPS', after(9)],
] as const)('A27 %s for ten with %i is red by %s', (type, children, basis, since) => {
  const [course] = coursesOf(overcrowded, aPlace({ type, entries: entries(children) }))

  expect(course && standingAt(course, days(9))).toEqual({ severity: 'RED', reachedAt: since, restsOn: basis })
})

test.each([
  ['sighted, with a child', aPlace({ lifecycle: 'SIGHTED', entries: [T0] }), 'RED'],
  ['seen by a second source', aPlace({ lifecycle: 'CORROBORATED', entries: [T0] }), 'RED'],
  ['denied by its authority', aPlace({ lifecycle: 'DENIED', entries: [T0] }), 'RED'],
  ['closed', aPlace({ lifecycle: 'CLOSED', entries: [T0] }), null],
  ['sighted, empty', aPlace({ lifecycle: 'SIGHTED' }), null],
  ['acknowledged, with a child', aPlace({ entries: [T0] }), null],
] as const)('A32 %s', (_given, place, expected) => {
  expect(gravityAt(unlistedPlace, place, after(1))).toBe(expected)
})

test('A32 is over once a list has it, or by the last exit; of one of which nobody told of a child nothing is over', () => {
  const exit = { fact: 'stay', id: 'gone', at: after(9) }
  const proofs = (place: FacilityPicture) => coursesOf(unlistedPlace, place).map(({ proof }) => proof)

  expect(coursesOf(unlistedPlace, aPlace({ lifecycle: 'SIGHTED', entries: [T0] }))).toMatchObject([
    { subject: 'place', facilityId: 'place', state: '07', since: T0, ending: null },
  ])
  expect(proofs(aPlace({ entries: [T0], lastExit: exit }))).toEqual([{ fact: 'facility', id: 'place', at: null }])
  expect(proofs(aPlace({ lastExit: exit }))).toEqual([{ fact: 'facility', id: 'place', at: null }])
  expect(proofs(aPlace({ lifecycle: 'SIGHTED', lastExit: exit }))).toEqual([exit])
  expect(proofs(aPlace({ lifecycle: 'SIGHTED' }))).toEqual([])
})

/** With children who came at once and an hour later. */
const centre = (registryStatus: RegistryStatus, differences: Partial<FacilityPicture> = {}) =>
  aPlace({ registryStatus, entries: entries(2), ...differences })
test.each([
  ['not registered', centre('UNREGISTERED'), T0, 'RED'],
  ['not registered, before a child came', centre('UNREGISTERED'), after(-1), null],
  ['not registered, private', centre('UNREGISTERED', { type: 'CASP' }), T0, 'RED'],
  ['not registered, empty', centre('UNREGISTERED', { entries: [] }), after(99), null],
  ['expired', centre('EXPIRED'), T0, 'RED'],
  ['registered', centre('REGISTERED'), after(99), null],
  ['certified', centre('CERTIFIED'), after(99), null],
  ['of which nobody tells', centre('UNKNOWN'), after(99), null],
  ['sighted, in no list', centre('UNKNOWN', { lifecycle: 'SIGHTED' }), after(99), null],
  ['closed, with children', centre('UNREGISTERED', { lifecycle: 'CLOSED' }), T0, 'RED'],
  ['a referral centre', centre('UNREGISTERED', { type: 'CCAN' }), after(99), null],
  ['a station', centre('UNREGISTERED', { type: 'EM' }), after(99), null],
  ['a shelter', centre('UNREGISTERED', { type: 'ALB' }), after(99), null],
  ['a foster family', centre('UNREGISTERED', { type: 'FAM_A' }), after(99), null],
] as const)('A31 centre, %s', (_given, place, now, expected) => {
  expect(gravityAt(unregisteredCentre, place, now)).toBe(expected)
})

test('A31 centre stands since the first entry, and ends by the registration, the last exit, or with what was told of it', () => {
  const exit = { fact: 'stay', id: 'gone', at: after(30) }
  const proofs = (place: FacilityPicture) => coursesOf(unregisteredCentre, place).map(({ proof }) => proof)

  expect(coursesOf(unregisteredCentre, centre('UNREGISTERED'))).toMatchObject([
    { subject: 'place', facilityId: 'place', state: '07', since: T0, ending: null },
  ])
  expect(proofs(centre('REGISTERED'))).toEqual([{ fact: 'facility', id: 'place', at: null }])
  expect(proofs(centre('EXPIRED', { entries: [], lastExit: exit }))).toEqual([exit])
  expect(proofs(centre('UNKNOWN', { lastExit: exit }))).toEqual([])
})
