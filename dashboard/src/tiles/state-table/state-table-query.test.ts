import { expect, test } from 'vitest'
import { rowOf, sorted } from './state-table-query.ts'

type State = Parameters<typeof rowOf>[0]

const chiapas: State = {
  code: '07',
  population: 5_543_828,
  detection: { asOf: '2026-11-25T16:42:00Z', persons: 8_239 },
  funnel: { coverage: 0.17, caseOpened: 1_400 },
  detention: { heldNow: 24, longestHours: 71 },
  casework: { unprocessed: 1_994 },
  returns: { withoutValidDetermination: 88 },
  reporting: [
    { feed: 'placements/stays', source: 'INM', status: 'ON_TIME', lastCutoff: '2026-11-25' },
    {
      feed: 'representation/protection-cases',
      source: 'PPNNA',
      status: 'SILENT',
      lastCutoff: '2026-11-05',
    },
    {
      feed: 'representation/determinations',
      source: 'PPNNA',
      status: 'NEVER_REPORTED',
      lastCutoff: null,
    },
  ],
}

test('a state whose services all answered has all its figures', () => {
  expect(rowOf(chiapas)).toMatchObject({ detected: 8_239, held: 24, longest: 71, unprocessed: 1_994, returns: 88 })
  expect(rowOf(chiapas).rate).toBeCloseTo(148.6, 1)
})

test('what a service did not answer is unknown, never 0', () => {
  expect(rowOf({ ...chiapas, detention: null, casework: null })).toMatchObject({
    held: null,
    longest: null,
    unprocessed: null,
  })
})

test('a child who is held for less than an hour is held, and its state comes before those that hold nobody', () => {
  const holding = (longestHours: number | null) => rowOf({ ...chiapas, detention: { heldNow: 1, longestHours } })

  expect(rowOf({ ...chiapas, detention: { heldNow: 0, longestHours: null } }).longest).toBe(0)
  expect(holding(0).longest).toBeGreaterThan(0)
  expect(holding(0).longest).toBeLessThan(holding(1).longest ?? 0)
})

test('of the feeds of a source that are late, the one that never came is told', () => {
  expect(rowOf(chiapas)).toMatchObject({ feeds: { onTime: 1, of: 3 }, late: [{ source: 'PPNNA', until: null }] })
})

test('rows sort either way, and what is unknown stays last', () => {
  const rows = [
    { ...chiapas, code: '01', detention: null },
    { ...chiapas, code: '02', detention: { heldNow: 3, longestHours: 4 } },
    chiapas,
  ].map(rowOf)

  expect(sorted(rows, 'held', true).map(({ code }) => code)).toEqual(['07', '02', '01'])
  expect(sorted(rows, 'held', false).map(({ code }) => code)).toEqual(['02', '07', '01'])
})
