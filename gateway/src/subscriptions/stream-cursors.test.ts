/** Cursors of a stream: good for one feed and one subscriber, and telling nothing. */
import { expect, test } from 'vitest'
import { cursorsFor } from './stream-cursors.ts'

const KEY = Buffer.alloc(32, 7)
const of = (subscriber: string, { key = KEY, feed = 'alerts', mark = 0 } = {}) =>
  cursorsFor(key, feed, subscriber, () => mark)
const own = of('cndh')
/** As those were whose place had eight bytes. */
const OF_41_BEFORE_EPOCHS = 'EpwQh840B2wKcpt9L8E3PA'
/** As many as a place, an Int of the graph, can be. */
const [MOST, MOST_MARK] = [2 ** 31 - 1, 2 ** 32 - 1]

test.each([
  [0, 0],
  [1, 1],
  [255, 0],
  [65_536, 2_147_483_648],
  [MOST, MOST_MARK],
])('place %i of the epoch %i comes back from its cursor', (seq, mark) => {
  const cursor = of('cndh', { mark }).at(seq)

  expect(own.placeIn(cursor)).toEqual({ seq, mark })
  expect(of('cndh', { mark }).at(seq)).toBe(cursor)
})

test('cursors that vary are all of one place, and no two of them look alike', () => {
  const varied = Array.from({ length: 50 }, () => own.varied(41))

  expect(new Set([...varied, own.at(41)]).size).toBe(51)
  expect(varied.map((cursor) => own.placeIn(cursor))).toEqual(varied.map(() => ({ seq: 41, mark: 0 })))
  expect(of('codhey').placeIn(own.varied(41))).toBeNull()
})

test('the same place of two epochs has two cursors', () => {
  expect(of('cndh', { mark: 7 }).at(41)).not.toBe(own.at(41))
})

test('a cursor from before there were epochs is one of the first epoch', () => {
  expect(own.placeIn(OF_41_BEFORE_EPOCHS)).toEqual({ seq: 41, mark: 0 })
})

test.each([
  ['of another subscriber', of('codhey').at(41)],
  ['of another feed', of('cndh', { feed: 'deliveries' }).at(41)],
  ['under another key', of('cndh', { key: Buffer.alloc(32, 8) }).at(41)],
  ['altered', `${own.at(41).slice(0, -2)}AA`],
  ['written otherwise', `${own.at(41)}=`],
  ['a number', '41'],
  ['nothing', ''],
])('a cursor %s is no place', (_what, cursor) => {
  expect(own.placeIn(cursor)).toBeNull()
})

test('what lies side by side does not look alike', () => {
  const [one, next] = [own.at(41), own.at(42)]
  const same = [...one].filter((sign, i) => sign === next[i]).length
  expect(same).toBeLessThan(8)
})
