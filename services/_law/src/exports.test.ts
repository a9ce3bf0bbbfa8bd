/** Who may let whom have more rows than one may take alone. */
import { expect, test } from 'vitest'
import type { Role } from './access-matrix.ts'
import { type Exporter, isStillDecided, maySecond } from './exports.ts'

const somebody = (role: Role, states: string[] | null, sub = `${role} ${states}`): Exporter => ({ sub, role, states })
const CHIAPAS = somebody('state-secretary', ['07'])
const FEDERAL = somebody('federal-secretary', null)

test.each([
  ['another of the same office', CHIAPAS, somebody('state-secretary', ['07'], 'a colleague'), true],
  ['oneself', CHIAPAS, CHIAPAS, false],
  ['the federal secretary', CHIAPAS, FEDERAL, true],
  ['a secretary of another state', CHIAPAS, somebody('state-secretary', ['27']), false],
  ['a secretary of one state, of an export of two', somebody('dif-officer', ['07', '27']), CHIAPAS, false],
  ['a secretary of a state, of an export of the country', FEDERAL, CHIAPAS, false],
  ['a secretary, of an ombudsperson', somebody('ombudsperson-state', ['07']), FEDERAL, false],
  ['an ombudsperson, of a secretary', CHIAPAS, somebody('ombudsperson-federal', null), false],
  [
    'the CNDH, of a commission of a state',
    somebody('ombudsperson-state', ['07']),
    somebody('ombudsperson-federal', null),
    true,
  ],
  ['nobody bound to a state, of counsel bound to none', somebody('independent-counsel', null), CHIAPAS, false],
])('%s: %#', (_who, first, second, may) => {
  expect(maySecond(first, second)).toBe(may)
})

test.each([
  ['the same', CHIAPAS, CHIAPAS, true],
  ['another person', CHIAPAS, somebody('state-secretary', ['07'], 'a colleague'), false],
  ['of another state by now', CHIAPAS, { ...CHIAPAS, states: ['27'] }, false],
  ['of a state more by now', CHIAPAS, { ...CHIAPAS, states: ['07', '27'] }, false],
  ['of the country by now', CHIAPAS, { ...CHIAPAS, states: null }, false],
  ['of fewer states by now', { ...CHIAPAS, states: ['07', '27'] }, CHIAPAS, true],
  ['of one state, who had the country', { ...CHIAPAS, states: null }, CHIAPAS, true],
  ['bound to one place, who is bound to none by now', { ...CHIAPAS, facilities: ['a'] }, CHIAPAS, false],
  ['of a place more by now', { ...CHIAPAS, facilities: ['a'] }, { ...CHIAPAS, facilities: ['a', 'b'] }, false],
  ['of fewer places by now', { ...CHIAPAS, facilities: ['a', 'b'] }, { ...CHIAPAS, facilities: ['b'] }, true],
  ['of one place, who had the state', { ...CHIAPAS, facilities: null }, { ...CHIAPAS, facilities: ['a'] }, true],
  ['in another role by now', CHIAPAS, { ...CHIAPAS, role: 'dif-officer' as const }, false],
])('what was decided holds for %s: %#', (_who, then, now, isStill) => {
  expect(isStillDecided(then, now)).toBe(isStill)
})
