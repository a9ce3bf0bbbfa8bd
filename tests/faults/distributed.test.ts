/**
 * `npm run start:distributed` as a person starts it: a service that is killed degrades its part alone, and comes back by itself; of what
 * runs twice either process does for both.
 */
import { PSEUDONYMOUS_FEDERAL_SECRETARY } from '@vigia/kit/actor'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { byServerSentEvents, byWebSocket } from '../chaos/connection.ts'
import { Subscriber } from '../chaos/subscriber.ts'
import { chanceOf } from '../fuzz/chance.ts'
import { aDetection, aStay } from '../support/builders/inm.ts'
import { hoursAgo, written } from '../support/clock.ts'
import { eventually } from '../support/eventually.ts'
import { feedsOf } from '../support/feeds.ts'
import { type Program, startProgram } from '../support/program.ts'
import type { ScratchDatabase } from '../support/scratch-database.ts'
import { signedIn } from '../support/signed-in.ts'
import { twinDatabase } from '../support/twin.ts'

const QUESTION = `query ($period: PeriodInput!) { nation { detention { heldNow } casework { unprocessed } returns(period: $period) { total } } }`

interface Answer {
  data: { nation: { detention: object | null; casework: object | null; returns: { total: number } | null } | null }
  errors?: { extensions: { code: string; service?: string } }[]
}

let database: ScratchDatabase
let program: Program
let url: string
beforeAll(async () => {
  database = await twinDatabase()
  const env = { DATABASE_URL: database.url, PORT: '0' }
  program = startProgram(
    'gateway/src/start-distributed.ts',
    ['--no-live', '--no-twin', '--twice', 'gateway,oversight'],
    env,
  )
  url = await program.ready(100_000, /gateway listens at (http:\/\/[\w.]+:\d+)/)
  headers = (await signedIn(database.url)).headers
  // Its last words tell where each service is.
  await eventually(
    async () => program.said(),
    (text) => /Stop +Ctrl-C/.test(text),
  )
})
afterAll(async () => {
  program.child.kill('SIGKILL')
  await database.drop()
})

let asked = 0
let headers = {}
/** Never twice the same: an answer that is kept would hide a service that is gone. */
async function ask(): Promise<Answer> {
  asked += 1
  const period = { from: '2020-01-01', to: new Date(Date.UTC(2030, 0, asked)).toISOString().slice(0, 10) }
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query: QUESTION, variables: { period } }),
  })
  return response.json()
}

interface Process {
  port: number
  pid: number
}

/** As the last words tell them. */
function processesOf(part: string): Process[] {
  const lines = program.said().matchAll(new RegExp(`${part}\\s+port (\\d+), process (\\d+)`, 'g'))
  return [...lines].map(([, port, pid]) => ({ port: Number(port), pid: Number(pid) }))
}

const processOf = (service: string): number => processesOf(service)[0]?.pid ?? Number.NaN

const isReady = (port: number): Promise<boolean> =>
  fetch(`http://127.0.0.1:${port}/health/ready`).then(
    ({ ok }) => ok,
    () => false,
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

test('given two gateways and two processes of oversight, either is killed and every subscriber is told of every alert within 5 seconds', async () => {
  // Given a subscriber at each gateway, and a child who is not held yet for each process that is to fall
  const stream = async () => (await database.query<Record<'steps' | 'top' | 'waiting' | 'due', number>>(STREAM))[0]
  await eventually(stream, (found) => found?.waiting === 0 && found.due === 0, 60_000)
  const gateways = processesOf('gateway').map(({ port }) => ({ url: `http://127.0.0.1:${port}` }))
  const subscribers = [byWebSocket, byServerSentEvents].map((connect, index) => {
    const own = { name: `subscriber ${index}`, actor: PSEUDONYMOUS_FEDERAL_SECRETARY, connect, headers: { ...headers } }
    return new Subscriber({ ...own, gateways: gateways.slice(index, index + 1), chance: chanceOf(index) })
  })
  const following = new AbortController()
  const followed = subscribers.map((one) => one.run(following.signal))
  await eventually(async () => subscribers.every(({ hasBegun }) => hasBegun), Boolean, 30_000)
  const detections = [aDetection(), aDetection()]
  const feeds = feedsOf(database.url)
  await feeds.takeIn('children/detections', detections)
  const known = `select r.folio from children.detection d join placements.child_ref r on r.child_id = d.child_id
    where d.acta = any ($1) order by array_position($1, d.acta)`
  const children = await eventually(
    () => database.query<{ folio: string }>(known, [detections.map(({ ACTA }) => ACTA)]),
    ({ length }) => length === 2,
  )
  /** How often each subscriber was told that the child is held. */
  const told = (folio = '') =>
    subscribers.map(
      ({ received }) =>
        received.filter(({ kind, child }) => kind === 'HELD_WITHOUT_LEGAL_BASIS' && child?.folio === folio).length,
    )

  for (const [index, { pid, port }] of processesOf('oversight').entries()) {
    // When one is killed as hard as can be, and a child is held for 37 hours
    process.kill(pid, 'SIGKILL')
    const acta = detections[index]?.ACTA ?? ''
    await feeds.takeIn('placements/stays', [aStay(acta, { INGRESO: written(hoursAgo(37)) })])

    // Then both are told, by the other one
    await eventually(
      async () => told(children[index]?.folio),
      (times) => times.every((count) => count > 0),
      5_000,
    )
    await eventually(
      () => isReady(port),
      (ready) => ready && program.said().split('oversight ended').length === index + 2,
      30_000,
    )
  }

  // And each once, in a stream without gaps
  following.abort()
  await Promise.all(followed)
  await feeds.stop()
  expect(children.map(({ folio }) => told(folio))).toEqual([
    [1, 1],
    [1, 1],
  ])
  expect(subscribers.map(({ repeats }) => repeats)).toEqual(subscribers.map(() => ({ byResume: 0, other: 0 })))
  const found = await stream()
  expect(found?.steps).toBe(found?.top)
})

test('Ctrl-C ends the gateway and every service', async () => {
  const processes = ['children', 'placements', 'representation'].map(processOf)
  program.child.kill('SIGINT')

  expect(await program.ended()).toBe(0)
  expect(processes.filter(isAlive)).toEqual([])
})
