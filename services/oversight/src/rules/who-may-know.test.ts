import { scopesOf } from '@vigia/law/access-matrix'
import { expect, test } from 'vitest'
import { kindsWithChild, tellsOf } from './who-may-know.ts'

const kindsOf = (role: Parameters<typeof scopesOf>[0]) => kindsWithChild((scope) => scopesOf(role).includes(scope))

test.each([
  ['HELD_IN_PROHIBITED_PLACE', 'child:read'],
  ['ASYLUM_DECISION_DUE', 'risk:read'],
  ['COUNSEL_REQUEST_UNANSWERED', 'representation:read'],
] as const)('%s tells of what %s opens', (kind, scope) => {
  expect(tellsOf(kind)).toBe(scope)
})

test('the federal secretary is not told of which child asylum or counsel is the matter; a Procuraduría is told of all', () => {
  const [federal, office] = [kindsOf('federal-secretary'), kindsOf('ppnna-officer')]

  expect(federal).toContain('HELD_IN_PROHIBITED_PLACE')
  expect(federal.filter((kind) => tellsOf(kind) !== 'child:read')).toEqual([])
  expect(office.length).toBeGreaterThan(federal.length)
  expect(kindsOf('inm-officer')).toEqual([])
})
