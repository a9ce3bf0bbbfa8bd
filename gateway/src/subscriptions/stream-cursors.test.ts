/** Cursors of a stream: good for one feed and one subscriber, and telling nothing. */
import { expect, test } from 'vitest'
import { cursorsFor } from './stream-cursors.ts'

const KEY = Buffer.alloc(32, 7)
const own = cursorsFor(KEY, 'alerts', 'cndh')

test.each([0, 1, 255, 65_536, 4_294_967_296, Number.MAX_SAFE_INTEGER])('place %i comes back from its cursor', (seq) => {
  expect(own.placeIn(own.at(seq))).toBe(seq)
  expect(own.at(seq)).toBe(cursorsFor(KEY, 'alerts', 'cndh').at(seq))
})

test.each([
  ['of another subscriber', cursorsFor(KEY, 'alerts', 'codhey').at(41)],
  ['of another feed', cursorsFor(KEY, 'deliveries', 'cndh').at(41)],
  ['under another key', cursorsFor(Buffer.alloc(32, 8), 'alerts', 'cndh').at(41)],
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
