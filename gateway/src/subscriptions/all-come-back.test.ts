/** When everybody comes back at once, each with questions of his own, a service is asked a few things at a time and nobody goes without. */
import { setImmediate as aTurn } from 'node:timers/promises'
import { PSEUDONYMOUS_FEDERAL_SECRETARY } from '@vigia/kit/actor'
import { expect, test } from 'vitest'
import { anAlert, handFeed } from '../testing/alerts-by-hand.ts'
import { openedSocket } from '../testing/raw-socket.ts'
import { startWorld } from '../testing/two-services.ts'
import { cursorsFor } from './stream-cursors.ts'

const [SOCKETS, SUBSCRIPTIONS, MISSED] = [5, 10, 10]
const FIRST = cursorsFor(Buffer.alloc(32), 'alerts', PSEUDONYMOUS_FEDERAL_SECRETARY.sub, () => 0).at(0)
const IN_ORDER = Array.from({ length: MISSED }, (_, i) => i + 1)

/** Subscriptions that begin in one go, before a heartbeat is answered, each by names that make it another question; the places that each was told. */
async function followedBy(url: string, name: string): Promise<number[][]> {
  const socket = await openedSocket(url)
  for (let i = 0; i < SUBSCRIPTIONS; i += 1) {
    const query = `subscription { alertRaised(after: "${FIRST}") { seq ${name}of${i}: kind } }`
    socket.say({ id: String(i), type: 'subscribe', payload: { query } })
  }
  const told = new Map<string, number[]>()
  for (let i = 0; i < SUBSCRIPTIONS * MISSED; i += 1) {
    const heard = await Promise.race([socket.hears('next'), socket.closed])
    if (!('type' in heard)) throw new Error(`The socket was closed with ${heard.code}.`)
    const { data } = heard.payload as { data: { alertRaised: { seq: number } } }
    told.set(heard.id ?? '', [...(told.get(heard.id ?? '') ?? []), data.alertRaised.seq])
  }
  socket.close()
  return [...told.values()]
}

test('given fifty subscriptions that come back by five sockets, no more than sixteen alerts are asked for at once, and each is told all', async () => {
  const asked = { now: 0, most: 0, all: 0 }
  const world = await startWorld({
    feed: handFeed(),
    patience: { hopInMs: 60_000 },
    async alertOf(id) {
      asked.now += 1
      asked.all += 1
      asked.most = Math.max(asked.most, asked.now)
      for (let turn = 0; turn < 5; turn += 1) await aTurn()
      asked.now -= 1
      return anAlert(id)
    },
  })

  const told = await Promise.all(Array.from({ length: SOCKETS }, (_, at) => followedBy(world.url, `socket${at}`)))
  await world.stop()

  expect(told.flat()).toEqual(Array.from({ length: SOCKETS * SUBSCRIPTIONS }, () => IN_ORDER))
  expect(asked).toEqual({ now: 0, most: 16, all: SOCKETS * SUBSCRIPTIONS * MISSED })
})
