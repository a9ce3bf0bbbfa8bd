/** What the registry counts beside each measure of INM's tables, of one set of counts in which no two figures are the same. */
import { AUTHORITY_MEASURES, type AuthorityMeasure } from '@vigia/law/authority-tables'
import { codesOf } from '@vigia/law/code-list'
import { INDICATORS } from '@vigia/law/indicators'
import { expect, test } from 'vitest'
import { countersOf, FEED_OF_INDICATOR, feedsOfCounter } from './feed-of-indicator.ts'
import { feedOfCounterpart, registryCounterpart } from './registry-counterpart.ts'

const COUNTS = [
  { indicator: 'PATH_11111_WAITING', n: 3 },
  { indicator: 'PATH_00000_LEFT', n: 2 },
  { indicator: 'PATH_EVENTS', n: 100 },
  { indicator: 'EVENT_DETECTION', n: 12 },
  { indicator: 'EVENT_HELD', n: 20 },
  { indicator: 'EVENT_CARE', n: 40 },
  { indicator: 'EVENT_ASSISTED_RETURN', n: 200 },
  { indicator: 'EVENT_DEPORTATION', n: 400 },
  { indicator: 'EVENT_BORDER_REJECTION', n: 800 },
  { indicator: 'EVENT_EXPULSION', n: 1_600 },
]
const FIGURES: Partial<Record<AuthorityMeasure, readonly [figure: number, feed: string]>> = {
  RESCUED: [5, 'detections'],
  RESCUED_AGAIN: [7, 'detections'],
  PRESENTED: [20, 'stays INM'],
  CHANNELLED: [40, 'stays DIF SNDIF'],
  CHANNELLED_CHILDREN: [40, 'stays DIF SNDIF'],
  RETURNED: [3_000, 'executed-returns'],
  DEPORTED: [400, 'executed-returns'],
  ASSISTED_RETURN: [200, 'executed-returns'],
}

test.each(codesOf(AUTHORITY_MEASURES))(
  'beside %s stands what the registry counts of that kind, or nothing',
  (measure) => {
    const [figure, feed] = FIGURES[measure] ?? [null, null]
    const of = feedOfCounterpart(measure)

    expect(registryCounterpart(measure, COUNTS)).toBe(figure)
    expect(of && [of.feed, ...(of.sources ?? [])].join(' ')).toBe(feed)
    if (figure !== null) expect(registryCounterpart(measure, [])).toBe(0)
  },
)

test('a counter of paths or events is known by the feeds that tell of it, as an indicator is', () => {
  const feedsOf = (...codes: string[]) => codes.flatMap((code) => feedsOfCounter(code))
  const { DETECTIONS, HELD, CHILDREN_IN_CARE, RETURNS, CASES_OPENED } = FEED_OF_INDICATOR

  expect(feedsOf('PATH_EVENTS', 'EVENT_DETECTION')).toEqual([DETECTIONS, DETECTIONS])
  for (const path of ['PATH_CASE_OPENED', 'PATH_NO_CASE', 'PATH_11111_WAITING'])
    expect(feedsOf(path)).toEqual([DETECTIONS, CASES_OPENED])
  expect(feedsOf('EVENT_HELD', 'EVENT_CARE', 'EVENT_DEPORTATION')).toEqual([HELD, CHILDREN_IN_CARE, RETURNS])
  expect(feedsOf('UNPROCESSED_CASES')).toEqual([CASES_OPENED])
})

test('whoever is held is held in one of three kinds of places; every other indicator is its own counter', () => {
  expect(countersOf('HELD')).toEqual([
    ...['HELD_IN_REFERRAL_CENTERS', 'HELD_IN_PROHIBITED_PLACES', 'HELD_IN_OTHER_AD_HOC_PLACES'],
  ])
  for (const indicator of codesOf(INDICATORS))
    if (indicator !== 'HELD') expect(countersOf(indicator)).toEqual([indicator])
})
