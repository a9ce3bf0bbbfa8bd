import { expect, test } from 'vitest'
import { Pace } from './pace.ts'

test('two hundred messages may come at once, and fifty a second after them', () => {
  let now = 0
  const pace = new Pace(() => now)
  const allowed = () => Array.from({ length: 300 }, () => pace.allows()).filter((isAllowed) => isAllowed).length

  expect(allowed()).toBe(200)
  now = 1_000
  expect(allowed()).toBe(50)
  now = 3_600_000
  expect(allowed()).toBe(200)
})
