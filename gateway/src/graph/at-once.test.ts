/** One account asks for what takes long, as often as it can: the others are answered as if it were not there. */
import { type Actor, PSEUDONYMOUS_FEDERAL_SECRETARY } from '@vigia/kit/actor'
import { afterEach, expect, test } from 'vitest'
import { Rates } from '../sign-in/rates.ts'
import { startWorld, type World } from '../testing/two-services.ts'

const stops: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop()
})

const account = (sub: string): Actor => ({ ...PSEUDONYMOUS_FEDERAL_SECRETARY, sub })
const [GREEDY, OTHER] = [account('greedy'), account('other')]

/** Held is asked under a name of its own each time, so that no two questions share an execution. */
const held = (name: string) => `{ nation { ${name}: detention { heldNow } } }`

/** A world whose `placements` keeps everybody waiting until it is let go. */
async function waitingWorld(hopInMs: number, rates?: Rates) {
  let asker = OTHER
  const waiting: ((held: number) => void)[] = []
  const slow = { isSo: true, waiting }
  const heldNow = () => (slow.isSo ? new Promise<number>((resolve) => waiting.push(resolve)) : 7)
  const patience = { hopInMs, failures: 3, restInMs: 60_000 }
  const world = await startWorld({ placements: { heldNow }, patience, actor: () => asker, ...(rates && { rates }) })
  stops.push(world.stop)
  const ask = (actor: Actor, query: string) => {
    asker = actor
    return answerOf(world, query)
  }
  return { ask, slow, log: world.log }
}

async function answerOf({ url }: World, query: string) {
  const answer = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  })
  const { status, headers } = answer
  const left = Number(/;r=(\d+);/.exec(headers.get('ratelimit') ?? '')?.[1])
  const cost = headers.get('x-vigia-cost')
  return { status, again: headers.get('retry-after'), left, cost, text: await answer.text() }
}

test('given more questions of one account under way than may be, the next is turned away, and others are answered', async () => {
  const { ask, slow } = await waitingWorld(10_000)

  // When one account asks 33 questions at once that take long
  const all = Array.from({ length: 33 }, (_, one) => ask(GREEDY, held(`q${one}`)))
  const refused = await Promise.any(all.map(turnedAway))

  // Then one is turned away, with when to come back, and no more than four have reached the service
  expect(refused.again).toBe('1')
  expect(JSON.parse(refused.text).errors[0].extensions).toMatchObject({ code: 'TOO_MANY_AT_ONCE', retryAfter: 1 })
  expect(slow.waiting.length).toBeLessThanOrEqual(4)

  // And somebody else is answered
  slow.isSo = false
  expect((await ask(OTHER, held('mine'))).text).toContain('"heldNow":7')
  for (const answer of slow.waiting) answer(7)
  await Promise.all(all)
})

async function turnedAway<Answer extends { status: number }>(asked: Promise<Answer>): Promise<Answer> {
  const answer = await asked
  if (answer.status !== 429) throw new Error('It was answered.')
  return answer
}

test('given a question that is turned away, nothing is charged for it', async () => {
  // A minute's worth of which nothing comes back, and questions for counts, of which four weigh as one.
  const { ask, slow } = await waitingWorld(10_000, new Rates(100, () => 0))
  const all = Array.from({ length: 40 }, (_, one) => ask(GREEDY, held(`q${one}`)))
  const refused = await Promise.any(all.map(turnedAway))
  slow.isSo = false
  for (const answer of slow.waiting) answer(7)
  const answered = (await Promise.all(all)).filter(({ status }) => status === 200).length

  const { left } = await ask(GREEDY, held('next'))

  expect(refused.cost).toBe('0')
  expect(left).toBe(Math.floor(100 - (answered + 1) / 4))
})

test('given one account whose questions take too long again and again, the service is left alone for it and for nobody else', async () => {
  // Long enough for somebody else to be answered on a busy machine.
  const { ask, slow } = await waitingWorld(500)
  for (let one = 1; one <= 3; one += 1) await ask(GREEDY, held(`q${one}`))

  slow.isSo = false

  const left = JSON.parse((await ask(GREEDY, held('more'))).text)
  expect(left.errors[0].extensions).toMatchObject({
    code: 'SUBGRAPH_UNAVAILABLE',
    service: 'placements',
    retryAfter: 60,
  })
  expect((await ask(OTHER, held('mine'))).text).toContain('"heldNow":7')
})

test('given three accounts that are kept waiting, the service is left alone for all', async () => {
  const { ask, slow } = await waitingWorld(100)
  for (const sub of ['one', 'two', 'three']) await ask(account(sub), held(sub))

  slow.isSo = false

  expect((await ask(OTHER, held('mine'))).text).toContain('SUBGRAPH_UNAVAILABLE')
})
