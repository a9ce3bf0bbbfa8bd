/** What a gateway knows of the stream: no step twice, none without the one before it, and nothing of a history that is no more. */
import { expect, test } from 'vitest'
import { Epochs } from './epochs.ts'
import { KnownSteps } from './known-steps.ts'

const steps = (from: number, to: number, state = '07') =>
  Array.from({ length: to - from + 1 }, (_, i) => ({
    ...{ seq: from + i, alertId: `alert-${from + i}`, step: 'OPENED', severity: 'RED', kind: 'NOT_REPRESENTED', state },
    at: new Date(0),
  }))

function knowing(from: number, to: number): KnownSteps {
  const known = new KnownSteps()
  known.begin(from - 1)
  known.take(steps(from, to))
  return known
}

test.each([
  ['brought by two', [11, 13], 13],
  ['that reach farther', [12, 15], 15],
  ['between which and what is known something is missing', [15, 16], 13],
] as const)('steps %s are known once, in order', (_what, [from, to], top) => {
  const known = knowing(11, 13)

  known.take(steps(from, to))

  expect(known.top).toBe(top)
  expect(known.after(10, 100)?.map(({ seq }) => seq)).toEqual(Array.from({ length: top - 10 }, (_, i) => 11 + i))
})

test('given another history from a place on, what was known there is forgotten and taken anew', () => {
  const known = knowing(11, 15)
  const parted: (number | null)[] = []
  known.onParted(() => parted.push(known.top))

  known.part(
    13,
    new Epochs([
      { mark: 0, firstPlace: 1 },
      { mark: 7, firstPlace: 13 },
    ]),
  )
  known.take(steps(13, 14, '30'))

  expect(parted).toEqual([12])
  expect(known.after(11, 100)?.map(({ seq, state }) => [seq, state])).toEqual([
    [12, '07'],
    [13, '30'],
    [14, '30'],
  ])
  expect([known.epochs.markAt(12), known.epochs.markAt(13)]).toEqual([0, 7])
})
