/**
 * Two gateways that NATS brings the steps of alerts, and one that the database does, while steps are written without a pause and NATS,
 * whoever relays, or somebody else does his worst: each is told of every step once, in order, and soon.
 */
import { jetstreamManager, type StreamAPI } from '@nats-io/jetstream'
import { connect, type NatsConnection } from '@nats-io/transport-node'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Carried, carriedBy } from '../support/carried.ts'
import { eventually } from '../support/eventually.ts'
import { aNatsServer, type NatsServer } from '../support/nats-server.ts'
import { type ScratchDatabase, scratchDatabase } from '../support/scratch-database.ts'
import { topOfSteps, writeOn, writeSteps } from '../support/steps.ts'

const RELAY = `select pg_terminate_backend(pid) from pg_locks
  where locktype = 'advisory' and objid::int = hashtext('vigia.alert_relay') and granted
    and database = (select oid from pg_database where datname = current_database())`
const GATEWAYS = `select pg_terminate_backend(pid) from pg_stat_activity
  where usename = 'vigia_gateway' and datname = current_database()`
const NUMBERED = `select seq::int, (extract(epoch from at) * 1000)::float8 as at, (extract(epoch from told_at) * 1000)::float8 as "toldAt"
  from stream.alert_step where seq > $1 order by seq`
const WITHIN_MS = 5_000
/** Whoever looks by the clock is told after half a second, as a rule. */
const AT_ONCE_IN_MS = 250

let database: ScratchDatabase
let nats: NatsServer
/** Two by NATS, and the last by the database. */
let gateways: Carried[]
beforeAll(async () => {
  ;[database, nats] = await Promise.all([scratchDatabase(), aNatsServer()])
  gateways = await begin()
})
afterAll(async () => {
  await Promise.all(gateways.map(({ stop }) => stop()))
  await nats.stop()
  await database.drop()
})

const begin = () =>
  Promise.all([nats.url, nats.url, undefined].map((NATS_URL) => carriedBy(database.url, { NATS_URL })))

const allAreKept = () =>
  eventually(
    () => Promise.all(gateways.map(({ isKept }) => isKept())),
    (kept) => kept.every(Boolean),
  )

/** Until so many more were told by the database. */
async function toldOf(more: number): Promise<void> {
  const told = gateways.at(-1)?.told ?? []
  const before = told.length
  await eventually(
    async () => told.length,
    (count) => count >= before + more,
  )
}

async function onTheStream(act: (name: string, on: { streams: StreamAPI; connection: NatsConnection }) => unknown) {
  const connection = await connect({ servers: nats.url })
  const { streams } = await jetstreamManager(connection)
  for (const { config } of await streams.list().next()) await act(config.name, { streams, connection })
  await connection.close()
}

const FAULTS: readonly (readonly [what: string, act: () => Promise<unknown>])[] = [
  [
    'nats-server is killed and comes back',
    async () => {
      await nats.kill()
      await toldOf(30)
      await nats.start()
    },
  ],
  [
    'nats-server comes back without what it had stored',
    async () => {
      await nats.kill()
      nats.loseStorage()
      await toldOf(30)
      await nats.start()
    },
  ],
  ['whoever relays dies', () => database.query(RELAY)],
  ['every connection to the database breaks', () => database.query(GATEWAYS)],
  ['the stream is deleted', () => onTheStream((name, { streams }) => streams.delete(name))],
  ['the stream is emptied', () => onTheStream((name, { streams }) => streams.purge(name))],
  [
    'somebody else writes into the stream',
    () =>
      onTheStream((name, { connection }) =>
        connection.publish(name.replace('VIGIA_ALERTS_', 'vigia.alerts.'), 'an alert'),
      ),
  ],
]

interface Numbered {
  seq: number
  at: number
  toldAt: number
}

const stepsOf = (told: readonly Pick<Numbered, 'seq' | 'at'>[]) => told.map(({ seq, at }) => [seq, at])

/** Once each has been told all there is: what it was told from a place on, and what the database holds. */
async function toldFrom(from: number) {
  const top = await topOfSteps(database)
  for (const { told } of gateways)
    await eventually(
      async () => told.at(-1)?.seq,
      (seq) => seq === top,
    )
  const held = await database.query<Numbered>(NUMBERED, [from])
  const told = gateways.map((gateway) => gateway.told.filter(({ seq }) => seq > from))
  const late = told.flatMap((each) => each.map(({ cameAt }, index) => cameAt - (held[index]?.toldAt ?? 0)))
  return {
    told: told.map(stepsOf),
    held: gateways.map(() => stepsOf(held)),
    late: late.toSorted((one, other) => one - other),
  }
}

/** While steps are written and this is done. */
async function toldWhile(act: () => Promise<unknown>) {
  await allAreKept()
  const from = await topOfSteps(database)
  const stop = writeOn(database)
  await toldOf(10)
  await act()
  await toldOf(10)
  await allAreKept()
  await toldOf(10)
  await stop()
  return toldFrom(from)
}

test('NATS tells its gateways at once, though the database calls the one that relays alone', async () => {
  const { told, held, late } = await toldWhile(() => toldOf(30))

  expect(told).toEqual(held)
  expect(late[Math.floor(late.length / 2)]).toBeLessThan(AT_ONCE_IN_MS)
  expect(gateways.flatMap(({ said }) => said)).toEqual([])
})

test.each(FAULTS)(
  'given %s, each gateway is told of every step once, in order and within five seconds',
  async (_what, act) => {
    const { told, held, late } = await toldWhile(act)

    expect(told).toEqual(held)
    expect(late.at(-1)).toBeLessThan(WITHIN_MS)
  },
)

/** As another server would go on: one that holds nothing of this one after a place. */
const PUT_BACK = `with lost as (delete from stream.alert_step where seq > $1)
  update stream.epoch set server_started_at = server_started_at - interval '1 second'`

test('given a standby that is promoted without the last steps, each gateway is told what comes in their places', async () => {
  // Given gateways that were told of six steps which the database then in use does not hold
  await allAreKept()
  await writeSteps(database)
  await writeSteps(database)
  const held = (await topOfSteps(database)) - 6
  await toldFrom(held)
  await database.query(PUT_BACK, [held])

  // When it goes past them, in another way
  const stop = writeOn(database)
  await toldOf(30)
  await stop()

  // Then each was told, once, that it knew another history from there on, and everything of this one
  const partings = await eventually(
    async () => gateways.map(({ parted }) => parted),
    (parted) => parted.every(({ length }) => length > 0),
  )
  const now = await toldFrom(held)
  expect(now.told).toEqual(now.held)
  expect(partings).toEqual(gateways.map(() => [held]))
  await allAreKept()
})

test('given a registry that was restored from a copy, nothing is told of what it no longer holds', async () => {
  // Given gateways of a registry that is restored from before the last steps
  await allAreKept()
  await Promise.all(gateways.map(({ stop }) => stop()))
  const top = await topOfSteps(database)
  await database.query('delete from stream.alert_step where seq > $1', [top - 6])
  gateways = await begin()

  // When it comes as far again, in another way
  await allAreKept()
  while ((await topOfSteps(database)) < top) await writeSteps(database)

  // Then NATS brings what is so now
  const { told, held } = await toldFrom(top - 6)
  expect(told).toEqual(held)
  await allAreKept()
})
