/** Whoever shows nothing that is known is answered before his body is read; of who is known it is said once all is read that he still is. Of one so many are awaited. */
import { once } from 'node:events'
import net from 'node:net'
import { MOST_AT_ONCE } from '@vigia/law/terms-of-partners'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { scratchDatabase } from '../../../tests/support/scratch-database.ts'
import { QUESTION, type SignedWorld, startSignedWorld } from '../testing/signed-world.ts'

let world: SignedWorld
beforeAll(async () => {
  world = await startSignedWorld(await scratchDatabase())
})
afterAll(() => world.stop())

const BODY = JSON.stringify({ query: QUESTION })

/** A request whose body waits for a word of the test. */
async function halfSent(headers: Record<string, string>, path = '/graphql') {
  const { hostname, port } = new URL(world.url)
  const socket = net.connect(Number(port), hostname)
  await once(socket, 'connect')
  const all = { host: 'localhost', 'content-type': 'application/json', 'content-length': BODY.length, ...headers }
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`)
  socket.write(`POST ${path} HTTP/1.1\r\n${lines.join('')}\r\n${BODY.slice(0, 5)}`)
  const answer = once(socket, 'data').then(([bytes]) => Number(/^HTTP\/1\.1 (\d+)/.exec(String(bytes))?.[1]))
  return { answer, goOn: () => socket.write(BODY.slice(5)), stop: () => socket.destroy() }
}

test.each([
  ['nothing', {}, '/graphql'],
  ['nothing', {}, '/graphql/stream'],
  ['nothing', {}, '/session/tokens'],
  ['the id of no session', { cookie: `__Host-vigia=${'a'.repeat(43)}`, 'x-vigia': 'test' }, '/graphql'],
  ['a token that nobody made', { authorization: `Bearer vigia_${'a'.repeat(43)}` }, '/graphql'],
])('given somebody who shows %s (%j, at %s), 401 does not wait for his body', async (_what, headers, path) => {
  const { answer, stop } = await halfSent(headers as Record<string, string>, path)

  expect(await answer).toBe(401)
  stop()
})

test('given somebody who is known, he is answered once his body is whole', async () => {
  const { headers } = await world.browser()
  expect((await world.ask(headers)).status).toBe(200)
  const { answer, goOn, stop } = await halfSent(headers)

  goOn()
  expect(await answer).toBe(200)
  stop()
})

test('given somebody who signs out while his body comes, he is not answered', async () => {
  const { headers } = await world.browser()
  // What he asks is kept, and might be given before anything else is looked at.
  for (const _time of ['first', 'again']) expect((await world.ask(headers)).status).toBe(200)
  const { answer, goOn, stop } = await halfSent(headers)

  await fetch(`${world.url}/session/end`, { method: 'POST', headers: { ...headers, origin: world.url } })
  goOn()

  expect(await answer).toBe(401)
  stop()
})

test.each([
  ['/graphql', {}],
  ['/graphql', { 'content-encoding': 'identity' }],
  ['/graphql/stream', {}],
])(
  'given as many of his bodies on their way as may be (to %s, %j), the next is turned away unread until one is whole or he is gone',
  async (path, more) => {
    const [slow, other] = [await world.browser(), await world.browser()]
    const send = (headers: Record<string, string>) => halfSent({ ...headers, ...more }, path)
    expect((await world.ask(slow.headers)).status).toBe(200)
    const coming = await Promise.all(Array.from({ length: MOST_AT_ONCE }, () => send(slow.headers)))

    // The next is turned away before it is read, and somebody else is not.
    await expect.poll(() => statusOf(send(slow.headers))).toBe(429)
    expect((await world.ask(other.headers)).status).toBe(200)

    // Once one is whole, and once one is gone, there is room.
    const [whole, gone, ...rest] = coming
    whole?.goOn()
    await whole?.answer
    expect((await world.ask(slow.headers)).status).toBe(200)
    gone?.stop()
    await expect.poll(async () => (await world.ask(slow.headers)).status).toBe(200)
    for (const { stop } of [...rest, ...(whole ? [whole] : [])]) stop()
  },
)

/** Of what is answered while its body is still awaited; null where it is not. */
async function statusOf(sent: ReturnType<typeof halfSent>): Promise<number | null> {
  const { answer, stop } = await sent
  const status = await Promise.race([answer, new Promise<null>((resolve) => setTimeout(() => resolve(null), 200))])
  stop()
  return status
}
