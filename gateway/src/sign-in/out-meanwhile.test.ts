/** Questions take their time, and wait for their turn before: who is turned out meanwhile is answered none of them. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { scratchDatabase } from '../../../tests/support/scratch-database.ts'
import { type SignedWorld, startSignedWorld } from '../testing/signed-world.ts'

const waiting: ((held: number) => void)[] = []
const heldNow = () => new Promise<number>((resolve) => waiting.push(resolve))

let world: SignedWorld
let database: Awaited<ReturnType<typeof scratchDatabase>>
beforeAll(async () => {
  database = await scratchDatabase()
  world = await startSignedWorld(
    database,
    {},
    { placements: { heldNow }, patience: { hopInMs: 30_000 }, requestInMs: 60_000 },
  )
})
beforeEach(() => waiting.splice(0))
afterAll(() => world.stop())

/** Under a name of its own, so that no two questions are one. */
async function asked(headers: Record<string, string>, name: string) {
  const body = JSON.stringify({ query: `{ nation { ${name}: detention { heldNow } } }` })
  const sent = { 'content-type': 'application/json', ...headers }
  const answer = await fetch(`${world.url}/graphql`, { method: 'POST', headers: sent, body })
  return { status: answer.status, text: await answer.text() }
}

async function turnOut(sub: string, headers: Record<string, string>): Promise<void> {
  await database.query('update sessions.subject set epoch = epoch + 1, revoked_at = now() where sub = $1', [sub])
  await expect.poll(async () => (await fetch(`${world.url}/session`, { headers })).json()).toEqual({ signedIn: false })
}

test('given a question under way when its asker is turned out, he is not told what it finds', async () => {
  const { sub, headers } = await world.browser()
  const under = asked(headers, 'way')
  await expect.poll(() => waiting.length).toBe(1)

  await turnOut(sub, headers)
  waiting[0]?.(7)

  const { status, text } = await under
  expect([status, text.includes('heldNow')]).toEqual([401, false])
  expect(text).toContain('UNAUTHENTICATED')
})

test('given questions that wait for their turn when their asker is turned out, no service is asked for them', async () => {
  const { sub, headers } = await world.browser()
  const all = Array.from({ length: 6 }, (_, one) => asked(headers, `q${one}`))
  await expect.poll(() => waiting.length).toBe(4)

  await turnOut(sub, headers)
  for (const answer of waiting.slice()) answer(7)

  expect(new Set((await Promise.all(all)).map(({ status }) => status))).toEqual(new Set([401]))
  expect(waiting).toHaveLength(4)
})

test('given somebody else is turned out meanwhile, a question under way is answered', async () => {
  const [{ headers }, other] = [await world.browser(), await world.browser()]
  const under = asked(headers, 'mine')
  await expect.poll(() => waiting.length).toBe(1)

  await turnOut(other.sub, other.headers)
  waiting[0]?.(7)

  expect(await under).toMatchObject({ status: 200, text: expect.stringContaining('"heldNow":7') })
})
