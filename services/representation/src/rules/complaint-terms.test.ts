/** Until when an authority must answer an ombudsperson. */
import { expect, test } from 'vitest'
import { recommendationDueOn, reportDueOn } from './complaint-terms.ts'

test.each([
  ['within a month', '2026-03-02', '2026-03-17'],
  ['over the end of a year, holidays and all: calendar days', '2026-12-20', '2027-01-04'],
])('a report asked for %s', (_what, askedOn, due) => {
  expect(reportDueOn(askedOn)).toBe(due)
})

test.each([
  ['three weeks without a holiday', '2026-06-01', '2026-06-22'],
  ['on a Friday: it begins to run on Monday', '2026-06-05', '2026-06-26'],
  ['over 1 and 5 May, which are no working days', '2026-04-20', '2026-05-13'],
])('a recommendation given %s', (_what, recommendedOn, due) => {
  expect(recommendationDueOn(recommendedOn, 'CNDH', [])).toBe(due)
})

test('nothing is due that was not asked for', () => {
  expect([reportDueOn(null), recommendationDueOn(null, 'CNDH', [])]).toEqual([null, null])
})

test.each([
  ['CNDH', '2026-06-29'],
  ['CEDH', '2026-06-22'],
] as const)('given the CNDH suspends its work for a week, what the %s recommended is answered by %s', (ombuds, due) => {
  const days = { from: '2026-06-15', until: '2026-06-19' }
  const suspended = [{ id: 'a', authority: 'CNDH', state: null, ...days } as const]

  expect(recommendationDueOn('2026-06-01', ombuds, suspended)).toBe(due)
})
