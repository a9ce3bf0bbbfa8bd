/** What a slow reader has not read when he is turned out is not told to him any more: his stream is cut, and not read to its end first. */
import { get, type IncomingMessage } from 'node:http'
import type { Socket } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { scratchDatabase } from '../../../tests/support/scratch-database.ts'
import { handFeed } from '../testing/alerts-by-hand.ts'
import { FOLLOW } from '../testing/for-ever.ts'
import { openedSocket } from '../testing/raw-socket.ts'
import { type SignedWorld, startSignedWorld } from '../testing/signed-world.ts'

/** More than lies between two programs of one machine. */
const LONG = 'x'.repeat(30_000_000)
/** More than a reader's own system takes for him; that of the other side takes some megabytes. */
const TAKEN_FOR_HIM = 2_000_000
const KIND = 'subscription { alertRaised { kind } }'

const feed = handFeed()
let world: SignedWorld
beforeAll(async () => {
  world = await startSignedWorld(await scratchDatabase(), {}, { feed, alertOf: (id) => ({ id, kind: LONG }) })
})
afterAll(() => world.stop())

const SOON = { timeout: 15_000 }

/** Headers of a page of somebody who has signed in. */
async function aPage(): Promise<Record<string, string>> {
  return { ...(await world.browser()).headers, origin: world.url }
}

const signOut = (headers: Record<string, string>) => fetch(`${world.url}/session/end`, { method: 'POST', headers })

const events = (headers: Record<string, string>, query: string) =>
  new Promise<IncomingMessage>((resolve) =>
    get(
      `${world.url}/graphql/stream?query=${encodeURIComponent(query)}`,
      { headers: { ...headers, accept: 'text/event-stream' }, agent: false },
      resolve,
    ).on('error', () => {}),
  )

async function read(answer: IncomingMessage): Promise<number> {
  let bytes = 0
  try {
    for await (const chunk of answer) bytes += chunk.length
  } catch {
    // It was cut.
  }
  return bytes
}

test('given events that are not read, they are cut with the session, and what waited is not told', async () => {
  const headers = await aPage()
  const slow = await events(headers, KIND)
  const quiet = await events(headers, 'subscription { alertRaised(filter: { state: "31" }) { kind } }')
  expect([slow.statusCode, quiet.statusCode]).toEqual([200, 200])
  feed.happens()
  await expect.poll(() => slow.socket.bytesRead, SOON).toBeGreaterThan(10_000)

  await signOut(headers)
  await read(quiet)

  expect(await read(slow)).toBeLessThan(TAKEN_FOR_HIM)
})

test('given a socket that is not read, it is cut with the session, and what waited is not told', async () => {
  const headers = await aPage()
  const [slow, quiet] = [await openedSocket(world.url, { headers }), await openedSocket(world.url, { headers })]
  slow.say({ id: '1', type: 'subscribe', payload: { query: KIND } })
  await slow.hears('ping')
  quiet.say({ id: '1', type: 'subscribe', payload: { query: FOLLOW } })
  await quiet.hears('ping')
  const { _socket: connection } = slow.ws as unknown as { _socket: Socket }
  slow.ws.pause()
  const asked = world.asked.alerts
  feed.happens()
  await expect.poll(() => world.asked.alerts, SOON).toBeGreaterThan(asked)
  await quiet.hears('next')

  await signOut(headers)
  expect(await quiet.closed).toEqual({ code: 4403, reason: 'SESSION_ENDED' })
  slow.ws.resume()

  const told = await Promise.race([slow.hears('next').then(() => 'told'), slow.closed.then(() => 'cut')])
  expect(told).toBe('cut')
  expect(connection.bytesRead).toBeLessThan(TAKEN_FOR_HIM)
})
