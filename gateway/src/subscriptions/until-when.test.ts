/** Until when streams go on: cut with what let them in, and what was missed is told to whoever comes back. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ScratchDatabase, scratchDatabase } from '../../../tests/support/scratch-database.ts'
import { type HandFeed, handFeed } from '../testing/alerts-by-hand.ts'
import { byEvents, bySocket, FOLLOW, type ForEver } from '../testing/for-ever.ts'
import { boundToken, proofOf } from '../testing/proofs-by-hand.ts'
import { type Opening, openedSocket } from '../testing/raw-socket.ts'
import { type SignedWorld, startSignedWorld } from '../testing/signed-world.ts'

/** On a busy machine; that nobody waits for the next look is tested beside the looks. */
const AT_ONCE_MS = 2_000
const MINUTE = 60_000
const FIVE_MINUTES = 5 * MINUTE
/** What is believed beyond the end of a token. */
const TOLERANCE = 5_000

let world: SignedWorld
let database: ScratchDatabase
let feed: HandFeed
beforeAll(async () => {
  database = await scratchDatabase()
  feed = handFeed()
  world = await startSignedWorld(database, {}, { feed })
})
afterAll(() => world.stop())

const bearer = async (claims = {}) => ({ authorization: `Bearer ${await world.issuer.token(claims)}` })

/** A socket of somebody who follows alerts; `closed` tells how long after it was asked for. */
async function following(opening: Opening & { params?: object }) {
  const socket = await openedSocket(world.url, opening)
  socket.say({ id: '1', type: 'subscribe', payload: { query: FOLLOW } })
  await socket.hears('ping')
  return {
    ...socket,
    async cut() {
      const began = performance.now()
      return { ...(await socket.closed), within: performance.now() - began }
    },
  }
}

async function ofAPage(changes = {}) {
  const browser = await world.browser(changes)
  const page = { cookie: browser.headers['cookie'] ?? '', origin: world.url }
  return { ...browser, page, socket: await following({ headers: page }) }
}

test('given somebody who signs out, all his sockets are closed at once, and nobody else’s', async () => {
  const [one, other] = [await ofAPage(), await ofAPage()]
  const second = await following({ headers: one.page })

  await fetch(`${world.url}/session/end`, { method: 'POST', headers: { ...one.headers, origin: world.url } })

  for (const socket of [one.socket, second]) {
    const { within, ...end } = await socket.cut()
    expect(end).toEqual({ code: 4403, reason: 'SESSION_ENDED' })
    expect(within).toBeLessThan(AT_ONCE_MS)
  }
  feed.happens()
  await other.socket.hears('next')
  other.socket.close()
})

const TURN_OUT = `insert into sessions.subject as known (sub, kind, name, epoch, revoked_at) values ($1, 'machine', $1, 1, now())
  on conflict (sub) do update set epoch = known.epoch + 1, revoked_at = now()`

test('row 23: given a person or a program that is turned out, its socket is closed with 4403 within five seconds', async () => {
  const person = await ofAPage()
  const program = await following({ params: await bearer({ sub: 'out', client_id: 'out' }) })
  const other = await following({ params: await bearer({ sub: 'in', client_id: 'in' }) })

  for (const sub of [person.sub, 'client:out']) await database.query(TURN_OUT, [sub])

  for (const socket of [person.socket, program]) {
    const { within, ...end } = await socket.cut()
    expect(end).toEqual({ code: 4403, reason: 'SESSION_ENDED' })
    expect(within).toBeLessThan(5_000)
  }
  feed.happens()
  await other.hears('next')
  other.close()
})

test('given an agreement that is over, its sockets are closed with 4403, and nobody else’s; meanwhile its kinds alone are told', async () => {
  const kind = 'HELD_WITHOUT_LEGAL_BASIS'
  const agreement = { data: ['alerts'], kinds: [kind], from: 0, until: world.now() + MINUTE } as const
  const [one, other] = [await ofAPage({ agreement }), await ofAPage()]
  feed.happens({ kind: 'NO_INTERPRETER' })
  const agreed = feed.happens({ kind })
  const told = await one.socket.hears('next')

  world.later(MINUTE)

  const { within: _moments, ...end } = await one.socket.cut()
  expect(told.payload).toMatchObject({ data: { alertRaised: { seq: agreed } } })
  expect(end).toEqual({ code: 4403, reason: 'AGREEMENT_ENDED' })
  const after = feed.happens()
  const next = async () => (await other.socket.hears('next')).payload
  await expect.poll(next, { timeout: 15_000 }).toMatchObject({ data: { alertRaised: { seq: after } } })
  other.socket.close()
})

/** A client comes back within moments, but the machine may be busy. */
const SOON = { timeout: 15_000 }

/** Each of them is there, for so many times by now. */
async function areThere(followers: readonly ForEver[], times: number) {
  for (const { connections } of followers) await expect.poll(connections, SOON).toBe(times)
}

test('given programs whose tokens end again and again, clients of others come back with new ones and are told of each step once', async () => {
  const bound = async () => {
    const { key, token } = await boundToken(world, { sub: 'bound', client_id: 'bound' })
    const dpop = await proofOf(world, token, key, { htm: 'GET', htu: `${world.url}/graphql` })
    return { authorization: `DPoP ${token}`, dpop }
  }
  const sockets = [bySocket(world.url, () => bearer()), bySocket(world.url, bound)]
  const followers = [...sockets, byEvents(world.url, () => bearer())]
  const from = feed.top() ?? 0
  for (const turn of [1, 2]) {
    await areThere(followers, turn)
    feed.happens()
    for (const { seqs } of followers) await expect.poll(() => seqs.length, SOON).toBe(2 * turn - 1)
    world.later(FIVE_MINUTES + TOLERANCE)
    for (const { ends } of sockets) await expect.poll(() => ends.length, SOON).toBe(turn)
    feed.happens() // While nobody is there.
  }
  await areThere(followers, 3)

  const steps = Array.from({ length: 4 }, (_, i) => from + i + 1)
  for (const { seqs } of followers) await expect.poll(() => seqs, SOON).toEqual(steps)
  for (const { ends } of sockets) expect(ends).toEqual(Array(2).fill('4403 TOKEN_EXPIRED'))
  for (const { close } of followers) close()
})

test('given a token that is over and no other, a client is told so and asks no more', async () => {
  const params = await bearer()
  const one = bySocket(world.url, async () => params)
  await areThere([one], 1)

  world.later(FIVE_MINUTES + TOLERANCE)

  const goodbye = expect.stringMatching(/^FOR GOOD/)
  await expect.poll(() => one.ends, SOON).toEqual(['4403 TOKEN_EXPIRED', '4401 UNAUTHENTICATED', goodbye])
})

/** Those who are in are put out, and new ones let in or not. */
async function connectionsAreLost(areTaken: boolean) {
  const name = new URL(database.url).pathname.slice(1)
  await database.onServer(`alter database ${name} with connection limit ${areTaken ? -1 : 0}`)
  await database.onServer(`select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`)
}

test('given a database that is away for long, streams are cut so that clients of others come back, and are told what they missed', async () => {
  const program = await bearer({ sub: 'away', client_id: 'away' })
  const page = await ofAPage()
  const followers = [bySocket(world.url, async () => program), byEvents(world.url, async () => program)]
  await areThere(followers, 1)
  const from = feed.happens()
  for (const { seqs } of followers) await expect.poll(() => seqs, SOON).toEqual([from])

  const began = performance.now()
  await connectionsAreLost(false)

  expect(await page.socket.cut()).toMatchObject({ code: 1013, reason: 'SIGN_IN_UNAVAILABLE' })
  expect(performance.now() - began).toBeLessThan(6_000)
  for (const { ends } of followers) await expect.poll(() => ends.length, SOON).toBeGreaterThan(0)
  feed.happens()
  await connectionsAreLost(true)
  for (const { seqs } of followers) await expect.poll(() => seqs, SOON).toEqual([from, from + 1])
  const [socket, events] = followers
  expect(new Set(socket?.ends)).toEqual(new Set(['1013 SIGN_IN_UNAVAILABLE']))
  expect(events?.ends).toEqual(['SIGN_IN_UNAVAILABLE'])
  for (const { close } of followers) close()
}, 40_000)
