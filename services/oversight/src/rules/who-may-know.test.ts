import { scopesOf } from '@vigia/law/access-matrix'
import { expect, test } from 'vitest'
import { dayOfEndingTells, kindsWithChild, mayTellApart, tellsOf } from './who-may-know.ts'

const kindsOf = (role: Parameters<typeof scopesOf>[0]) => kindsWithChild((scope) => scopesOf(role).includes(scope))

test.each([
  ['HELD_IN_PROHIBITED_PLACE', 'child:read'],
  ['ASYLUM_DECISION_DUE', 'risk:read'],
  ['COUNSEL_REQUEST_UNANSWERED', 'representation:read'],
  // By which measure a child is kept and how, and whether its absence was reported (access-groups.ts).
  ['LODGED_WITHOUT_MEASURE', 'care:read'],
  ['MEASURE_NOT_RATIFIED', 'care:read'],
  ['NOT_APART_FROM_ADULTS', 'care:read'],
  ['DISAPPEARANCE_NOT_REPORTED', 'care:read'],
] as const)('%s tells of what %s opens', (kind, scope) => {
  expect(tellsOf(kind)).toBe(scope)
})

test('the day of an initial evaluation is told to who reads the evaluation, that of a departure with the alert', () => {
  expect(dayOfEndingTells('NO_INITIAL_EVALUATION', 'detection_evidence')).toBe('risk:read')
  expect(dayOfEndingTells('NO_INITIAL_EVALUATION', 'stay')).toBe('oversight:read')
  expect(dayOfEndingTells('HANDOVER_NOT_PROVEN', 'detection_evidence')).toBe('oversight:read')
})

test('the federal secretary is not told of which child asylum, counsel or its care is the matter; a Procuraduría is told of all', () => {
  const [federal, office] = [kindsOf('federal-secretary'), kindsOf('ppnna-officer')]

  expect(federal).toContain('HELD_IN_PROHIBITED_PLACE')
  expect(federal.filter((kind) => tellsOf(kind) !== 'child:read')).toEqual([])
  expect(office.length).toBeGreaterThan(federal.length)
  expect(kindsOf('dif-officer')).toContain('NOT_APART_FROM_ADULTS')
  expect(kindsOf('inm-officer')).toEqual([])
})

test('a partner can tell children apart who are held, and not those who asked for asylum or are missing, whatever its token holds', () => {
  const partner = (kind: Parameters<typeof tellsOf>[0]) => mayTellApart(kind, 'partner', () => true)

  expect(partner('HELD_IN_PROHIBITED_PLACE')).toBe(true)
  expect(partner('ASYLUM_DECISION_DUE')).toBe(false)
  expect(partner('DISAPPEARANCE_NOT_REPORTED')).toBe(false)
  expect(mayTellApart('ASYLUM_DECISION_DUE', 'ombudsperson-federal', (scope) => scope === 'risk:read')).toBe(true)
})
