/** What an owner does with his endpoints. Each act is in the audit, and its entry in the transaction of the act. */
import type { OversightDb } from '@vigia/db/oversight'
import { within } from '@vigia/db/within'
import type { Actor } from '@vigia/kit/actor'
import { NO_IDS, record } from '@vigia/kit/audit/record'
import { Refusal } from '@vigia/kit/errors'
import { newId } from '@vigia/kit/intake/new-id'
import { holdKeys } from '@vigia/kit/seal/rewrap'
import { LACKS_KINDS, lacksKinds } from '@vigia/law/agreements'
import { addHours, DAY_IN_MS, hourOf } from '@vigia/law/durations'
import { isId } from '@vigia/law/ids'
import { territoryCodeOf } from '@vigia/law/states'
import type { PoolClient } from 'pg'
import { checkUrl, type Outgoing } from '../delivery/outgoing-address.ts'
import { type Form, type NewSecret, newSecret, publicKeyOf } from '../delivery/signatures.ts'
import type { EndpointWanted } from '../rules/endpoint-wanted.ts'
import { readsPseudonyms } from '../rules/who-may-know.ts'
import * as kept from '../store/endpoint-store.ts'
import { ownerOf, seeOwner } from '../store/owner-store.ts'
import { addSecret, endSecrets, secretsOf } from '../store/secret-store.ts'

export interface Acting {
  db: Pick<OversightDb, 'pool'>
  outgoing: Pick<Outgoing, 'allowsLoopback'>
  actor: Actor
  now: Date
  requestId: string
}

const MOST_ENDPOINTS = 20
const MOST_REDELIVERED = 10_000
/** A partner cannot ask for less than an hour, in which a state may take in all that it has. */
const TOO_MANY = `That is more than ${MOST_REDELIVERED} messages: ask for a shorter time, or have the endpoint told of fewer kinds, severities or states.`
const LONGEST_RANGE_IN_MS = 31 * DAY_IN_MS
/** Two secrets hold for so long while one is turned. */
const OVERLAP_IN_MS = DAY_IN_MS
const MOST_STATES = 32
const [LEAST_TEXT, MOST_TEXT] = [3, 200]

export interface WithSecret {
  endpoint: kept.Endpoint
  /** What messages are verified with: shown once. */
  secret: string | null
}

/** It is called by nobody until its owner has enabled it and it has answered the challenge. */
export async function createEndpoint(acting: Acting, wanted: EndpointWanted, form: Form): Promise<WithSecret> {
  checkWanted(acting, wanted)
  const [id, owner] = [newId(), ownerOf(acting.actor)]
  const secret = await act(acting, 'createWebhookEndpoint', async (client) => {
    await client.query('select pg_advisory_xact_lock(hashtext($1))', [`vigia.endpoints ${owner}`])
    const { rows } = await client.query<{ n: number }>(
      'select count(*)::int as n from oversight.webhook_endpoint where owner = $1 and deleted_at is null',
      [owner],
    )
    if ((rows[0]?.n ?? 0) >= MOST_ENDPOINTS)
      throw new Refusal('CONFLICT', `You have ${MOST_ENDPOINTS} endpoints: delete one first.`)
    await holdKeys(client)
    await kept.addEndpoint(client, { id, owner, subject: acting.actor.sub }, wanted, acting.now)
    return made(client, id, form, acting.now)
  })
  return { endpoint: await mine(acting, id), secret: secret.shown }
}

export async function updateEndpoint(
  acting: Acting,
  id: string,
  change: (before: EndpointWanted) => EndpointWanted,
): Promise<WithSecret> {
  await actOnMine(acting, 'updateWebhookEndpoint', id, async (client, before) => {
    const wanted = change(before)
    checkWanted(acting, wanted)
    await kept.changeEndpoint(client, id, wanted, acting.actor.sub)
  })
  return { endpoint: await mine(acting, id), secret: null }
}

/** The new one signs at once, the former ones a day longer, so that a receiver is never without one that it knows. */
/** `form` is null for that of before: whoever verifies by a shared secret cannot by a public key. */
export async function rotateSecret(acting: Acting, id: string, form: Form | null): Promise<WithSecret> {
  const secret = await actOnMine(acting, 'rotateWebhookSecret', id, async (client) => {
    await holdKeys(client) // Before what was wrapped is touched, which whoever turns the keys wraps anew.
    const [former] = await secretsOf(client, id, acting.now)
    await endSecrets(client, id, new Date(acting.now.getTime() + OVERLAP_IN_MS), acting.now)
    return made(client, id, form ?? former?.form ?? 'v1a', acting.now)
  })
  return { endpoint: await mine(acting, id), secret: secret.shown }
}

async function made(client: PoolClient, endpoint: string, form: Form, now: Date): Promise<NewSecret> {
  const secret = newSecret(form)
  await addSecret(client, endpoint, secret, now)
  return secret
}

/** It is sent a challenge, and is active once it has given that back. */
export async function enableEndpoint(acting: Acting, id: string): Promise<WithSecret> {
  await actOnMine(acting, 'enableWebhookEndpoint', id, async (client, { url }) => {
    checkUrl(url, acting.outgoing)
    await kept.setStatus(client, id, 'PROVING', acting.now)
    await kept.addMessage(client, id, 'CHALLENGE', acting.now)
  })
  return { endpoint: await mine(acting, id), secret: null }
}

export async function disableEndpoint(acting: Acting, id: string): Promise<WithSecret> {
  await actOnMine(acting, 'disableWebhookEndpoint', id, (client) => kept.setStatus(client, id, 'DISABLED', acting.now))
  return { endpoint: await mine(acting, id), secret: null }
}

export async function deleteEndpoint(acting: Acting, id: string): Promise<WithSecret> {
  const endpoint = await actOnMine(acting, 'deleteWebhookEndpoint', id, async (client, before) => {
    await kept.setStatus(client, id, 'DELETED', acting.now)
    return before
  })
  return { endpoint: { ...endpoint, status: 'DELETED' }, secret: null }
}

export async function sendTest(acting: Acting, id: string): Promise<WithSecret> {
  await actOnMine(acting, 'sendTestEvent', id, async (client, { status }) => {
    if (status !== 'ACTIVE') throw new Refusal('CONFLICT', 'This endpoint is not active: enable it first.')
    await kept.addMessage(client, id, 'TEST', acting.now)
  })
  return { endpoint: await mine(acting, id), secret: null }
}

/** Gives how many messages are told again: of those that who asks may know of himself, since their number tells him of each. */
export async function redeliver(acting: Acting, id: string, from: Date, to: Date): Promise<number> {
  await mine(acting, id)
  const length = to.getTime() - from.getTime()
  if (!(length > 0)) throw new Refusal('BAD_USER_INPUT', 'Give in "to" an instant after that of "from".')
  if (length > LONGEST_RANGE_IN_MS) throw new Refusal('BAD_USER_INPUT', 'Ask for 31 days at most.')
  return act(acting, 'redeliverWebhooks', async (client) => {
    const { role, states, agreement } = acting.actor
    const range = { ...(readsPseudonyms(role) ? wholeHours(from, to) : { from, to }), states, agreement }
    if ((await kept.countInRange(client, id, range)) > MOST_REDELIVERED) throw new Refusal('BAD_USER_INPUT', TOO_MANY)
    return kept.addRange(client, id, range, acting.now)
  })
}

/** A partner is told of each instant its hour: how many there were within a second would tell it the second. */
const wholeHours = (from: Date, to: Date) => ({
  from: hourOf(from),
  to: addHours(hourOf(new Date(to.getTime() - 1)), 1),
})

/** Throws NOT_FOUND alike for one that is not there and for another's. */
async function mine({ db, actor }: Acting, id: string): Promise<kept.Endpoint> {
  const endpoint = isId(id) ? await kept.endpointOf(db.pool, ownerOf(actor), id) : null
  if (!endpoint) throw notYours()
  return endpoint
}

const notYours = () => new Refusal('NOT_FOUND', 'You have no such endpoint.')

/** As the endpoint is then, and nobody changes it meanwhile: of two acts the second finds what the first has made of it. */
async function actOnMine<Result>(
  acting: Acting,
  asked: string,
  id: string,
  work: (client: PoolClient, endpoint: kept.Endpoint) => Promise<Result>,
): Promise<Result> {
  if (!isId(id)) throw notYours()
  return act(acting, asked, async (client) => {
    const endpoint = await kept.lockEndpoint(client, ownerOf(acting.actor), id)
    if (!endpoint) throw notYours()
    return work(client, endpoint)
  })
}

async function act<Result>(
  acting: Acting,
  asked: string,
  work: (client: PoolClient) => Promise<Result>,
): Promise<Result> {
  const { db, actor, now, requestId } = acting
  const { sub: subject, role, org: office, states } = actor
  return within(db.pool, async (client) => {
    await seeOwner(client, actor, now)
    await record(client, {
      ...{ service: 'oversight', act: 'WRITE', requestId, subject, role, office, states, reason: null, batchId: null },
      ...{
        asked: [asked],
        types: ['WebhookEndpoint'],
        scopes: ['webhook:manage'],
        records: 0,
        children: NO_IDS,
        missed: NO_IDS,
      },
    })
    return work(client)
  })
}

function checkWanted({ actor, outgoing }: Acting, wanted: EndpointWanted): void {
  const { url, description, receiptKey, contact } = wanted
  checkUrl(url, outgoing)
  const length = description.trim().length
  if (length < LEAST_TEXT || length > MOST_TEXT)
    throw new Refusal('BAD_USER_INPUT', `Describe the endpoint in ${LEAST_TEXT} to ${MOST_TEXT} characters.`)
  // It stands in letters to whoever is named as the contact: nothing in it makes lines of its own, or turns the direction of writing.
  if (/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u.test(description))
    throw new Refusal('BAD_USER_INPUT', 'Describe the endpoint in one line of plain text.')
  if (receiptKey !== null && !publicKeyOf(receiptKey))
    throw new Refusal('BAD_USER_INPUT', 'A key for receipts is the base64 of the 32 bytes of an ed25519 public key.')
  if (contact !== null && !/^[^\s@]{1,64}@[^\s@]{1,190}$/.test(contact))
    throw new Refusal('BAD_USER_INPUT', 'The contact is an address of e-mail.')
  checkAsked(wanted, actor)
}

/** What it asks to be told of: an endpoint that nothing fits would be silent, and its owner would take that for quiet. */
function checkAsked({ steps, kinds, states, auditHeads }: EndpointWanted, actor: Actor): void {
  if (steps.length === 0 && !auditHeads)
    throw new Refusal(
      'BAD_USER_INPUT',
      'Of no step only an endpoint of audit heads is told: leave out "steps" for the usual ones.',
    )
  if (lacksKinds(actor.agreement, kinds)) throw new Refusal('FORBIDDEN', LACKS_KINDS)
  if (states === null) return
  if (states.length > MOST_STATES) throw new Refusal('BAD_USER_INPUT', 'There are 32 states.')
  if (!states.every((state) => territoryCodeOf(state) !== null))
    throw new Refusal('BAD_USER_INPUT', 'No state has this code: write "07" or "MX-CHP".')
  if (!states.every((state) => actor.states === null || actor.states.includes(state)))
    throw new Refusal('FORBIDDEN', 'You are told of alerts of your own states alone.')
}
