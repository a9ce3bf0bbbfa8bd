/** What is on its way to one subscriber: in order while he takes it, bounded when he does not. */
import { expect, test } from 'vitest'
import { Bundle } from './bundle.ts'
import { Outlet, type StreamEnd } from './outlet.ts'
import { Told } from './told.ts'

function aPipe() {
  const written: number[] = []
  const ends: StreamEnd['code'][] = []
  const pipe = { isClogged: false, isGone: false }
  const outlet = new Outlet({
    isClogged: () => pipe.isClogged,
    write: ({ tolds }) => !pipe.isGone && written.push(...tolds.map(({ seq }) => seq)) > 0,
    end: ({ code }) => void ends.push(code),
  })
  return { pipe, outlet, written, ends }
}
const aTold = (seq: number) => new Told(seq, { data: {} }, false)
const told = (first: number, ...others: number[]) => new Bundle([aTold(first), ...others.map(aTold)])
const clogged = () => {
  const parts = aPipe()
  parts.pipe.isClogged = true
  return parts
}

test('given a subscriber who is slow for a while, he is told everything, in order', () => {
  const { pipe, outlet, written } = clogged()
  for (const bundle of [told(1), told(2, 3), told(4)]) outlet.give(bundle)
  expect([written, outlet.isUpToDate]).toEqual([[], false])

  pipe.isClogged = false
  outlet.flush()
  outlet.give(told(5))

  expect([written, outlet.isUpToDate]).toEqual([[1, 2, 3, 4, 5], true])
})

test('given what waits, it counts as written once it is, and never where nobody was there to take it', () => {
  const [slow, gone] = [clogged(), aPipe()]
  const heard: number[] = []
  slow.outlet.onWritten(({ tolds }) => heard.push(...tolds.map(({ seq }) => seq)))
  gone.outlet.onWritten(() => heard.push(-1))
  gone.pipe.isGone = true

  slow.outlet.give(told(1, 2))
  gone.outlet.give(told(1))
  expect(heard).toEqual([])
  slow.pipe.isClogged = false
  slow.outlet.flush()
  slow.outlet.give(told(3))

  expect(heard).toEqual([1, 2, 3])
})

test.each([
  [1, 'one by one'],
  [8, 'eight at once'],
])('given 1,000 that wait (%i: %s), one more ends it as SLOW_CONSUMER, and nothing is told after', (atOnce) => {
  const { pipe, outlet, written, ends } = clogged()
  for (let seq = 1; seq <= 1_000; seq += atOnce)
    outlet.give(told(seq, ...Array.from({ length: atOnce - 1 }, (_, i) => seq + 1 + i)))
  expect(ends).toEqual([])

  outlet.give(told(1_001))
  pipe.isClogged = false
  outlet.flush()
  outlet.give(told(1_002))

  expect(ends).toEqual(['SLOW_CONSUMER'])
  expect(written).toEqual([])
})

test('given figures that changed again and again, a slow screen is told the newest alone', () => {
  const { pipe, outlet, written } = clogged()
  for (const seq of [1, 2, 3]) outlet.giveNewest(told(seq))

  pipe.isClogged = false
  outlet.flush()

  expect(written).toEqual([3])
})

test('given somebody who leaves, whoever waits for room goes on at once', async () => {
  const { outlet } = clogged()
  const room = outlet.room()

  outlet.close()

  await expect(room).resolves.toBeUndefined()
})
