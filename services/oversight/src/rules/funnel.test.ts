/** The funnel: stages never grow, and what is lost between them adds up by fate. */
import { expect, test } from 'vitest'
import { funnelOf } from './funnel.ts'

const COUNTS = [
  { indicator: 'PATH_00000_UNKNOWN', n: 10 },
  { indicator: 'PATH_00000_RETURNED', n: 5 },
  { indicator: 'PATH_10000_LEFT', n: 20 },
  { indicator: 'PATH_10000_WAITING', n: 7 },
  { indicator: 'PATH_11001_WAITING', n: 4 },
  { indicator: 'PATH_01000_UNKNOWN', n: 3 },
  { indicator: 'PATH_11100_RETURNED', n: 2 },
  { indicator: 'PATH_11111_WAITING', n: 1 },
  { indicator: 'PATH_EVENTS', n: 60 },
  { indicator: 'EVENT_DETECTION', n: 999 },
]

test('records are counted as they are', () => {
  const { detected, detectionEvents, notified, caseOpened, determined, planIssued, represented } = funnelOf(COUNTS)
  expect({ detected, detectionEvents, notified, caseOpened, determined, planIssued, represented }).toEqual({
    detected: 52,
    detectionEvents: 60,
    notified: 34,
    caseOpened: 10,
    determined: 3,
    planIssued: 1,
    represented: 5,
  })
})

test('a file without a notice on record stands at the stage of the notice too', () => {
  const reached = funnelOf(COUNTS).stages.map(({ reached }) => reached)
  expect(reached).toEqual([52, 37, 10, 3, 1])
})

test('what is lost between two stages is their difference, by fate', () => {
  const { stages } = funnelOf(COUNTS)
  for (const [at, { lost, reached }] of stages.entries()) {
    const before = stages[at - 1]
    if (!before) continue
    expect(lost.reduce((sum, { count }) => sum + count, 0)).toBe(Number(before.reached) - Number(reached))
    expect(lost.every(({ count }) => count >= 0)).toBe(true)
  }
  expect(stages[0]?.lost).toEqual([])
})

test('the residual is what has no file, and its fates sum to it', () => {
  const { residual, residualByFate, coverage } = funnelOf(COUNTS)
  expect(residual).toBe(42)
  expect(residualByFate).toEqual([
    { fate: 'WAITING', count: 7 },
    { fate: 'RETURNED', count: 5 },
    { fate: 'LEFT', count: 20 },
    { fate: 'UNKNOWN', count: 10 },
  ])
  expect(coverage).toBeCloseTo(10 / 52)
})

test('of nobody there is no coverage', () => {
  expect(funnelOf([]).coverage).toBeNull()
})

const NOTHING = { cases: false, determinations: false, representations: false }
const [FOUND, OPENED] = [
  { indicator: 'PATH_10000_WAITING', n: 9 },
  { indicator: 'PATH_11000_WAITING', n: 2 },
]
test.each([
  ['no office ever told of anything', [FOUND], NOTHING, [null, null, null, null, null]],
  ['it told of its files alone', [FOUND], { ...NOTHING, cases: true }, [0, null, null, null, 9]],
  ['it told of all', [FOUND], { cases: true, determinations: true, representations: true }, [0, 0, 0, 0, 9]],
  ['a file of a child was opened elsewhere', [FOUND, OPENED], NOTHING, [2, null, null, null, 9]],
  ['nobody was found', [], NOTHING, [0, 0, 0, 0, 0]],
] as const)('none is no 0 where nobody told: given %s', (_given, counts, told, expected) => {
  const { caseOpened, determined, planIssued, represented, residual, stages } = funnelOf(counts, told)

  expect([caseOpened, determined, planIssued, represented, residual]).toEqual(expected)
  expect(stages.slice(2).map(({ reached }) => reached)).toEqual(expected.slice(0, 3))
})
