/** A client that floods its socket, or asks for answers that it never reads, is hung up on; others go on being told. */
import type { Duplex } from 'node:stream'
import { afterEach, expect, test } from 'vitest'
import type { WebSocket } from 'ws'
import { handFeed } from '../testing/alerts-by-hand.ts'
import { openedSocket } from '../testing/raw-socket.ts'
import { startWorld, type World } from '../testing/two-services.ts'
import { Socket } from './socket.ts'

let world: World | undefined
afterEach(() => world?.stop())

const PING = '{"type":"ping"}'
const SUBSCRIPTION = { query: 'subscription { alertRaised { seq } }' }

test.each([
  ['words of the protocol', (ws: WebSocket) => ws.send(PING)],
  ['subscriptions that are over at once', (ws: WebSocket) => ws.send('{"type":"complete","id":"none"}')],
])('given a flood of %s, the socket ends, and another is told', async (_what, say) => {
  const feed = handFeed()
  world = await startWorld({ feed })
  const [flooding, other] = [await openedSocket(world.url), await openedSocket(world.url)]
  other.say({ id: '1', type: 'subscribe', payload: SUBSCRIPTION })
  await other.hears('ping')

  for (let sent = 0; sent < 5_000; sent += 1) say(flooding.ws)

  // It may go on talking after it was told why, and is not waited for then.
  expect([4429, 1006]).toContain((await flooding.closed).code)
  feed.happens()
  expect(await other.hears('next')).toMatchObject({ id: '1' })
})

/** A socket under which so much has been written that was not taken. */
function unreadSocket(writableLength: number) {
  const said: string[] = []
  const raw = { writableLength, on: () => raw }
  const ws = {
    ...{ readyState: 1, OPEN: 1 },
    send: (text: string) => said.push(text),
    close: (_code: number, reason: string) => said.push(reason),
    terminate: () => said.push('cut'),
  }
  return { said, socket: new Socket(ws as unknown as WebSocket, raw as unknown as Duplex) }
}

test.each([
  ['nothing', 0, 'pong'],
  ['what a stream may leave to be read', 400_000, 'pong'],
  ['more than any stream leaves', 2_000_000, 'cut'],
])('given a client that has %s to read, an answer to its message: %s bytes wait, %s', (_what, waiting, told) => {
  const { said, socket } = unreadSocket(waiting)
  socket.say('pong')
  expect(said).toEqual([told])
})

test('given one message too many, the socket says so, and is cut where that is not read either', () => {
  const { said, socket } = unreadSocket(0)
  const heard = Array.from({ length: 220 }, () => socket.heard())

  expect(heard.slice(0, 200)).not.toContain(false)
  expect(heard).toContain(false)
  expect(new Set(said)).toEqual(new Set(['TOO_MANY_MESSAGES']))
  const unread = unreadSocket(1)
  for (let one = 0; one < 220; one += 1) unread.socket.heard()
  expect(new Set(unread.said)).toEqual(new Set(['cut']))
})
