/** On what the terms of a line rest: the law, Vigía, or the secretary who set another one there. */
import { expect, test } from 'vitest'
import { restOf, termsRestOnIn } from './alert-words.ts'

test.each([
  ['nowhere', [false, false], ['LAW']],
  ['in some of its states', [true, false], ['LAW', 'SECRETARY']],
  ['in all of them', [true, true], ['SECRETARY']],
] as const)('given the term of the law was made stricter %s, the line says so', (_where, isSet, rests) => {
  expect(termsRestOnIn('HELD_WITHOUT_LEGAL_BASIS', 'CRITICAL', isSet)).toEqual(rests)
})

test('given one of two terms of a severity was set, the line may rest on either', () => {
  expect(termsRestOnIn('OMBUDS_REPORT_DUE', 'RED', [true])).toContain('SECRETARY')
  expect(termsRestOnIn('OMBUDS_REPORT_DUE', 'RED', [true])).toContain('LAW')
})

test('what the secretary set is no term that Vigía chose', () => {
  expect(restOf({ name: 'SET_BY_THE_SECRETARY', kind: 'POLICY' })).toBe('SECRETARY')
  expect(restOf({ name: 'NOTICE_STEPS', kind: 'POLICY' })).toBe('POLICY')
})
