/**
 * Tells an endpoint what waits for it, one after the other: who is entitled is asked at that moment, what is told is in the audit before
 * it is sent, and what came of it is kept. A crash in between repeats a message under the same id, and loses none.
 */
import { randomBytes } from 'node:crypto'
import type { OversightDb } from '@vigia/db/oversight'
import { within } from '@vigia/db/within'
import { type Actor, hasScope } from '@vigia/kit/actor'
import { packed } from '@vigia/kit/audit/packed-ids'
import { NO_IDS, record } from '@vigia/kit/audit/record'
import { rowContextOf } from '@vigia/kit/graph/in-sight'
import { log } from '@vigia/kit/log'
import { type AlertSeverity, rankOf } from '@vigia/law/alert-kinds'
import { nextTry, retryAfterOf, standingAfter } from '../rules/retry-schedule.ts'
import { endOfRights } from '../rules/rights-of-owner.ts'
import { silencedUntil } from '../rules/silenced.ts'
import { type AlertRow, AlertStore } from '../store/alert-store.ts'
import { headBy } from '../store/audit-store.ts'
import { writeDeadLetter, writeLapsed, writeStopped } from '../store/dead-letter-mail.ts'
import { type Claimed, claim, keepOutcome, type Lane, type Outcome, withhold } from '../store/delivery-store.ts'
import { isInvented } from '../store/invented.ts'
import { type Owner, ownerBy } from '../store/owner-store.ts'
import { PlaceStore } from '../store/place-store.ts'
import { secretsOf } from '../store/secret-store.ts'
import { standingSilences } from '../store/silence-store.ts'
import { stepBy } from '../store/step-store.ts'
import {
  alertMessage,
  challengeMessage,
  headMessage,
  type Message,
  messageId,
  testMessage,
  written,
} from './messages.ts'
import type { Outgoing } from './outgoing-address.ts'
import { type Limits, post, type Sent } from './post.ts'
import { isReceipt, signedHeaders, signersAmong } from './signatures.ts'

export interface Delivering {
  db: Pick<OversightDb, 'pool' | 'rows' | 'figures' | 'withActor'>
  outgoing: Outgoing
  limits: Limits
  now: () => Date
  /** From 0 to 1: where within its fifth a retry falls. */
  chance: () => number
}

const MOST_CHALLENGES = 3
const LARGEST_BODY = 20 * 1024

/**
 * The earliest of the lane, where it is due. Gives how many milliseconds its receiver took, and none where it was withheld: another may be
 * due then. Null where there was none.
 */
export async function deliverNext(parts: Delivering, lane: Lane): Promise<{ tookInMs: number | null } | null> {
  const claimed = await claim(parts.db.pool, lane, parts.now())
  if (!claimed) return null
  return { tookInMs: await deliver(parts, claimed) }
}

async function deliver(parts: Delivering, claimed: Claimed): Promise<number | null> {
  const { db, now } = parts
  const owner = await ownerBy(db.pool, claimed.endpoint.subject)
  const ended = owner ? endOfRights(owner, now()) : 'NO_RIGHT'
  if (!owner || ended) return withheld(ended ?? 'NO_RIGHT')
  const id = messageId(claimed, claimed.endpoint.id, owner.actor)
  const at = now()
  const signers = signersAmong(await secretsOf(db.pool, claimed.endpoint.id, at))
  if (signers.length === 0) {
    await keep(parts, claimed, { sent: UNSIGNED, took: 0, receipt: null, id })
    return null
  }
  const challenge = randomBytes(24).toString('base64url')
  const message = await messageFor(parts, claimed, owner, challenge)
  if (typeof message === 'string') return withheld(message)
  const { contentType, body } = written(message, {
    ...{ id, envelope: claimed.endpoint.envelope },
    isInvented: await isInvented(db.pool),
  })
  if (Buffer.byteLength(body) > LARGEST_BODY) throw new Error(`A message of ${body.length} characters is not thin.`)
  const signed = signedHeaders({ id, at, body }, signers)
  const headers = { 'content-type': contentType, 'user-agent': 'Vigia-Webhooks/1', ...signed }
  const began = performance.now()
  const sent = await post(claimed.endpoint.url, { headers, body }, parts.outgoing, parts.limits)
  const took = Math.round(performance.now() - began)
  const judged =
    claimed.kind === 'CHALLENGE' && !sent.fault && !echoes(sent, challenge)
      ? { ...sent, fault: 'CHALLENGE' as const }
      : sent
  await keep(parts, claimed, { sent: judged, took, receipt: receiptIn(sent, claimed, { id, at }), id })
  return took

  async function withheld(why: Parameters<typeof withhold>[2]): Promise<null> {
    await withhold(db.pool, claimed, why, now())
    if (why === 'NOT_SEEN_FOR_90_DAYS') await writeLapsed(db.pool, claimed, now())
    return null
  }
}

/** No key opens what would sign: the owner sees it in the log, and a message without a signature would be refused. */
const UNSIGNED: Sent = { status: null, fault: 'NO_KEY', retryAfter: undefined, body: '', headers: {} }

/** The alert is none of its owner's, or those of the owner's role have silenced it. */
type NotTold = 'NOT_ENTITLED' | 'SILENCED'

async function messageFor(
  parts: Delivering,
  claimed: Claimed,
  owner: Owner,
  challenge: string,
): Promise<Message | NotTold> {
  const { kind, alertId, stepId, createdAt } = claimed
  if (kind === 'TEST') return testMessage(createdAt)
  if (kind === 'CHALLENGE') return challengeMessage(createdAt, challenge)
  if (kind === 'HEAD') return headFor(parts, claimed, owner)
  const step = stepId === null ? null : await stepBy(parts.db.pool, stepId)
  if (step === null || alertId === null) return 'NOT_ENTITLED'
  const alert = await alertFor(parts, alertId, { actor: owner.actor, severity: step.severity })
  return typeof alert === 'string' ? alert : alertMessage(alert, step, owner.actor)
}

/** Where a chain ended is of no child: that it was told stands in no chain. */
async function headFor({ db }: Delivering, { headService, headSeq }: Claimed, { actor }: Owner) {
  if (headService === null || headSeq === null || !hasScope(actor, 'audit:read')) return 'NOT_ENTITLED'
  const head = await headBy(db.pool, headService, headSeq)
  return head ? headMessage(head) : 'NOT_ENTITLED'
}

/** As the owner would read it by the graph: in his name, by the same layers, and written down before it is told. */
async function alertFor(
  { db, now }: Delivering,
  alertId: string,
  { actor, severity }: { actor: Actor; severity: AlertSeverity },
): Promise<AlertRow | NotTold> {
  const reading = db.withActor(rowContextOf(actor, now()))
  try {
    const alert = await reading.run(() => new AlertStore(db).byId(alertId, actor))
    if (!alert) return 'NOT_ENTITLED'
    const atItsGravest = { ...alert, severity: rankOf(severity) > rankOf(alert.severity) ? severity : alert.severity }
    const standing = await standingSilences(db.pool, now())
    const silences = await reading.run(() => new PlaceStore(db.rows, actor).mayBear(alert, standing))
    if (silencedUntil(silences, atItsGravest, { role: actor.role, now: now() })) return 'SILENCED'
    const { sub: subject, role, org: office, states } = actor
    const children = alert.childId === null ? [] : [alert.childId]
    const who = {
      service: 'oversight',
      act: 'READ',
      subject,
      role,
      office,
      states,
      reason: null,
      batchId: null,
    } as const
    const what = {
      asked: ['webhook'],
      types: ['Alert'],
      scopes: ['alert:read'],
      records: children.length,
      missed: NO_IDS,
    }
    await record(
      { query: reading.keep },
      { ...who, ...what, requestId: `webhook ${alertId}`, children: packed(children) },
    )
    return alert
  } finally {
    reading.close()
  }
}

interface Done {
  sent: Sent
  took: number
  receipt: string | null
  id: string
}

async function keep(
  { db, now, chance }: Delivering,
  claimed: Claimed,
  { sent, took, receipt, id }: Done,
): Promise<void> {
  const at = now()
  const retryAfter = retryAfterOf(sent.retryAfter, at)
  const failed = claimed.attempts + 1
  const isLast = claimed.kind === 'CHALLENGE' && failed >= MOST_CHALLENGES
  const nextAt = sent.fault === null || isLast ? null : nextTry(failed, at, chance(), retryAfter)
  const state = sent.fault === null ? 'DELIVERED' : nextAt === null ? 'DEAD' : 'WAITING'
  const outcome: Outcome = {
    state,
    attempt: { at, status: sent.status, tookInMs: took, fault: sent.fault, nextAt },
    receipt,
    standing: standingAfter(claimed.endpoint, isHeard(sent) ? sent.status : null, retryAfter),
    status: statusAfter(claimed, sent, state),
  }
  const kept = await within(db.pool, async (client) => {
    const kept = await keepOutcome(client, claimed, outcome)
    if (kept.status === 'GONE') await writeStopped(client, claimed, at)
    if (state === 'DEAD' && kept.isKept) await writeDeadLetter(client, claimed, id, at)
    return kept
  })
  tellOperator(claimed.endpoint.id, outcome.standing, kept)
}

/** No contact need be named, and no server of mail: when an endpoint begins to take nothing, and when that is over, stands in the log. */
function tellOperator(endpoint: string, { failures }: Outcome['standing'], { status, isTurned }: Kept): void {
  const of = { service: 'oversight', endpoint }
  if (status === 'GONE') log.warn(of, 'an endpoint answered that it is gone, and is stopped')
  else if (isTurned && failures > 0) log.warn(of, 'an endpoint takes no messages: one a minute is tried')
  else if (isTurned) log.warn(of, 'an endpoint takes messages again')
}
type Kept = Awaited<ReturnType<typeof keepOutcome>>

/** Of a success that says nothing, since it broke off or gave no challenge back, the status counts for nothing. */
const isHeard = ({ status, fault }: Sent) => fault === null || status === null || status < 200 || status >= 300

function statusAfter({ kind }: Claimed, { status, fault }: Sent, state: Outcome['state']): Outcome['status'] {
  if (status === 410) return 'GONE'
  if (kind !== 'CHALLENGE') return null
  return fault === null ? 'ACTIVE' : state === 'DEAD' ? 'NEW' : null
}

/** The challenge comes back as it is, or as the field of that name. */
function echoes({ body }: Sent, challenge: string): boolean {
  return body.trim() === challenge || fieldOf(body, 'challenge') === challenge
}

/** By a header or a field of the answer, with the second that it signs; what the registered key has not signed counts for nothing. */
function receiptIn(
  { fault, body, headers }: Sent,
  { endpoint }: Claimed,
  message: { id: string; at: Date },
): string | null {
  if (fault !== null || endpoint.receiptKey === null) return null
  const header = headers['webhook-receipt']
  const receipt = typeof header === 'string' ? header : fieldOf(body, 'receipt')
  const isSigned = receipt !== null && isReceipt(receipt, message, endpoint.receiptKey)
  return isSigned ? `${Math.floor(message.at.getTime() / 1_000)}.${receipt}` : null
}

function fieldOf(body: string, name: string): string | null {
  try {
    const value = (JSON.parse(body) as Record<string, unknown> | null)?.[name]
    return typeof value === 'string' ? value : null
  } catch {
    return null
  }
}
