/** Apportionment: sums that hold, remainders that are carried, choices that are exact. */
import { expect, test } from 'vitest'
import { Random } from './random.ts'
import { Carry, choose, rounder } from './shares.ts'

test('given a kind of one in a hundred, taken three at a time, it comes once in a hundred', () => {
  const carry = new Carry<'often' | 'seldom'>()
  const taken = Array.from({ length: 100 }, () => {
    carry.accrue(3, { often: 99, seldom: 1 })
    return carry.take(3)
  }).flat()
  expect(taken).toHaveLength(300)
  expect(taken.filter((kind) => kind === 'seldom')).toHaveLength(3)
})

test('given kinds that somebody else gave out, the rest makes up for it', () => {
  const carry = new Carry<'a' | 'b'>()
  carry.accrue(10, { a: 1, b: 1 })
  for (let given = 0; given < 4; given++) carry.spend('a')
  expect(carry.take(6).toSorted()).toEqual(['a', 'b', 'b', 'b', 'b', 'b'])
})

test('given fractions, the whole numbers sum to their sum', () => {
  const whole = rounder()
  const given = Array.from({ length: 40 }, () => whole(0.3))
  expect(given.reduce((sum, count) => sum + count, 0)).toBe(12)
})

test('given weights, exactly so many are chosen, each once', () => {
  const list = Array.from({ length: 50 }, (_, at) => at)
  const chosen = choose(new Random(3), list, 20, (at) => 1 + at)
  expect(new Set(chosen).size).toBe(20)
  expect(choose(new Random(3), list, 0)).toEqual([])
})

test('given one seed, the numbers are always these', () => {
  const random = new Random(7)
  expect([random.below(1000), random.below(1000), random.below(1000)]).toEqual([49, 165, 929])
})
