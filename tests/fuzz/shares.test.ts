/** Any number of questions can be asked for. */
import { expect, test } from 'vitest'
import { questionsIn, sharesOf } from './shares.ts'

test.each([1, 2, 3, 40, 200, 20_000])('of %d each acts, follows or asks, and nothing is left over', (all) => {
  const { acts, streams, questions } = sharesOf(all)

  expect(acts + streams + questions).toBe(all)
  expect(Math.min(acts, streams, questions)).toBeGreaterThanOrEqual(0)
})

test('a few must tell nothing, and as many as a run of the tests must have told something too', () => {
  expect([200, 2_000, 20_000].map((all) => sharesOf(all).isEnough)).toEqual([false, false, true])
})

test.each(['0', '-3', 'many', '1.5', ''])('"%s" is no number of questions', (text) => {
  expect(questionsIn(text)).toBeNull()
})
