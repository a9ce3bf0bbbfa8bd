import { expect, test } from 'vitest'
import { isActiveMandate, statesInSightOf } from './in-sight.ts'

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
  ['CSO_LAWYER', null, true],
  ['FEDERAL_DEFENDER', null, true],
  ['CSO_LAWYER', '2026-01-01', false],
  ['SUBSTITUTE', null, false],
  ['ORIGINAL', null, false],
] as const)(
  'a representation of quality %s that ended on %s lets counsel know of the child: %s',
  (quality, endedOn, is) => {
    expect(isActiveMandate({ quality, endedOn })).toBe(is)
  },
)
