/** Where a place lies in a database that was put back, or promoted, and may have gone another way since. */
import { expect, test } from 'vitest'
import { Epochs } from './epochs.ts'

const FIRST = { mark: 0, firstPlace: 1 }
const SECOND = { mark: 20, firstPlace: 101 }
const THIRD = { mark: 30, firstPlace: 201 }
/** Begun at 151, by a database that holds nothing after 150 of the one in which the third began at 201. */
const INSTEAD = { mark: 31, firstPlace: 151 }

test.each([
  ['before anything was told', 0, 0],
  ['the last of an epoch', 100, 0],
  ['the first of the next', 101, 20],
  ['of the last one', 10_000, 30],
])('%s: the place %i is of the epoch %i', (_what, seq, mark) => {
  expect(new Epochs([FIRST, SECOND, THIRD]).markAt(seq)).toBe(mark)
})

test('a place behind an epoch in which nothing was told is of the one after it', () => {
  expect(new Epochs([FIRST, SECOND, { mark: 21, firstPlace: 101 }]).markAt(101)).toBe(21)
})

test.each([
  ['of what both hold', { seq: 150, mark: 20 }, 150],
  ['of what it does not hold', { seq: 180, mark: 20 }, 150],
  ['of its own', { seq: 180, mark: 31 }, 180],
  ['of an epoch that was lost', { seq: 210, mark: 30 }, 150],
  ['of an epoch that is to come', { seq: 210, mark: 32 }, null],
])('in a database that was put back, a place %s', (_what, place, here) => {
  expect(new Epochs([FIRST, SECOND, INSTEAD]).here(place)).toBe(here)
})

test.each([
  ['nothing happened', [FIRST, SECOND], [FIRST, SECOND], null],
  ['the server was started again', [FIRST, SECOND], [FIRST, SECOND, THIRD], 201],
  ['it was put back before the last start', [FIRST, SECOND, THIRD], [FIRST, SECOND, INSTEAD], 151],
  ['it was put back, and has not given a place since', [FIRST, SECOND, THIRD], [FIRST, SECOND], 201],
  ['it was put back twice', [FIRST, SECOND, THIRD], [FIRST, { mark: 22, firstPlace: 51 }, INSTEAD], 51],
])('%s', (_what, before, now, from) => {
  expect(new Epochs(now).partsFrom(new Epochs(before))).toBe(from)
})
