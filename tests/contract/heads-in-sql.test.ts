/**
 * Random heads of two chains, sent to endpoints that take, refuse and hold them, and are stopped in between: of each chain the newest alone
 * waits at each endpoint beside what was tried or is in hand, and what was told goes after a week.
 */
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { CHAINS, ENDPOINTS, HeadsByHand, type HeadTold, HOUR, UNASKING } from '../support/heads-by-hand.ts'
import { scratchConnection } from '../support/scratch-connection.ts'

const { client } = await scratchConnection()
beforeAll(async () => {
  await client.query(
    `insert into oversight.webhook_owner (subject, role, seen_at, scopes) values ('s', 'ombudsperson-federal', now(), '{}')`,
  )
})

const SEED = 20261128
const act = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      does: fc.constant('sign' as const),
      chain: fc.nat(1),
      hours: fc.constantFrom(0, 1, 30, 169),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({ does: fc.constantFrom('claim', 'fail', 'take'), endpoint: fc.nat(1), chain: fc.nat(1) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ does: fc.constantFrom('stop', 'start'), endpoint: fc.nat(1), chain: fc.nat(1) }),
  },
)
type Act = ReturnType<typeof act.generate>['value']

test('what waits and what was told of heads is as whoever sends them by hand has it', async () => {
  for (const life of fc.sample(fc.array(act, { minLength: 4, maxLength: 20 }), { seed: SEED, numRuns: 120 })) {
    const byHand = new HeadsByHand()
    await client.query('begin')
    await client.query(
      `insert into oversight.webhook_endpoint (id, owner, subject, url, description, envelope, steps, status, not_before, created_at, audit_heads)
       select id, 'o', 's', 'https://x', 'd', 'STANDARD', '{OPENED}', 'ACTIVE', '-infinity', now(), id <> $2 from unnest($1::uuid[]) id`,
      [ENDPOINTS, UNASKING],
    )
    for (const one of life) {
      await done(one, byHand)
      expect(await inSql()).toEqual(inWords(byHand.deliveries))
    }
    await client.query('rollback')
  }
})

async function done(one: Act, byHand: HeadsByHand): Promise<void> {
  const chain = CHAINS[one.chain] ?? ''
  if (one.does === 'sign') {
    byHand.now += one.hours * HOUR
    const seq = byHand.sign(chain)
    await client.query(
      `insert into audit.head (service, seq, hash, at, key_id, signature) values ($1, $2, '', $3, 'k', '')`,
      [...[chain, seq, new Date(byHand.now)]],
    )
    return
  }
  if (!('endpoint' in one)) return
  const endpoint = ENDPOINTS[one.endpoint] ?? ''
  if (one.does === 'stop' || one.does === 'start') {
    const status = one.does === 'stop' ? 'DISABLED' : 'ACTIVE'
    await client.query('update oversight.webhook_endpoint set status = $2 where id = $1', [endpoint, status])
    byHand.active[one.does === 'stop' ? 'delete' : 'add'](endpoint)
    return
  }
  const first = byHand.first(endpoint, chain)
  if (first) await handled(one.does, first, byHand.now)
}

/** In hand, tried in vain, or told. */
async function handled(does: string, one: HeadTold, now: number): Promise<void> {
  const of = [one.endpoint, one.chain, one.seq]
  const where = 'endpoint_id = $1 and head_service = $2 and head_seq = $3'
  if (does === 'claim') {
    one.claimedUntil = now + HOUR / 120
    await client.query(`update oversight.webhook_delivery set claimed_until = $4 where ${where}`, [
      ...of,
      new Date(one.claimedUntil),
    ])
    return
  }
  Object.assign(one, { attempts: one.attempts + 1, tries: one.tries + 1, claimedUntil: 0 })
  if (does === 'take') one.doneAt = now
  const outcome = [does === 'take' ? 'DELIVERED' : 'WAITING', one.doneAt === null ? null : new Date(one.doneAt)]
  await client.query(
    `with kept as (update oversight.webhook_delivery set attempts = attempts + 1, claimed_until = '-infinity', state = $4, done_at = $5
       where ${where} returning id)
     insert into oversight.webhook_attempt (delivery_id, at, took_in_ms) select id, now(), 1 from kept`,
    [...of, ...outcome],
  )
}

const inWords = (deliveries: readonly HeadTold[]) =>
  deliveries
    .map((one) =>
      [one.endpoint, one.chain, one.seq, one.doneAt === null ? 'WAITING' : 'DELIVERED', one.tries].join(' '),
    )
    .sort()

/** And no try of what has gone is kept. */
async function inSql(): Promise<string[]> {
  const { rows } = await client.query<{ said: string | null }>(
    `select case when d.id is not null then concat_ws(' ', endpoint_id, head_service, head_seq, state, count(a.id)) end as said
     from oversight.webhook_delivery d full join oversight.webhook_attempt a on a.delivery_id = d.id group by d.id`,
  )
  return rows.map(({ said }) => said ?? 'a try of nothing').sort()
}
