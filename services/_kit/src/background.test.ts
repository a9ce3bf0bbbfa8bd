/** What a service does by itself is done again after a fault, and by the next process after a kill: nothing waits for an event that may never come. */
import { openPool } from '@vigia/db/open'
import type { Pool } from 'pg'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { eventually } from '../../../tests/support/eventually.ts'
import { type ScratchDatabase, scratchDatabase } from '../../../tests/support/scratch-database.ts'
import { type Background, oneRound, runInBackground } from './background.ts'
import { Outage } from './database-faults.ts'
import { followAll } from './follow.ts'

let database: ScratchDatabase
let pool: Pool
beforeAll(async () => {
  database = await scratchDatabase()
  pool = openPool(database.url)
})
afterAll(async () => {
  await pool.end()
  await database.drop()
})

afterEach(() => void vi.useRealTimers())

const returns = (more: Partial<Background>): Background => ({
  ...{
    pool,
    service: 'returns',
    followers: [],
    now: () => new Date(),
    onFault: () => {},
    outage: new Outage(() => {}),
    ...more,
  },
})
const AWAY = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' })
const STANDBY = Object.assign(new Error('cannot execute UPDATE in a read-only transaction'), { code: '25006' })
const CROWDED = Object.assign(new Error('sorry, too many clients already'), { code: '53300' })
const NO_ROOM = Object.assign(new Error('could not extend file'), { code: '53100' })
const CANCELLED = Object.assign(new Error('canceling statement due to statement timeout'), { code: '57014' })

const calls = () => {
  let n = 0
  return { more: () => (n += 1), times: async () => n }
}
const atLeast =
  (least: number) =>
  (n: number): boolean =>
    n >= least

test('a round that finds nothing to do asks the database once', async () => {
  await oneRound(returns({}), true)
  const query = vi.spyOn(pool, 'query')
  const connect = vi.spyOn(pool, 'connect')

  expect(await oneRound(returns({}))).toBe(0)
  expect([query, connect].map(({ mock }) => mock.calls.length)).toEqual([1, 1])
  vi.restoreAllMocks()
})

test('given a process was killed between what it heard and what that makes possible, the next one does it on its start', async () => {
  await database.query(
    `insert into outbox.event (seq, source, type, entity_id, child_id, payload, recorded_at)
     values (1, 'children', 'child.recorded', gen_random_uuid(), gen_random_uuid(), '{}', now())`,
  )
  await followAll(pool, { service: 'returns', followers: [] })
  const [joined, moved] = [calls(), calls()]

  const stop = runInBackground(
    returns({ afterFollowing: async () => joined.more(), nowAndThen: async () => moved.more() }),
  )

  await eventually(joined.times, atLeast(1))
  await eventually(moved.times, atLeast(1))
  await stop()
})

test('given what comes after hearing fails, it is told and tried again, though nothing new is heard; a database that is away is told once, and its end', async () => {
  const [tried, told, asked, outages] = [calls(), calls(), calls(), [] as unknown[]]
  const afterFollowing = async () => {
    if (tried.more() < 3) throw new Error('a defect')
  }
  const round = async () => {
    if (asked.more() < 2) throw AWAY
    return 0
  }
  const outage = new Outage((trouble) => outages.push(trouble))

  const stop = runInBackground(
    returns({ afterFollowing, besides: [{ round }], outage, onFault: () => void told.more() }),
  )

  await eventually(tried.times, atLeast(3))
  await eventually(asked.times, atLeast(3))
  await stop()
  expect([await told.times(), outages]).toEqual([2, ['AWAY', null]])
})

test('given one of its rounds fails each time, the others go on', async () => {
  const [failing, going] = [calls(), calls()]
  const broken = async () => {
    failing.more()
    throw new Error('always')
  }
  const sound = async () => {
    going.more()
    return 0
  }

  const stop = runInBackground(returns({ besides: [{ round: broken }, { round: sound, pauseInMs: 5 }] }))

  await eventually(going.times, atLeast(20))
  await stop()
  expect(await failing.times()).toBeGreaterThan(0)
})

test('given a database that is away, it is told once for all rounds, and once more when each has gone on', () => {
  const told: unknown[] = []
  const outage = new Outage((isAway) => told.push(isAway))
  const [counting, judging, unasked] = [{}, {}, {}]

  for (const _second of [1, 2, 3])
    for (const rounds of [counting, judging]) expect(outage.holds(rounds, AWAY)).toBe(true)
  outage.wentOn(unasked)
  outage.wentOn(counting)
  expect(told).toEqual(['AWAY'])

  outage.wentOn(judging)
  outage.wentOn(counting)
  expect(told).toEqual(['AWAY', null])

  outage.holds(counting, AWAY)
  expect(told).toEqual(['AWAY', null, 'AWAY'])
})

test('given another fault, or a server that ended what took too long, that is no outage', () => {
  const outage = new Outage(() => expect.unreachable())

  expect(outage.holds({}, new TypeError('x is not a function'))).toBe(false)
  expect(outage.holds({}, CANCELLED)).toBe(false)
})

test('given the server lets nobody in, comes back as a standby, or with a full disk, each is told once beside its outage, and once that it is over', () => {
  const told: unknown[] = []
  const outage = new Outage((trouble) => told.push(trouble))
  const [follows, counts] = [{}, {}]

  for (const fault of [AWAY, CROWDED, STANDBY, AWAY, CROWDED, NO_ROOM]) outage.holds(follows, fault)
  expect(outage.holds(counts, new Error('', { cause: NO_ROOM }))).toBe(true)
  outage.wentOn(follows)
  expect(told).toEqual(['AWAY', 'CROWDED', 'UNWRITTEN'])
  outage.wentOn(counts)
  outage.holds(counts, NO_ROOM)

  expect(told).toEqual(['AWAY', 'CROWDED', 'UNWRITTEN', null, 'UNWRITTEN'])
})

test('given a clock that is put back a month, what time alone makes due is looked after half a minute later all the same', async () => {
  vi.useFakeTimers({ toFake: ['Date', 'performance'] })
  const looks = vi.fn<() => Promise<void>>(async () => {})
  const stop = runInBackground(returns({ nowAndThen: looks }))
  await vi.waitFor(() => expect(looks).toHaveBeenCalledTimes(1))

  vi.setSystemTime(Date.now() - 30 * 86_400_000)

  await vi.waitFor(() => {
    vi.advanceTimersByTime(30_000)
    expect(looks.mock.calls.length).toBeGreaterThan(1)
  }, 10_000)
  await stop()
})
