import { expect, test } from 'vitest'
import { dutiesOf } from './overdue-duties-query.ts'

type Answer = Parameters<typeof dutiesOf>[0]

const chiapas: Answer = {
  code: '07',
  funnel: { detected: 30, notified: 21 },
  detention: { inReferralCenters: 1, inProhibitedPlaces: 2, inOtherAdHocPlaces: 0, over36Hours: 3, longestHours: 71 },
  care: { overOneYear: 1 },
  casework: {
    asOf: '2026-11-25T16:00:00Z',
    overdue: 4,
    unprocessedByAge: [{ bucket: 'OVER_5_WORKING_DAYS', count: 4 }],
    withoutDetermination: 9,
    oldestNotifiedAt: '2026-11-15T16:00:00Z',
  },
  returns: { withoutValidDetermination: 5, deportations: 0 },
}
const owed = (answer: Answer) => new Map(dutiesOf(answer).map(({ id, children }) => [id, children]))

test('nobody was told of the children of four weeks without a notice, whatever notices those weeks brought of others', () => {
  // A child who was found before, and of whom the notice came now, is of an earlier cohort and makes up for nobody.
  const answer = { ...chiapas, detection: { persons: 30, notified: 34 } }

  expect(owed(answer).get('notNotified')).toBe(9)
})

test('what a service did not answer is unknown, never 0', () => {
  const untold = owed({ ...chiapas, funnel: null, returns: null })

  expect(untold.get('notNotified')).toBeNull()
  expect(untold.get('returned')).toBeNull()
  expect(untold.get('unopened')).toBe(4)
})

test('what the figure withholds of its parts, and the backlog of its ages, the table does not tell', () => {
  const { detention, casework } = chiapas
  if (!detention || !casework) throw new Error('Both are there.')
  const held = { ...detention, inReferralCenters: 2, inProhibitedPlaces: 10 }
  const waiting = {
    ...casework,
    overdue: 150,
    unprocessedByAge: [
      { bucket: 'UNDER_24_HOURS' as const, count: 2 },
      { bucket: 'OVER_5_WORKING_DAYS' as const, count: 150 },
    ],
  }
  const beside = (answer: Answer) => dutiesOf(answer).flatMap(({ id, isBeside }) => (isBeside ? [id] : []))

  expect(beside({ ...chiapas, detention: held, casework: waiting })).toEqual(['prohibited', 'unopened'])
  expect(beside({ ...chiapas, detention: { ...held, inReferralCenters: 0 } })).toEqual([])
})
