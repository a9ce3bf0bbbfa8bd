/**
 * Reading in bulk is flagged by who reads: pages, files and streams of one account are added up, whichever service answers, and whoever
 * follows a stream is counted by his own name (security.md 9).
 */
import { randomUUID } from 'node:crypto'
import { openPool } from '@vigia/db/open'
import { urlOfRole } from '@vigia/db/roles'
import type { Actor } from '@vigia/kit/actor'
import { chainOnce } from '@vigia/kit/audit/chain'
import { packed } from '@vigia/kit/audit/packed-ids'
import { record } from '@vigia/kit/audit/record'
import { log } from '@vigia/kit/log'
import type { Pool } from 'pg'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { streamAuditIn } from '../../gateway/src/subscriptions/stream-audit.ts'
import { anActor } from '../support/asking.ts'
import { eventually } from '../support/eventually.ts'
import { type ScratchDatabase, scratchDatabase } from '../support/scratch-database.ts'

type Chained = 'children' | 'placements' | 'gateway'
const HOUR = 3_600_000
const said = vi.spyOn(log, 'error')

let database: ScratchDatabase
let pools: Record<Chained, Pool>
let streams: ReturnType<typeof streamAuditIn>
beforeAll(async () => {
  database = await scratchDatabase()
  const poolOf = (service: Chained) => openPool(urlOfRole(database.url, `vigia_${service}`), 2)
  pools = { children: poolOf('children'), placements: poolOf('placements'), gateway: poolOf('gateway') }
  streams = streamAuditIn(urlOfRole(database.url, 'vigia_gateway'))
})
afterEach(() => said.mockClear())
afterAll(async () => {
  said.mockRestore()
  await streams.stop()
  for (const pool of Object.values(pools)) await pool.end()
  await database.drop()
})

const aReader = (name: string) => anActor('state-secretary', { sub: name, states: ['20'] })
const ids = (many: number) => Array.from({ length: many }, () => randomUUID())
const from = aReader('stream:x')

/** As each answer of a service writes down what it opened. */
async function opens(
  by: Pick<Actor, 'sub' | 'role' | 'org' | 'states'>,
  children: string[],
  at: Chained,
  asked = 'children',
  { act = 'READ', missed = [] }: { act?: 'READ' | 'OPEN' | 'EMERGENCY' | 'REFUSED'; missed?: string[] } = {},
) {
  const { sub: subject, role, org: office, states } = by
  const who = { service: at, act, requestId: 'a test', subject, role, office, states, reason: null } as const
  const what = { asked: [asked], types: ['Child'], scopes: ['child:read'], missed: packed(missed), batchId: null }
  await record(pools[at], { ...who, ...what, children: packed(children), records: children.length })
}
const follows = (actor: Actor, stream: string) => {
  const until = new Date(Date.now() + HOUR)
  return streams.begins(actor, stream, { follower: randomUUID(), after: 0, hasCursor: false, until })
}
async function chained() {
  for (const service of ['gateway', 'children', 'placements'] as const) await chainOnce(pools[service], service)
}
const alarmsOf = async (...actors: Actor[]) =>
  database.query<{ subject: string; records: number }>(
    `select subject, records from audit.alarm where kind = 'MASS' and subject = any ($1) order by id`,
    [actors.map(({ sub }) => sub)],
  )

test('given pages of two services, files and the rest, none of which is many, one account is flagged once, and in the log', async () => {
  const reader = aReader('by pages')
  await opens(reader, ids(120), 'children')
  await opens(reader, ids(120), 'placements')
  await chained()
  expect(await alarmsOf(reader)).toEqual([])
  await opens(reader, ids(70), 'placements', 'children export')
  await chained()
  await opens(reader, ids(200), 'children')
  await chained()

  expect(await alarmsOf(reader)).toEqual([{ subject: 'by pages', records: 310 }])
  const told = said.mock.calls.map(([about]) => about).filter((about) => JSON.stringify(about).includes('MASS'))
  expect(told).toEqual([expect.objectContaining({ alarm: 'MASS', subject: 'by pages', records: 310 })])
})

test('given two streams of one account, each with few, it is flagged by its own name; who follows one of them is not', async () => {
  const [both, one] = [aReader('of both streams'), aReader('of one stream')]
  await follows(both, 'stream:a')
  await follows(both, 'stream:b')
  await follows(one, 'stream:a')
  await opens({ ...from, sub: 'stream:a' }, ids(160), 'children')
  await opens({ ...from, sub: 'stream:b' }, ids(160), 'placements')
  await chained()

  expect(await alarmsOf(both, one, aReader('stream:a'), aReader('stream:b'))).toEqual([
    { subject: 'of both streams', records: 320 },
  ])
})

test('given a stream and pages beside it, they are added up, and a child is counted once', async () => {
  const [reader, again] = [aReader('stream and pages'), aReader('the same once more')]
  await follows(reader, 'stream:c')
  await follows(again, 'stream:c')
  const told = ids(200)
  await opens({ ...from, sub: 'stream:c' }, told, 'children')
  await opens(again, told, 'children')
  await opens(reader, ids(150), 'children')
  await chained()

  expect(await alarmsOf(reader, again)).toEqual([{ subject: 'stream and pages', records: 350 }])
})

test('given a stream of many, whoever followed it then is flagged, and nobody who had left or came later', async () => {
  const [there, left, later] = [aReader('there'), aReader('left'), aReader('later')]
  for (const reader of [there, left, later]) await follows(reader, 'stream:d')
  await streams.ends(left, 'stream:d')
  await database.query("update audit.following set begun_at = now() + interval '10 minutes' where subject = 'later'")
  await opens({ ...from, sub: 'stream:d' }, ids(301), 'children')
  await chained()
  await opens({ ...from, sub: 'stream:d' }, ids(301), 'children')
  await chained()

  expect(await alarmsOf(there, left, later)).toEqual([{ subject: 'there', records: 301 }])
})

test('what is sent to an endpoint is no reading', async () => {
  const owner = aReader('owner of an endpoint')
  for (const child of ids(3)) await opens(owner, [child, ...ids(150)], 'children', 'webhook')
  await chained()

  expect(await alarmsOf(owner)).toEqual([])
})

test('given two services chain in one moment, what each has is added up, and one alarm is raised', async () => {
  const reader = aReader('in two places at once')
  await opens(reader, ids(200), 'children')
  await opens(reader, ids(200), 'placements')
  const first = await pools.children.connect()
  await first.query('begin')
  await first.query("select audit.chain('children', 1000)")
  let isDone = false
  const second = chainOnce(pools.placements, 'placements').then(() => {
    isDone = true
  })
  // The second is through, or waits for the first.
  const waiting =
    "select from pg_stat_activity where datname = current_database() and wait_event in ('transactionid', 'tuple')"
  await eventually(
    async () => isDone || (await database.query(waiting)).length > 0,
    (is) => is,
  )
  await first.query('commit')
  first.release()
  await second
  await chained()

  expect(await alarmsOf(reader)).toEqual([{ subject: 'in two places at once', records: 400 }])
})

test('given a record that stands for nobody is told by a stream, each who follows it is named once, and nobody who had left', async () => {
  const [there, left, later] = [aReader('told of nobody'), aReader('had left nobody'), aReader('came to nobody')]
  const [nobody = ''] = ids(1)
  const named = async () => {
    await chained()
    const sql = "select subject from audit.alarm where kind = 'HONEY' and child_id = $1 order by subject"
    return (await database.query<{ subject: string }>(sql, [nobody])).map(({ subject }) => subject)
  }
  await database.query('insert into audit.honey (child_id) values ($1)', [nobody])
  for (const reader of [there, left]) await follows(reader, 'stream:e')
  await streams.ends(left, 'stream:e')
  // Moments are kept to the millisecond, within which who has just left may be told.
  const second = "interval '1 second'"
  await database.query(`update audit.following set ended_at = ended_at - ${second} where subject = 'had left nobody'`)
  await opens({ ...from, sub: 'stream:e' }, [nobody, ...ids(2)], 'children')
  expect(await named()).toEqual(['told of nobody'])

  // What was asked for then is told to whoever comes within a minute.
  await follows(later, 'stream:e')
  expect(await named()).toEqual(['came to nobody', 'told of nobody'])
  await opens({ ...from, sub: 'stream:e' }, [nobody], 'children')
  expect(await named()).toEqual(['came to nobody', 'told of nobody'])

  await opens({ ...from, sub: 'stream:f' }, [nobody], 'children')
  expect(await named()).toEqual(['came to nobody', 'stream:f', 'told of nobody'])
  const told = said.mock.calls.map(([about]) => about).filter((about) => JSON.stringify(about).includes('HONEY'))
  expect(told).toContainEqual(expect.objectContaining({ alarm: 'HONEY', subject: 'told of nobody', child: nobody }))
})

test.each(['READ', 'OPEN', 'EMERGENCY', 'REFUSED'] as const)(
  'given a record that stands for nobody is in an entry of %s, whoever was given it is named, and whoever asked for it in vain',
  async (act) => {
    const [nobody = ''] = ids(1)
    await database.query('insert into audit.honey (child_id) values ($1)', [nobody])

    await opens(aReader(`given by ${act}`), [nobody], 'children', 'child', { act })
    await opens(aReader(`in vain by ${act}`), [], 'children', 'child', { act, missed: [nobody] })
    await chained()

    const sql = "select subject from audit.alarm where kind = 'HONEY' and child_id = $1 order by 1"
    expect(await database.query(sql, [nobody])).toEqual([
      { subject: `given by ${act}` },
      { subject: `in vain by ${act}` },
    ])
  },
)

test('given thousands who might have read so many and have not, whoever has is flagged all the same', async () => {
  const loud = { ...from, sub: 'stream:loud' }
  await opens(loud, ids(1), 'children')
  await chained()
  // As if the stream had told of many just before they followed it: counted by five minutes they may have been told, by the second they were not.
  await database.query(
    `insert into audit.lately (subject, service, since, children)
     values ('stream:loud', 'gateway', date_bin('5 minutes', clock_timestamp(), '2000-01-01'), $1)`,
    [ids(400)],
  )
  await database.query(
    `insert into audit.following (subject, role, stream, until)
     select 'a follower ' || n, 'state-secretary', 'stream:loud', clock_timestamp() + interval '1 hour' from generate_series(1, 2000) n`,
  )
  const readers = Array.from({ length: 6 }, (_, n) => aReader(`who reads ${n}`))
  for (const reader of readers) await opens(reader, ids(301), 'children')
  await opens(loud, ids(1), 'children')
  await chained()

  expect((await alarmsOf(...readers)).map(({ subject }) => subject).sort()).toEqual(readers.map(({ sub }) => sub))
  for (let rounds = 0; rounds < 4; rounds += 1) {
    await opens(aReader('who reads little'), ids(1), 'children')
    await chained()
  }
  expect(await database.query('select from audit.to_be_counted')).toEqual([])
})
