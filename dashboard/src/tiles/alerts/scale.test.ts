import { expect, test } from 'vitest'
import { nextStep, type Threshold } from './scale.tsx'

const step = (severity: Threshold['severity'], value: number, more: Partial<Threshold> = {}): Threshold => ({
  step: value,
  severity,
  value,
  unit: 'HOURS',
  isOnAct: false,
  runsFrom: 'DUTY',
  restsOn: null,
  ...more,
})
const SCALE = [step('AMBER', 3), step('RED', 24), step('CRITICAL', 36)]
const SINCE = '2026-11-25T00:00:00Z'
const at = (hours: number) => new Date(Date.parse(SINCE) + hours * 3_600_000)

test('given an amber alert after 5 hours, it is red from the 24th hour on', () => {
  const next = nextStep({ since: SINCE, severity: 'AMBER' }, SCALE, at(5))

  expect(next).toEqual({ severity: 'RED', at: '2026-11-26T00:00:00.000Z' })
})

test('given a critical one, nothing makes it graver', () => {
  expect(nextStep({ since: SINCE, severity: 'CRITICAL' }, SCALE, at(40))).toBeNull()
})

test('given the kind stays as it is after days of silence, those days make nothing graver', () => {
  const scale = [step('AMBER', 3), step('RED', 7, { unit: 'DAYS', runsFrom: 'SILENCE' })]

  expect(nextStep({ since: SINCE, severity: 'AMBER' }, scale, at(5))).toBeNull()
})

test('given what comes next is an act, or a term of working days, no hour is named', () => {
  const scale = [step('AMBER', 3), step('RED', 5, { unit: 'WORKING_DAYS' }), step('CRITICAL', 0, { isOnAct: true })]

  expect(nextStep({ since: SINCE, severity: 'AMBER' }, scale, at(5))).toBeNull()
})
