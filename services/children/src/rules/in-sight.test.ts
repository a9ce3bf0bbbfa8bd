import { expect, test } from 'vitest'
import { type ActOnChild, isActiveMandate, isKnownByActs, isStub, statesInSightOf } from './in-sight.ts'

const FOUND_IN_CHIAPAS = { first: '07', found: ['07'], lodged: [], filed: [] }

test.each([
  ['found once', {}, ['07']],
  ['found again in Nuevo León', { found: ['19', '07'] }, ['07', '19']],
  ['lodged now in Veracruz', { lodged: ['30'] }, ['07', '30']],
  ['of whom the Procuraduría of Oaxaca has a file', { filed: ['20'] }, ['07', '20']],
  ['all of it, twice in one state', { found: ['07', '30'], lodged: ['30'], filed: ['07'] }, ['07', '30']],
])('a child %s is in the sight of those states', (_name, differences, states) => {
  expect(statesInSightOf({ ...FOUND_IN_CHIAPAS, ...differences })).toEqual(states)
})

test.each([
  ['CSO_LAWYER', '12345678', null, true],
  ['FEDERAL_DEFENDER', '12345678', null, true],
  ['CSO_LAWYER', null, null, false],
  ['CSO_LAWYER', '12345678', '2026-01-01', false],
  ['SUBSTITUTE', '12345678', null, false],
  ['ORIGINAL', '12345678', null, false],
] as const)(
  'a representation of quality %s by the key %s that ended on %s lets counsel know of the child: %s',
  (quality, key, endedOn, is) => {
    expect(isActiveMandate({ quality, key, endedOn })).toBe(is)
  },
)

const NOW = new Date('2026-11-20T12:00:00Z')
const acted = (act: ActOnChild['act'], until: string | null = null): ActOnChild => ({
  act,
  state: '07',
  until: until === null ? null : new Date(until),
})

test.each([
  [acted('NOTICE'), ['CASES', 'STATE_ACTS']],
  [acted('FILE'), ['CASES', 'STATE_ACTS']],
  [acted('STAY'), ['PLACED', 'STATE_ACTS']],
  [acted('STAY', '2026-10-21T12:00:01Z'), ['PLACED', 'STATE_ACTS']],
  [acted('STAY', '2026-10-21T12:00:00Z'), []],
])('given %j, officers of that state know of the child by the rules %j, and those of another by none', (act, rules) => {
  const all = ['CASES', 'PLACED', 'STATE_ACTS', 'STATES', 'AGREEMENT'] as const

  expect(all.filter((rule) => isKnownByActs(rule, ['07'], [act], NOW))).toEqual(rules)
  expect(all.filter((rule) => isKnownByActs(rule, ['30'], [act], NOW))).toEqual([])
})

const ELSEWHERE = { first: '30', found: ['30'], lodged: [], filed: [] }
test.each([
  ['on the 90th day after it left', '2026-08-22T12:00:01Z', ELSEWHERE, true],
  ['on the day after', '2026-08-22T12:00:00Z', ELSEWHERE, false],
  ['while it is there', null, { ...ELSEWHERE, lodged: ['07'] }, false],
  ['before it leaves', '2026-11-21T12:00:00Z', ELSEWHERE, false],
  ['given the state has a file of it', '2026-11-01T12:00:00Z', { ...ELSEWHERE, filed: ['07'] }, false],
])('%s a child is a stub to the state of that place, or not', (_when, left, concerned, is) => {
  const stays = [{ state: '07', leftAt: left === null ? null : new Date(left) }]

  expect(isStub(['07'], concerned, stays, NOW)).toBe(is)
  expect(isStub(['27'], concerned, stays, NOW)).toBe(false)
})
