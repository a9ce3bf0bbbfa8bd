/** A cursor that does not hold is refused by a socket as it is by events (security.md 10, row 49): with the code, and how many were missed. */
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
