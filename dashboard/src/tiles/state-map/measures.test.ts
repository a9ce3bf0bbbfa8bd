import { expect, test } from 'vitest'
import { classOf, limitsFor } from './measures.ts'

test('the darkest class of the longest stay is the breach of 36 hours', () => {
  const limits = limitsFor('hours', [71])

  expect(classOf(limits, 35)).toBe('c3')
  expect(classOf(limits, 36)).toBe('c4')
})

test('limits are the same for all days of one order of magnitude', () => {
  expect(limitsFor('detected', [1_200])).toEqual(limitsFor('detected', [90_000]))
  expect(limitsFor('detected', [60])).not.toEqual(limitsFor('detected', [1_200]))
})

test('what is unknown does not count as none', () => {
  expect(limitsFor('detected', [null, 1_500])).toEqual(limitsFor('detected', [1_500]))
  expect(classOf(limitsFor('detected', [null]), 0)).toBe('c0')
})
