/** When everybody comes back at once, each with questions of his own, a service is asked a few things at a time and nobody goes without. */
import { setImmediate as aTurn } from 'node:timers/promises'
import { PSEUDONYMOUS_FEDERAL_SECRETARY } from '@vigia/kit/actor'
import { WORKED_AT_ONCE } from '@vigia/law/terms-of-partners'
import { expect, test } from 'vitest'
import { type AlertOf, anAlert, type HandFeed, handFeed } from '../testing/alerts-by-hand.ts'
import { openedSocket, type RawSocket } from '../testing/raw-socket.ts'
import { startWorld } from '../testing/two-services.ts'
import { cursorsFor } from './stream-cursors.ts'

const [SOCKETS, SUBSCRIPTIONS, MISSED] = [5, 10, 10]
const ASKED_AT_ONCE = 16
const IN_ORDER = Array.from({ length: MISSED }, (_, i) => i + 1)

/** A world in which each socket is of the account that it names. */
async function worldOf(alertOf: AlertOf, feed: HandFeed = handFeed()) {
  let sub = ''
  const actor = () => ({ ...PSEUDONYMOUS_FEDERAL_SECRETARY, sub })
  const world = await startWorld({ feed, patience: { hopInMs: 60_000 }, requestInMs: 60_000, alertOf, actor })
  const socketOf = (account: string) => {
    sub = account
    return openedSocket(world.url)
  }
  return { ...world, socketOf }
}

const firstOf = (account: string) => cursorsFor(Buffer.alloc(32), 'alerts', account, () => 0).at(0)

/** Subscriptions that begin in one go, before a heartbeat is answered, each by names that make it another question; after a cursor, or from now on. */
function follows(socket: RawSocket, name: string, after: string | null): void {
  const from = after === null ? '' : `(after: "${after}")`
  for (let i = 0; i < SUBSCRIPTIONS; i += 1) {
    const query = `subscription { alertRaised${from} { seq ${name}of${i}: kind } }`
    socket.say({ id: String(i), type: 'subscribe', payload: { query } })
  }
}

/** The places that each subscription of the socket was told. */
async function toldBy(socket: RawSocket): Promise<number[][]> {
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

test.each([
  { whose: 'of five accounts', accounts: ['one', 'two', 'three', 'four', 'five'], most: ASKED_AT_ONCE },
  { whose: 'of one', accounts: Array.from({ length: SOCKETS }, () => 'one'), most: WORKED_AT_ONCE },
])(
  'given fifty subscriptions that come back by five sockets $whose, no more than $most alerts are asked for at once, and each is told all',
  async ({ accounts, most }) => {
    const asked = { now: 0, most: 0, all: 0 }
    const world = await worldOf(async (id) => {
      asked.now += 1
      asked.all += 1
      asked.most = Math.max(asked.most, asked.now)
      for (let turn = 0; turn < 5; turn += 1) await aTurn()
      asked.now -= 1
      return anAlert(id)
    })
    const sockets: RawSocket[] = []
    for (const account of accounts) sockets.push(await world.socketOf(account))

    for (const [at, socket] of sockets.entries()) follows(socket, `socket${at}`, firstOf(accounts[at] ?? ''))
    const told = await Promise.all(sockets.map(toldBy))
    await world.stop()

    expect(told.flat()).toEqual(Array.from({ length: SOCKETS * SUBSCRIPTIONS }, () => IN_ORDER))
    expect(asked).toEqual({ now: 0, most, all: SOCKETS * SUBSCRIPTIONS * MISSED })
  },
)

test.each([
  { what: 'asks for all that it missed', isBack: true },
  { what: 'follows what happens', isBack: false },
])('given an account that $what by fifty streams, another is told at once what happens now', async ({ isBack }) => {
  // Given somebody who follows, and services that take their time over what the account asks
  const feed = handFeed()
  const [greed, allTurns] = [Promise.withResolvers<void>(), Promise.withResolvers<'every turn is taken'>()]
  let asked = 0
  const world = await worldOf(async (id) => {
    if (id === 'alert-12') return anAlert(id)
    asked += 1
    if (asked === ASKED_AT_ONCE) allTurns.resolve('every turn is taken')
    await greed.promise
    return anAlert(id)
  }, feed)
  const other = await world.socketOf('other')
  const kind = 'HELD_IN_PROHIBITED_PLACE'
  const query = `subscription { alertRaised(filter: { kind: ["${kind}"] }) { seq } }`
  other.say({ id: '1', type: 'subscribe', payload: { query } })
  await other.hears('ping')
  for (let at = 0; at < SOCKETS; at += 1) {
    const socket = await world.socketOf('greedy')
    follows(socket, `socket${at}`, isBack ? firstOf('greedy') : null)
    await socket.hears('ping')
  }
  feed.happens()
  await expect.poll(() => asked).toBeGreaterThanOrEqual(WORKED_AT_ONCE)

  // When something happens that he asked for
  feed.happens({ kind })

  // Then he is told
  const heard = await Promise.race([other.hears('next'), allTurns.promise])
  expect(heard).toMatchObject({ payload: { data: { alertRaised: { seq: 12 } } } })
  greed.resolve()
  await world.stop()
})
