/** Series: flows, stocks, and points that have no count. */
import { expect, test } from 'vitest'
import { type SeriesFacts, seriesOf } from './series.ts'

const WEEKS = [
  { from: '2026-11-02', to: '2026-11-08' },
  { from: '2026-11-09', to: '2026-11-15' },
  { from: '2026-11-16', to: '2026-11-22' },
  { from: '2026-11-23', to: '2026-11-29' },
]
const facts = (more: Partial<SeriesFacts>): SeriesFacts => ({
  indicator: 'RETURNS',
  points: WEEKS,
  counts: new Map([
    ['07', { before: 100, perPoint: [3, 0, 2, 1] }],
    ['27', { before: 10, perPoint: [1, 1, 0, 0] }],
  ]),
  told: new Map([
    ['07', { from: '2021-01-01', cutoff: '2026-11-25' }],
    ['27', { from: '2021-01-01', cutoff: '2026-11-08' }],
  ]),
  today: '2026-11-25',
  ...more,
})
const told = (states: string[], more: Partial<SeriesFacts> = {}) =>
  seriesOf(states, facts(more)).map(({ count, missing }) => missing ?? count)

test('a flow is what happened in each week; a week without events is 0', () => {
  expect(told(['07'])).toEqual([3, 0, 2, 'NOT_YET_CLOSED'])
})

test('a stock is what there was at the end of each week', () => {
  expect(told(['07'], { indicator: 'HELD' })).toEqual([103, 103, 105, 'NOT_YET_CLOSED'])
})

test('what the authority has not told of is missing, never 0', () => {
  expect(told(['27'])).toEqual([1, 'NOT_REPORTED', 'NOT_REPORTED', 'NOT_YET_CLOSED'])
})

test('what came before the first day told of is missing, never 0; the point that holds that day has its count', () => {
  const since = (from: string) => told(['07'], { told: new Map([['07', { from, cutoff: '2026-11-25' }]]) })
  expect(since('2026-11-11')).toEqual(['NOT_REPORTED', 0, 2, 'NOT_YET_CLOSED'])
  expect(since('2026-11-15')).toEqual(['NOT_REPORTED', 0, 2, 'NOT_YET_CLOSED'])
  expect(since('2026-11-16')).toEqual(['NOT_REPORTED', 'NOT_REPORTED', 2, 'NOT_YET_CLOSED'])
})

test('a state of which nothing was ever told has no counts at all', () => {
  expect(told(['14'])).toEqual(['NOT_REPORTED', 'NOT_REPORTED', 'NOT_REPORTED', 'NOT_YET_CLOSED'])
})

test('the nation sums what is counted, and says of how many states too little is known', () => {
  expect(told(['07', '27', '14'])).toEqual([4, 1, 2, 'NOT_YET_CLOSED'])
  expect(seriesOf(['07', '27', '14'], facts({})).map(({ statesNotReported }) => statesNotReported)).toEqual([
    1, 2, 2, 3,
  ])
})

test('a week that ends today is not yet closed', () => {
  expect(told(['07'], { today: '2026-11-22' }).at(2)).toBe('NOT_YET_CLOSED')
  expect(told(['07'], { today: '2026-11-23' }).at(2)).toBe(2)
})
