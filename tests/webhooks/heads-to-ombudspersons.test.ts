/**
 * The ombudsperson is the outside witness of the audit: where its endpoint asks for that, each signed head is sent to it, and what it kept
 * shows that a chain was cut, whatever was done to the database and to the registry's own copy (security.md 4).
 */
import { appendFileSync, cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { openPool } from '@vigia/db/open'
import { urlOfRole } from '@vigia/db/roles'
import { keepChain } from '@vigia/kit/audit/chain'
import { headsFolder, headsIn } from '@vigia/kit/audit/heads'
import { NO_IDS, record } from '@vigia/kit/audit/record'
import { verifyChain } from '@vigia/kit/audit/verify'
import type { Pool } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { anActor } from '../support/asking.ts'
import { isSignedBy, type Receiver } from '../support/receiver.ts'
import { aPartner, type Listening, type WebhookRegistry, webhookRegistry } from '../support/webhooks.ts'

const CNDH = anActor('ombudsperson-federal', { sub: 'client:cndh', kind: 'machine', org: 'CNDH' })
const CHIAPAS = anActor('ombudsperson-state', { sub: 'client:cedh', kind: 'machine', org: 'CEDH' })
/** Of no alert. */
const HEADS_ALONE = { auditHeads: true, steps: [] }
const kept = mkdtempSync(path.join(tmpdir(), 'vigia-kept-heads-'))

let registry: WebhookRegistry
let service: Pool
let owner: Pool
let witness: Listening
let unasked: Listening
beforeAll(async () => {
  registry = await webhookRegistry()
  service = openPool(urlOfRole(registry.database.url, 'vigia_children'), 2)
  owner = openPool(registry.database.url, 1)
  witness = await registry.listening(CNDH, HEADS_ALONE)
  unasked = await registry.listening(CHIAPAS)
})
afterAll(async () => {
  await service.end()
  await owner.end()
  await registry.stop()
  rmSync(kept, { recursive: true })
})

/** Somebody reads, and the chain is signed as it is each minute, and when a service stops. */
async function readsAndIsSigned(subject: string): Promise<void> {
  const who = { subject, role: 'ppnna-officer', office: null, states: ['07'], reason: null, batchId: null }
  const what = { asked: ['child'], types: ['Child'], scopes: ['child:read'], records: 1, missed: NO_IDS }
  const entry = { service: 'children', act: 'READ', requestId: 'r', children: Buffer.alloc(16, 7) } as const
  await record(service, { ...who, ...what, ...entry })
  await keepChain(service, 'children')()
}

const headsOf = ({ messages }: Receiver) => messages.filter(({ type }) => type === 'audit.head')

test('a head that is signed is sent to who asked for it, signed like any message, and to nobody else', async () => {
  // By words with a space, which no signature can hold: three letters stand in some.
  await readsAndIsSigned('Ana de la prueba')
  await readsAndIsSigned('Berta de la prueba')
  await registry.deliver()

  const sent = headsOf(witness)
  const [{ top = 0 } = {}] = await registry.database.query<{ top: number }>(
    `select max(seq)::int as top from audit.head where service = 'children'`,
  )
  expect(sent.map(({ data }) => data['service'])).toContain('children')
  expect(sent.at(-1)?.data).toMatchObject({ service: 'children', seq: top })
  for (const message of sent) expect(isSignedBy(witness.secret, message)).toBe(true)
  expect(JSON.stringify(sent)).not.toMatch(/de la prueba|ppnna-officer|NNA-/)
  expect(headsOf(unasked)).toEqual([])
})

test('what the witness kept shows that the chain was cut', async () => {
  await readsAndIsSigned('carla')
  await readsAndIsSigned('who wants to be forgotten')
  await registry.deliver()
  cpSync(path.join(headsFolder(), 'keys'), path.join(kept, 'keys'), { recursive: true })
  for (const { data } of headsOf(witness)) {
    mkdirSync(path.join(kept, String(data['registry'])), { recursive: true })
    const file = path.join(kept, String(data['registry']), `${String(data['service'])}.jsonl`)
    appendFileSync(file, `${JSON.stringify(data)}\n`)
  }
  const id = String(headsOf(witness)[0]?.data['registry'])
  const verdict = (heads: ReturnType<typeof headsIn>) =>
    verifyChain({ pool: owner, registry: id, service: 'children', heads })
  expect(headsIn(kept, id).every(({ isSigned }) => isSigned)).toBe(true)
  expect((await verdict(headsIn(kept, id))).fault).toBeNull()

  // Whoever may do anything here takes the last reading out, and all that the registry itself keeps of it.
  await owner.query(`set session_replication_role = replica`)
  await owner.query(`with last as (delete from audit.link where service = 'children'
      and seq = (select max(seq) from audit.link where service = 'children') returning entry_id, seq),
    head as (delete from audit.head h using last where h.service = 'children' and h.seq >= last.seq)
    delete from audit.entry e using last where e.id = last.entry_id`)
  await owner.query('reset session_replication_role')

  expect((await verdict([])).fault).toBeNull()
  expect((await verdict(headsIn(kept, id))).fault?.what).toBe('TRUNCATED')
})

test('while the receiver is away the newest head of a chain takes the place of one that waits', async () => {
  const away = await registry.listening({ ...CNDH, org: 'CNDH, otro sistema', sub: 'client:cndh-2' }, HEADS_ALONE)
  away.answer(() => ({ status: 500 }))
  await readsAndIsSigned('diana')
  await registry.deliver()
  for (const name of ['elsa', 'fatima', 'gloria']) await readsAndIsSigned(name)
  const owed = await registry.database.query<{ state: string; reason: string | null; n: number }>(
    `select state, reason, count(*)::int as n from oversight.webhook_delivery
     where endpoint_id = $1 and kind = 'HEAD' and head_service = 'children' group by 1, 2 order by 1`,
    [away.id],
  )
  expect(owed).toEqual([{ state: 'WAITING', reason: null, n: 2 }])

  away.answer(() => ({ status: 204 }))
  await registry.deliver(10)
  await registry.deliver(20)
  const told = headsOf(away).filter(({ data }) => data['service'] === 'children')
  const places = new Set(told.map(({ headers }) => headers['webhook-id']))
  expect(places.size).toBe(2)
  const [newest] = await registry.database.query<{ seq: number }>(
    `select max(seq)::int as seq from audit.head where service = 'children'`,
  )
  expect(told.at(-1)?.data['seq']).toBe(newest?.seq)
})

test('given one that was in hand when its program ended, and the one after it, heads are kept and the newest is told', async () => {
  const killed = await registry.listening({ ...CNDH, org: 'CNDH, un tercero', sub: 'client:cndh-3' }, HEADS_ALONE)
  await readsAndIsSigned('julia')
  // As a program leaves it that ends at its telling: claimed, and never tried.
  await registry.database.query(
    "update oversight.webhook_delivery set claimed_until = 'infinity' where endpoint_id = $1 and head_service = 'children'",
    [killed.id],
  )
  await readsAndIsSigned('karla')
  await registry.database.query(
    "update oversight.webhook_delivery set claimed_until = '-infinity' where endpoint_id = $1 and head_service = 'children'",
    [killed.id],
  )
  await readsAndIsSigned('laura')
  const [newest] = await registry.database.query<{ signed: number; linked: number }>(
    `select (select max(seq)::int from audit.head where service = 'children') as signed,
       (select max(seq)::int from audit.link where service = 'children') as linked`,
  )
  expect(newest?.signed).toBe(newest?.linked)

  await registry.deliver(10)
  const told = headsOf(killed).filter(({ data }) => data['service'] === 'children')
  expect(told.map(({ data }) => data['seq'])).toEqual([newest?.signed])
})

test('what was told of heads goes after seven days, with its tries, and what waits does not', async () => {
  const rowsOf = async () =>
    registry.database.query<{ id: string; state: string; tries: number }>(
      `select d.id, d.state, (select count(*)::int from oversight.webhook_attempt a where a.delivery_id = d.id) as tries
       from oversight.webhook_delivery d where d.endpoint_id = $1 and d.head_service = 'children' order by d.place`,
      [witness.id],
    )
  await registry.deliver()
  const before = await rowsOf()
  await registry.database.query(
    "update oversight.webhook_delivery set done_at = done_at - interval '8 days' where id = $1",
    [before[0]?.id],
  )
  await readsAndIsSigned('irene')
  const after = await rowsOf()

  expect(before[0]).toMatchObject({ state: 'DELIVERED', tries: 1 })
  expect(before.length).toBeGreaterThan(1)
  expect(after.map(({ id }) => id).slice(0, -1)).toEqual(before.map(({ id }) => id).slice(1))
  expect(
    await registry.database.query('select from oversight.webhook_attempt where delivery_id = $1', [before[0]?.id]),
  ).toEqual([])
})

test('a partner may not ask for them, at the gateway nor behind it', async () => {
  const input = { url: 'https://avisos.example.mx/vigia', description: 'de una aliada', auditHeads: true }
  const query = `mutation ($input: WebhookEndpointInput!) { createWebhookEndpoint(input: $input) { endpoint { id } } }`
  await expect(registry.asked(aPartner('una'), query, { input })).rejects.toMatchObject({
    code: 'FORBIDDEN',
    status: 403,
  })
  const direct = await registry.graph.askService('oversight', aPartner('una'), query, { input })
  expect(direct.errors?.[0]?.extensions['code']).toBe('FORBIDDEN')
})

test('whoever is an ombudsperson no more is sent none', async () => {
  await registry.database.query(
    `update oversight.webhook_owner set scopes = array_remove(scopes, 'audit:read') where subject = $1`,
    [CNDH.sub],
  )
  const before = headsOf(witness).length
  await readsAndIsSigned('hilda')
  await registry.deliver()

  expect(headsOf(witness).length).toBe(before)
  const withheld = await registry.database.query<{ reason: string }>(
    `select reason from oversight.webhook_delivery where endpoint_id = $1 and kind = 'HEAD' order by created_at desc limit 1`,
    [witness.id],
  )
  expect(withheld).toEqual([{ reason: 'NOT_ENTITLED' }])
})
