/** How much one may ask is given back evenly, whatever the clock of the machine does. */
import { expect, test } from 'vitest'
import { Rates } from './rates.ts'

const HOUR_IN_MS = 3_600_000

test('given somebody who has asked all he may and a clock that is then put back an hour, he may ask again within the minute', () => {
  let now = 2 * HOUR_IN_MS
  const rates = new Rates(60, () => now)
  rates.charge('somebody', 60)
  expect(rates.allows('somebody', 1)).toBe(false)

  now -= HOUR_IN_MS
  expect(rates.allows('somebody', 1)).toBe(false)
  now += 10_000

  expect(rates.leftFor('somebody', 0).remaining).toBe(10)
})
