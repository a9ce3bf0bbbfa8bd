/** Opens the record of one child to whoever asks: for a reason, or for an emergency. The entry of the audit comes with it. */
import type { ChildrenDb } from '@vigia/db/children'
import { within } from '@vigia/db/within'
import type { Actor } from '@vigia/kit/actor'
import { packed } from '@vigia/kit/audit/packed-ids'
import { NO_IDS, record } from '@vigia/kit/audit/record'
import { Refusal, ToldRefusal } from '@vigia/kit/errors'
import { newId } from '@vigia/kit/intake/new-id'
import { MATRIX } from '@vigia/law/access-matrix'
import { isId } from '@vigia/law/ids'
import { MOST_OPEN, OPEN_FOR_HOURS, type OpenedBy, scopesOpened } from '@vigia/law/opened-records'
import type { PoolClient } from 'pg'
import { faultOfReason } from '../rules/written-reason.ts'
import { childrenInRows } from '../store/in-sight.ts'
import { accountOf, addOpening, type Opening, openingOf, sameOpening } from '../store/opening-store.ts'

type Db = Pick<ChildrenDb, 'pool' | 'rows'>

export interface Wish {
  by: OpenedBy
  child: string
  reason: string
  requestId: string
}

/** Who stands before a child in an emergency is told that there is none of this name: it opens the record of any that there is. */
const NOT_THERE: Readonly<Record<OpenedBy, string>> = {
  REASON: 'There is no such child, or you may not know of it.',
  EMERGENCY: 'There is no such child: nothing was opened. Look at its id or folio again.',
}

/** The same account, child and reason give the same opening while it lasts. Throws Refusal. */
export async function openRecord(db: Db, actor: Actor, asked: Wish): Promise<Opening> {
  const wish = { ...asked, reason: asked.reason.trim() }
  refuseUnfit(actor, wish)
  const [isInRows, isThere] = isId(wish.child) ? await knownOf(db, actor, wish.child) : [false, false]
  const opening = await within(db.pool, async (client) => {
    await client.query('select pg_advisory_xact_lock(hashtext($1))', [`vigia.openings.${actor.sub}`])
    await refuseOverdrawn(client, actor, wish.by)
    const isOpened = wish.by === 'EMERGENCY' ? isThere : isInRows
    const wanted = { ...fromWish(actor, wish), isOutside: !isInRows }
    const same = isOpened ? await sameOpening(client, wanted) : null
    if (same) return same
    await tell(client, actor, wish, isOpened)
    if (!isOpened) return null
    await addOpening(client, wanted)
    return openingOf(client, wanted.id)
  })
  // Told after it is written: that somebody tried stands in the audit.
  if (!opening) throw new ToldRefusal('NOT_FOUND', NOT_THERE[wish.by])
  return opening
}

function refuseUnfit({ kind, role, states }: Actor, { by, reason }: Wish): void {
  if (kind !== 'person') throw new Refusal('FORBIDDEN', 'A person gives a reason, and no program.')
  // Nobody would oversee what it opens.
  if (MATRIX[role].byState && !states?.length) throw new Refusal('FORBIDDEN', 'Your account is bound to no state.')
  if (scopesOpened(role, by).size === 0) throw new Refusal('FORBIDDEN', 'Your role opens nothing so.')
  const fault = faultOfReason(reason, by)
  if (fault) throw new Refusal('BAD_USER_INPUT', fault)
}

async function refuseOverdrawn(client: PoolClient, { sub }: Actor, by: OpenedBy): Promise<void> {
  const { open, isFlagged } = await accountOf(client, sub)
  if (by === 'EMERGENCY' && isFlagged)
    throw new Refusal('FORBIDDEN', 'Nobody has signed for an earlier emergency of yours: have it signed first.')
  if (open >= MOST_OPEN)
    throw new Refusal('CONFLICT', `You have ${MOST_OPEN} records open: wait until some have closed.`)
}

/** Whether the child is in the actor's rows, and whether it is there at all: asked alike for any id. */
async function knownOf(db: Db, actor: Actor, child: string): Promise<[boolean, boolean]> {
  const [inRows, { rowCount }] = await Promise.all([
    childrenInRows(db.rows, actor)([child]),
    db.pool.query('select from children.child where id = $1', [child]),
  ])
  return [inRows.length > 0 && rowCount === 1, rowCount === 1]
}

function fromWish({ sub, role, org, states }: Actor, { by, child, reason, requestId }: Wish) {
  const who = { subject: sub, role, office: org, states: states === null ? null : [...states] }
  return { id: newId(), by, child, reason, requestId, hours: OPEN_FOR_HOURS, ...who }
}

async function tell(client: PoolClient, actor: Actor, wish: Wish, isOpened: boolean): Promise<void> {
  const { sub: subject, role, org: office, states } = actor
  const { by, child, reason, requestId } = wish
  const ids = isId(child) ? packed([child]) : NO_IDS
  await record(client, {
    service: 'children',
    act: by === 'EMERGENCY' ? 'EMERGENCY' : 'OPEN',
    requestId,
    ...{ subject, role, office, states, reason },
    asked: [by === 'EMERGENCY' ? 'emergencyAccess' : 'openRecord'],
    types: ['Child'],
    scopes: isOpened ? [...scopesOpened(role, by)].sort() : [],
    records: isOpened ? 1 : 0,
    children: isOpened ? ids : NO_IDS,
    missed: isOpened ? NO_IDS : ids,
    batchId: null,
  })
}
