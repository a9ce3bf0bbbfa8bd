/** Who may let whom have more rows than one may take alone. */
import { expect, test } from 'vitest'
import type { Role } from './access-matrix.ts'
import { type Exporter, maySecond } from './exports.ts'

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
