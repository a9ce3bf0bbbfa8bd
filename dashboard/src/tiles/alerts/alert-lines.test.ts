import { expect, test } from 'vitest'
import { closedIn, linesOf, totalsOf, withNation } from './alert-lines.ts'

type States = NonNullable<Parameters<typeof linesOf>[0]>

const STATES = [
  {
    code: '07',
    openAlerts: [
      { kind: 'CASE_NOT_PROCESSED', severity: 'CRITICAL', count: 1239, closedByPerson: 5, isTermSet: false },
      { kind: 'HELD_WITHOUT_LEGAL_BASIS', severity: 'RED', count: 2, closedByPerson: 0, isTermSet: false },
      { kind: 'HELD_WITHOUT_LEGAL_BASIS', severity: 'CRITICAL', count: 4, closedByPerson: 0, isTermSet: false },
    ],
  },
  {
    code: '30',
    openAlerts: [
      { kind: 'HELD_WITHOUT_LEGAL_BASIS', severity: 'CRITICAL', count: 9, closedByPerson: 0, isTermSet: false },
    ],
  },
  { code: '06', openAlerts: null },
] satisfies States

const written = (lines: ReturnType<typeof linesOf>) =>
  lines?.map(({ severity, kind, state, count }) => `${severity} ${kind} ${state} ${count}`)

test('the gravest stand first, of those what the law forbids outright, of those where most are', () => {
  expect(written(linesOf(STATES, {}))).toEqual([
    'CRITICAL HELD_WITHOUT_LEGAL_BASIS 30 9',
    'CRITICAL HELD_WITHOUT_LEGAL_BASIS 07 4',
    'CRITICAL CASE_NOT_PROCESSED 07 1234',
    'RED HELD_WITHOUT_LEGAL_BASIS 07 2',
  ])
})

test('what persons have closed is not among what stands open', () => {
  const counted = { kind: 'FAST_RETURN', severity: 'RED', count: 2, closedByPerson: 2, isTermSet: false } as const

  expect(linesOf([{ code: '07', openAlerts: [counted] }], {})).toEqual([])
})

test('how many they are is told beside it, of what the reader has chosen', () => {
  expect(closedIn(STATES, {})).toBe(5)
  expect(closedIn(STATES, { kind: 'CASE_NOT_PROCESSED', state: '07' })).toBe(5)
  expect(closedIn(STATES, { severity: 'RED' })).toBe(0)
  expect(closedIn(undefined, {})).toBe(0)
})

test('narrowed to a state, a kind and a severity, nothing else stands there', () => {
  const narrowed = linesOf(STATES, { state: '07', kind: 'HELD_WITHOUT_LEGAL_BASIS', severity: 'RED' })

  expect(written(narrowed)).toEqual(['RED HELD_WITHOUT_LEGAL_BASIS 07 2'])
})

test('given no state can be read it is not known what is open, and not none', () => {
  expect(linesOf([{ code: '06', openAlerts: null }], {})).toBeNull()
  expect(linesOf(undefined, {})).toBeNull()
  expect(linesOf([{ code: '06', openAlerts: [] }], {})).toEqual([])
})

test('the sums of the severities are those of the lines', () => {
  expect(totalsOf(linesOf(STATES, {}) ?? [])).toEqual({ CRITICAL: 1247, RED: 2, AMBER: 0 })
})

test('what is counted of the nation and of no state is a line of its own; where a state cannot be read it is not known', () => {
  const vacant = { kind: 'SECRETARIAT_VACANT', severity: 'RED', count: 3, closedByPerson: 1, isTermSet: false } as const
  const states = [
    { code: '07', openAlerts: [{ ...vacant, count: 1, closedByPerson: 1, isTermSet: false }] },
    { code: '30', openAlerts: [{ ...vacant, count: 1, closedByPerson: 0, isTermSet: false }] },
  ]
  const all = { nation: { openAlerts: [vacant] }, states }

  expect(written(linesOf(withNation(all), { state: '00' }))).toEqual(['RED SECRETARIAT_VACANT 00 1'])
  expect(withNation({ ...all, nation: null })).toEqual(states)
  expect(withNation({ ...all, states: [...states, { code: '06', openAlerts: null }] })).toHaveLength(3)
})
