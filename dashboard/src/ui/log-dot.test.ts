import { expect, test } from 'vitest'
import { placeOf } from './log-dot.tsx'

test.each([
  [1, 0],
  [10, 0.25],
  [100, 0.5],
  [10_000, 1],
])('given a scale up to 8,239, %i stands at %d of the track', (value, place) =>
  expect(placeOf(value, 8_239)).toBeCloseTo(place),
)
