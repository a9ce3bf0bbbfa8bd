/** Whoever opens sockets and says nothing takes nobody's room but that of his own address. */
import { once } from 'node:events'
import { afterEach, expect, test } from 'vitest'
import { handFeed } from '../testing/alerts-by-hand.ts'
import { openedSocket, openSocket } from '../testing/raw-socket.ts'
import { startWorld, type World } from '../testing/two-services.ts'
import { NotLetIn } from './not-let-in.ts'
import { MOST_NOT_LET_IN_OF_ADDRESS } from './over-websocket.ts'

let world: World | undefined
afterEach(() => world?.stop())

test('given as many sockets as may wait without a word of who opened them, another is told to come back, and is let in once one of them is', async () => {
  world = await startWorld({ feed: handFeed() })
  const { url } = world
  await openedSocket(url)
  const silent = Array.from({ length: MOST_NOT_LET_IN_OF_ADDRESS }, () => openSocket(url))
  await Promise.all(silent.map(({ ws }) => once(ws, 'open')))

  expect((await openSocket(url).closed).code).toBe(503)

  silent[0]?.say({ type: 'connection_init' })
  await silent[0]?.hears('connection_ack')
  await openedSocket(url)
})

test('each address is counted for itself, and each socket once', () => {
  const waiting = new NotLetIn(2)
  const [letIn] = [waiting.add('10.0.0.1'), waiting.add('10.0.0.1')]
  expect(['10.0.0.1', '10.0.0.2'].map((address) => waiting.hasRoomFor(address))).toEqual([false, true])

  letIn?.()
  letIn?.()
  waiting.add('10.0.0.1')

  expect(waiting.hasRoomFor('10.0.0.1')).toBe(false)
})
