/** A try that took longer than it may, or whose owner has begun anew meanwhile, undoes nothing of what became of the message since. */
import { type OversightDb, open } from '@vigia/db/oversight'
import { within } from '@vigia/db/within'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  type Claimed,
  claim,
  keepOutcome,
  type Outcome,
  withhold,
} from '../../services/oversight/src/store/delivery-store.ts'
import { aPartner, type Listening, type WebhookRegistry, webhookRegistry } from '../support/webhooks.ts'

let registry: WebhookRegistry
let db: OversightDb
beforeAll(async () => {
  registry = await webhookRegistry()
  db = open(registry.database.url)
})
afterAll(async () => {
  await db.close()
  await registry.stop()
})

/** In an hour, when whatever the tests have sent is due. */
const THEN = Date.now() + 3_600_000
const at = (seconds: number) => new Date(THEN + seconds * 1_000)
const act = ({ owner, id }: Listening, name: string) =>
  registry.asked(owner, `mutation { ${name}(id: "${id}") { __typename } }`)

/** A message that one process has claimed and come back from only after another had claimed it too. */
async function claimedTwice(name: string): Promise<{ first: Claimed; second: Claimed; state: () => Promise<string> }> {
  const listening = await registry.listening(aPartner(name))
  await act(listening, 'sendTestEvent')
  const lane = { endpoint: listening.id, lane: 'TEST' }
  const [first, none, second] = [
    await claim(db.pool, lane, at(60)),
    await claim(db.pool, lane, at(89)),
    await claim(db.pool, lane, at(91)),
  ]
  if (!first || !second) throw new Error('It could not be claimed.')
  expect([none, second.id]).toEqual([null, first.id])
  const [endpoint, sql] = [
    [listening.id],
    'select state from oversight.webhook_delivery where endpoint_id = $1 and kind = $$TEST$$',
  ]
  return {
    first,
    second,
    state: async () => (await registry.database.query<{ state: string }>(sql, endpoint))[0]?.state ?? '',
  }
}

const outcome = (state: Outcome['state'], seconds: number): Outcome => ({
  state,
  attempt: { at: at(seconds), status: state === 'DELIVERED' ? 200 : 500, tookInMs: 1, fault: null, nextAt: null },
  receipt: null,
  standing: { failures: 0, paceInMs: 0, restInMs: 0 },
  status: null,
})
const keep = (claimed: Claimed, state: Outcome['state'], seconds: number) =>
  within(db.pool, async (client) => (await keepOutcome(client, claimed, outcome(state, seconds))).isKept)

test.each(['WAITING', 'DEAD'] as const)(
  'given a message was told by whoever claimed it after him, whoever comes back late makes it none that is %s',
  async (late) => {
    const { first, second, state } = await claimedTwice(`late, ${late}`)
    expect(await keep(second, 'DELIVERED', 92)).toBe(true)

    expect(await keep(first, late, 93)).toBe(false)
    await withhold(db.pool, first, 'NO_RIGHT', at(94))
    expect(await state()).toBe('DELIVERED')
  },
)

test('given whoever comes back late has told it, it is told, whatever becomes of the other try', async () => {
  const { first, second, state } = await claimedTwice('told late')
  expect(await keep(first, 'DELIVERED', 92)).toBe(true)

  expect(await keep(second, 'DEAD', 93)).toBe(false)
  await withhold(db.pool, second, 'NO_RIGHT', at(94))
  expect(await state()).toBe('DELIVERED')
})

test('given nobody has claimed it since, whoever comes back late says what became of it', async () => {
  const { second, state } = await claimedTwice('late, and alone')

  expect(await keep(second, 'WAITING', 200)).toBe(true)
  expect(await state()).toBe('WAITING')
})

test('given the last try of a challenge fails after its owner has asked for another, that one is sent, and proves it', async () => {
  const owner = aPartner('asks again')
  const listening = await registry.listening(owner)
  await act(listening, 'disableWebhookEndpoint')
  await act(listening, 'enableWebhookEndpoint')
  const lane = { endpoint: listening.id, lane: 'CHALLENGE' }
  const last = await claim(db.pool, lane, at(0))
  if (!last) throw new Error('It could not be claimed.')
  await act(listening, 'enableWebhookEndpoint')

  const givenUp = { ...outcome('DEAD', 1), status: 'NEW' } as const
  expect((await within(db.pool, (client) => keepOutcome(client, last, givenUp))).isKept).toBe(false)
  await registry.deliver()
  const all = '{ webhookEndpoints { edges { node { status } } } }'
  expect(await registry.asked(owner, all)).toEqual({ webhookEndpoints: { edges: [{ node: { status: 'ACTIVE' } }] } })
})
