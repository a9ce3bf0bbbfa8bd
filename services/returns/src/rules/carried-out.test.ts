import { expect, test } from 'vitest'
import { isCarriedOutBy } from './carried-out.ts'

const plan = { folio: 'RET/2026/000007', state: '07', plannedOn: new Date('2026-03-09') }
const departed = { folio: 'RET/2026/000007', state: '07', departedAt: new Date('2026-03-12T15:00:00Z') }

test.each([
  ['of the same number and state', departed, true],
  ['of another number', { ...departed, folio: 'RET/2026/000008' }, false],
  ['of the same number in another state', { ...departed, state: '27' }, false],
  // Still the planned day in Mexico City.
  ['there, on the planned day', { ...departed, state: '27', departedAt: new Date('2026-03-10T05:30:00Z') }, true],
  ['there, on the day after', { ...departed, state: '27', departedAt: new Date('2026-03-10T06:30:00Z') }, false],
])('a plan and a return %s', (_given, one, expected) => {
  expect(isCarriedOutBy(plan, one)).toBe(expected)
})
