/** When a silence is late, and when it is grave: both sides of each step. */
import { expect, test } from 'vitest'
import { EXPECTED_FEEDS, reportingStatus } from './expected-feeds.ts'

const TOLD = new Date('2026-11-01T06:00:00Z')
const after = (hours: number, ms = 0) => new Date(TOLD.getTime() + hours * 3_600_000 + ms)

test.each([
  ['at once', 1, after(0), 'ON_TIME'],
  ['a day late by the clock of a daily feed', 1, after(48), 'ON_TIME'],
  ['a moment more', 1, after(48, 1), 'LATE'],
  ['seven days past its period', 1, after(8 * 24), 'LATE'],
  ['a moment more than seven days', 1, after(8 * 24, 1), 'SILENT'],
  ['within the week of a weekly feed', 7, after(7 * 24), 'ON_TIME'],
  ['two weeks after a weekly feed', 7, after(14 * 24), 'LATE'],
  ['more than two weeks after a weekly feed', 7, after(14 * 24, 1), 'SILENT'],
])('given %s, a delivery due every %i days is told so', (_situation, period, now, status) => {
  expect(reportingStatus(TOLD, period, now)).toBe(status)
})

test('given that nothing was ever told, it is not merely silent', () => {
  expect(reportingStatus(null, 1, after(0))).toBe('NEVER_REPORTED')
})

test.each([
  [1, ['detections of INM', 'stays of INM', 'executed-returns of INM']],
  [
    7,
    [
      ...[
        'migration-documents of INM',
        'stays of DIF or SNDIF',
        'protection-cases of PPNNA',
        'representations of PPNNA',
      ],
      ...['determinations of PPNNA', 'return-checklists of INM'],
    ],
  ],
  [31, ['asylum-claims of COMAR', 'complaints of CNDH', 'complaints of CEDH']],
  [183, ['facilities of DIF or SNDIF', 'inspections of PPNNA']],
])('every %i days are due: %j', (period, due) => {
  const found = EXPECTED_FEEDS.filter(({ usualPeriodInDays }) => usualPeriodInDays === period)

  expect(found.map(({ feed, sources }) => `${feed} of ${sources.join(' or ')}`)).toEqual(due)
})
