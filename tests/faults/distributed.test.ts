/**
 * `npm run start:distributed` as it is started in production: each line of the hardening list holds; a service that is killed degrades
 * its part alone, and comes back by itself; of what runs twice either process does for both, whatever carries the alerts.
 */
import { PSEUDONYMOUS_FEDERAL_SECRETARY } from '@vigia/kit/actor'
import { scopesOf } from '@vigia/law/access-matrix'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { byServerSentEvents, byWebSocket } from '../chaos/connection.ts'
import { Subscriber } from '../chaos/subscriber.ts'
import { chanceOf } from '../fuzz/chance.ts'
import { LINES } from '../production/lines.ts'
import { anIssuer, inProduction, productOf } from '../production/start.ts'
import { aDetection, aStay } from '../support/builders/inm.ts'
import { hoursAgo, written } from '../support/clock.ts'
import { type Distributed, startDistributed } from '../support/distributed.ts'
import { eventually } from '../support/eventually.ts'
import { feedsOf } from '../support/feeds.ts'
import { CARRIERS } from '../support/nats-program.ts'
import { aNatsServer, type NatsServer } from '../support/nats-server.ts'
import type { Program } from '../support/program.ts'
import type { ScratchDatabase } from '../support/scratch-database.ts'
import { signedIn } from '../support/signed-in.ts'
import { twinDatabase } from '../support/twin.ts'

const QUESTION = `query ($period: PeriodInput!) { nation { detention { heldNow } casework { unprocessed } returns(period: $period) { total } } }`

interface Answer {
  data: { nation: { detention: object | null; casework: object | null; returns: { total: number } | null } | null }
  errors?: { extensions: { code: string; service?: string } }[]
}

let database: ScratchDatabase
/** Null where PostgreSQL alone can carry. */
let nats: NatsServer | null
let program: Distributed
/** Where NATS carries, two more gateways that PostgreSQL tells. */
let others: Program[] = []
let issuer: Awaited<ReturnType<typeof anIssuer>>
let headers = {}
/** In production only documents that are known are answered, but to whoever may put questions of his own. */
const role = 'ombudsperson-federal'
const CNDH = { ...PSEUDONYMOUS_FEDERAL_SECRETARY, sub: 'cndh', role, scopes: scopesOf(role) } as const
beforeAll(async () => {
  database = await twinDatabase()
  nats = CARRIERS.length > 1 ? await aNatsServer() : null
  issuer = await anIssuer()
  const settings = inProduction(issuer)
  program = await startDistributed(database.url, { twice: 'gateway,oversight', nats: nats?.url ?? null, settings })
  others = nats ? [program.anotherGateway(), program.anotherGateway()] : []
  headers = (await signedIn(database.url, CNDH, issuer.settings.iss)).headers
})
afterAll(async () => {
  for (const { child } of [program, ...others]) child.kill('SIGKILL')
  issuer.stop()
  await nats?.stop()
  await database.drop()
})

let asked = 0
/** Never twice the same: an answer that is kept would hide a service that is gone. */
async function ask(): Promise<Answer> {
  asked += 1
  const period = { from: '2020-01-01', to: new Date(Date.UTC(2030, 0, asked)).toISOString().slice(0, 10) }
  const response = await fetch(`${program.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query: QUESTION, variables: { period } }),
  })
  return response.json()
}

const processOf = (service: string): number => program.processesOf(service)[0]?.pid ?? Number.NaN

const healthAt = (port: number): Promise<{ status: string; parts: Record<string, string> }> =>
  fetch(`http://127.0.0.1:${port}/health/ready`).then(
    (answer) => answer.json(),
    () => ({ status: 'away', parts: {} }),
  )

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

test('all is answered by processes of their own', async () => {
  // The first question is slow on a busy machine: every service opens what it needs.
  const { data } = await eventually(ask, ({ errors }) => errors === undefined)

  expect(data.nation).toMatchObject({
    detention: expect.anything(),
    casework: expect.anything(),
    returns: expect.anything(),
  })
  expect(new Set(['children', 'placements', 'representation', 'returns', 'oversight'].map(processOf)).size).toBe(5)
})

test('each line of the hardening list holds that can be asked beside others', async () => {
  const parts = { databaseUrl: database.url, env: {}, issuer, stopDatabase: async () => {} }
  const product = await productOf(program, parts)
  const broken: string[] = []

  for (const { says, needs, found } of LINES) {
    const what = needs === 'ALONE' ? null : await found(product)
    if (what !== null) broken.push(`${says}: ${what}`)
  }

  expect(broken).toEqual([])
})

test('given the process of returns is killed, its part is missing by name, the rest is there, and it comes back', async () => {
  // When it is killed as hard as can be
  process.kill(processOf('returns'), 'SIGKILL')

  // Then its part alone is missing
  const missing = await eventually(ask, ({ errors }) => errors !== undefined)
  expect(missing.errors?.map(({ extensions }) => [extensions.code, extensions.service])).toEqual([
    ['SUBGRAPH_UNAVAILABLE', 'returns'],
  ])
  expect(missing.data.nation).toMatchObject({
    detention: expect.anything(),
    casework: expect.anything(),
    returns: null,
  })

  // And it is started again without anybody's doing
  const back = await eventually(ask, ({ errors }) => errors === undefined, 40_000)
  expect(back.data.nation?.returns?.total).toBeGreaterThan(0)
})

const STREAM = `select count(*)::int as steps, max(seq)::int as top, (select count(*) from stream.alert_waiting)::int as waiting,
  (select count(*) from oversight.alert_due where due_at <= now())::int as due from stream.alert_step`

/** Kills as hard as can be; gives what waits until it is back. */
function fall(part: 'oversight' | 'gateway', index: number) {
  const { pid, port } = program.processesOf(part)[index] ?? { pid: Number.NaN, port: 0 }
  process.kill(pid, 'SIGKILL')
  return async () => {
    await eventually(
      () => healthAt(port),
      ({ status }) => status === 'ready' || status === 'live',
      30_000,
    )
  }
}

/** What falls, and which subscriber is cut off with it. */
const FALLS: readonly (readonly [cutOff: number | null, fall: () => Promise<() => Promise<void>>])[] = [
  [null, async () => fall('oversight', 0)],
  [null, async () => fall('oversight', 1)],
  [0, async () => fall('gateway', 0)],
  ...(CARRIERS.length > 1 ? [[null, natsFalls] as const] : []),
]

async function natsFalls() {
  const ports = program.processesOf('gateway').map(({ port }) => port)
  const becomes = (status: string, nats: string) =>
    eventually(
      () => Promise.all(ports.map(healthAt)),
      (all) => all.every((health) => health.status === status && health.parts['nats'] === nats),
    )
  await nats?.kill()
  await becomes('degraded', 'unavailable')
  return async () => {
    await nats?.start()
    await becomes('ready', 'ready')
  }
}

test('given two gateways for each carrier and two processes of oversight, any falls and every subscriber is told of every alert within 5 seconds', async () => {
  // Given a subscriber at each gateway, and a child who is not held yet for each that is to fall
  const stream = async () => (await database.query<Record<'steps' | 'top' | 'waiting' | 'due', number>>(STREAM))[0]
  await eventually(stream, (found) => found?.waiting === 0 && found.due === 0, 60_000)
  const gateways = [
    ...program.processesOf('gateway').map(({ port }) => `http://127.0.0.1:${port}`),
    ...(await Promise.all(others.map((other) => other.ready()))),
  ]
  const subscribers = gateways.map((reachedAt, index) => {
    const connect = index % 2 === 0 ? byWebSocket : byServerSentEvents
    const own = { name: `subscriber ${index}`, actor: CNDH, connect, headers: { ...headers } }
    return new Subscriber({ ...own, gateways: [{ reachedAt }], chance: chanceOf(index) })
  })
  const following = new AbortController()
  const followed = subscribers.map((one) => one.run(following.signal))
  await eventually(async () => subscribers.every(({ hasBegun }) => hasBegun), Boolean, 30_000)
  const detections = FALLS.map(() => aDetection())
  const feeds = feedsOf(database.url)
  await feeds.takeIn('children/detections', detections)
  const known = `select r.folio from children.detection d join placements.child_ref r on r.child_id = d.child_id
    where d.acta = any ($1) order by array_position($1, d.acta)`
  const children = await eventually(
    () => database.query<{ folio: string }>(known, [detections.map(({ ACTA }) => ACTA)]),
    ({ length }) => length === FALLS.length,
  )
  /** How often each subscriber was told that the child is held. */
  const told = (folio = '') =>
    subscribers.map(
      ({ received }) =>
        received.filter(({ kind, child }) => kind === 'HELD_WITHOUT_LEGAL_BASIS' && child?.folio === folio).length,
    )

  /** With how its connections ended, which is what a failure leaves one asking. */
  const stateOf = (folio = '') => told(folio).map((times, index) => ({ times, ends: subscribers[index]?.ends }))

  for (const [index, [cutOff, falls]] of FALLS.entries()) {
    // When it falls, and a child is held for 37 hours
    const comesBack = await falls()
    const acta = detections[index]?.ACTA ?? ''
    await feeds.takeIn('placements/stays', [aStay(acta, { INGRESO: written(hoursAgo(37)) })])

    // Then all others are told at once, and who was cut off when he has come back
    const folio = children[index]?.folio
    await eventually(
      async () => stateOf(folio),
      (all) => all.every(({ times }, subscriber) => times > 0 || subscriber === cutOff),
      5_000,
    )
    await comesBack()
    await eventually(
      async () => stateOf(folio),
      (all) => all.every(({ times }) => times > 0),
    )
  }

  // And each once, in a stream without gaps
  following.abort()
  await Promise.all(followed)
  await feeds.stop()
  expect(children.map(({ folio }) => told(folio))).toEqual(FALLS.map(() => subscribers.map(() => 1)))
  // Who was cut off may come back with a cursor from before his last, and is told again what he asks for
  const again = subscribers.map(({ repeats: { byResume, other } }, index) =>
    FALLS.some(([cutOff]) => cutOff === index) ? other : other + byResume,
  )
  expect(again).toEqual(subscribers.map(() => 0))
  const found = await stream()
  expect(found?.steps).toBe(found?.top)
})

test('Ctrl-C ends the gateway and every service', async () => {
  const processes = ['children', 'placements', 'representation'].map(processOf)
  program.child.kill('SIGINT')

  expect(await program.ended()).toBe(0)
  expect(processes.filter(isAlive)).toEqual([])
})
