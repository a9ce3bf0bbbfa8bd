/** Streams are cut within five seconds of the end of what let them in, and of not knowing; not for one look that failed. */
import { PSEUDONYMOUS_FEDERAL_SECRETARY } from '@vigia/kit/actor'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Caller } from '../sign-in/caller.ts'
import type { EndOfAccess } from '../sign-in/keeper.ts'
import { openStreams } from './open-streams.ts'

const [LOOK, FIVE_SECONDS] = [2_000, 5_000]
const somebody = (key: string): Caller => ({
  ...{ actor: PSEUDONYMOUS_FEDERAL_SECRETARY, name: 'A test', by: 'session', key, epoch: 1, givenAt: 0, endsAt: 1e15 },
})

let isThere = true
let ended: ReadonlyMap<Caller, EndOfAccess> = new Map()
let tell = () => {}
const streams = () =>
  openStreams({
    endedOf: async () => (isThere ? ended : Promise.reject(new Error('The database is away.'))),
    onEnd: (listener) => {
      tell = listener
      return () => {}
    },
  })
beforeEach(() => {
  vi.useFakeTimers()
  isThere = true
  ended = new Map()
})
afterEach(() => vi.useRealTimers())

test('given a database that is away for one look, nobody is cut; for two, everybody is, within five seconds of the last that told', async () => {
  const [open, cuts] = [streams(), [] as string[]]
  open.add(somebody('one'), ({ code }) => cuts.push(code))
  await vi.advanceTimersByTimeAsync(LOOK)
  for (const there of [false, true, false]) {
    isThere = there
    await vi.advanceTimersByTimeAsync(LOOK)
  }
  expect(cuts).toEqual([])

  await vi.advanceTimersByTimeAsync(FIVE_SECONDS - 2 * LOOK)
  expect(cuts).toEqual([])
  await vi.advanceTimersByTimeAsync(LOOK)
  expect(cuts).toEqual(['SIGN_IN_UNAVAILABLE'])
  open.stop()
})

test('given a database that has been away since somebody came, his first look cuts him', async () => {
  const [open, cuts] = [streams(), [] as string[]]
  isThere = false
  open.add(somebody('one'), ({ code }) => cuts.push(code))

  await vi.advanceTimersByTimeAsync(LOOK)

  expect(cuts).toEqual(['SIGN_IN_UNAVAILABLE'])
  open.stop()
})

test('given somebody who signs out, he is cut at once', async () => {
  const [open, cuts, one] = [streams(), [] as string[], somebody('one')]
  open.add(one, ({ code }) => cuts.push(code))
  ended = new Map([[one, 'SESSION_ENDED']])

  tell()
  await vi.advanceTimersByTimeAsync(0)

  expect(cuts).toEqual(['SESSION_ENDED'])
  open.stop()
})

test('given one who has been turned out and one whose token is over, each is cut with why, and nobody else', async () => {
  const [open, cuts] = [streams(), [] as string[]]
  const [out, over, stays] = [somebody('out'), somebody('over'), somebody('stays')]
  for (const one of [out, over, stays]) open.add(one, ({ code }) => cuts.push(`${one.key} ${code}`))
  ended = new Map([
    [out, 'SESSION_ENDED'],
    [over, 'TOKEN_EXPIRED'],
  ])

  await vi.advanceTimersByTimeAsync(LOOK)

  expect(cuts).toEqual(['out SESSION_ENDED', 'over TOKEN_EXPIRED'])
  open.stop()
})
