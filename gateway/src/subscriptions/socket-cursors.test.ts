/** A cursor that does not hold is refused by a socket as it is by events (security.md 10, row 49): with the code, and how many were missed. */
import { randomUUID } from 'node:crypto'
import { PSEUDONYMOUS_FEDERAL_SECRETARY } from '@vigia/kit/actor'
import { afterEach, expect, test } from 'vitest'
import { handFeed } from '../testing/alerts-by-hand.ts'
import { openedSocket } from '../testing/raw-socket.ts'
import { startWorld, type World } from '../testing/two-services.ts'
import { cursorsFor } from './stream-cursors.ts'

let world: World | undefined
afterEach(() => world?.stop())

const CURSORS = cursorsFor(Buffer.alloc(32), 'alerts', PSEUDONYMOUS_FEDERAL_SECRETARY.sub, () => 0)

test.each([
  ['from the future', CURSORS.at(12), { code: 'CURSOR_INVALID' }],
  ['expired', CURSORS.at(4), { code: 'CURSOR_EXPIRED', missed: 6 }],
  ['garbage', 'garbage', { code: 'CURSOR_INVALID' }],
])(
  'given a cursor that is %s, the subscription is refused, and the socket goes on',
  async (_what, after, extensions) => {
    const feed = handFeed()
    feed.forgetUpTo(5)
    world = await startWorld({ feed })
    const socket = await openedSocket(world.url)
    const query = 'subscription ($after: String) { alertRaised(after: $after) { seq } }'

    socket.say({ id: 'late', type: 'subscribe', payload: { query, variables: { after } } })
    const refused = await socket.hears('error')
    socket.say({ id: 'now', type: 'subscribe', payload: { query, variables: { after: CURSORS.at(9) } } })
    const told = await socket.hears('next')
    socket.close()

    expect(refused).toMatchObject({ id: 'late', payload: [{ extensions }] })
    expect(told).toMatchObject({ id: 'now', payload: { data: { alertRaised: { seq: 10 } } } })
  },
)

test('given somebody who may not know the places, no two cursors of a heartbeat are alike, and what is told again he knows by its own', async () => {
  const { scopes } = PSEUDONYMOUS_FEDERAL_SECRETARY
  const actor = { ...PSEUDONYMOUS_FEDERAL_SECRETARY, scopes: scopes.filter((scope) => scope !== 'oversight:read') }
  const feed = handFeed()
  world = await startWorld({ feed, heartbeatInMs: 20, actor: () => actor })
  const { url } = world
  const socket = await openedSocket(url)
  const follow = (after: string | null) => {
    const query = 'subscription ($after: String) { alertRaised(after: $after) { id cursor } }'
    socket.say({ id: randomUUID(), type: 'subscribe', payload: { query, variables: { after } } })
  }
  follow(null)
  const beats = [await socket.hears('ping'), await socket.hears('ping')].map(
    ({ payload }) => payload as { cursor: string },
  )

  feed.happens()
  const told = [await socket.hears('next')]
  for (const { cursor } of beats) {
    follow(cursor)
    told.push(await socket.hears('next'))
  }
  socket.close()

  const alerts = told.map(
    ({ payload }) => (payload as { data: { alertRaised: { id: string; cursor: string } } }).data.alertRaised,
  )
  expect(alerts.map(({ id }) => id)).toEqual(Array(3).fill('alert-11'))
  const cursors = [...beats, ...alerts].map(({ cursor }) => cursor)
  expect(new Set(beats.map(({ cursor }) => cursor)).size).toBe(2)
  expect(new Set(alerts.map(({ cursor }) => cursor)).size).toBe(1)
  expect(new Set(cursors).size).toBe(3)
  expect(cursors.map((cursor) => CURSORS.placeIn(cursor)?.seq)).toEqual([10, 10, 11, 11, 11])
})
