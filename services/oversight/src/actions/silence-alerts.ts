/** Silences alerts for those of the author's own role, and ends a silence. The entry of the audit comes with it. */
import type { OversightDb } from '@vigia/db/oversight'
import { within } from '@vigia/db/within'
import type { Actor } from '@vigia/kit/actor'
import { NO_IDS, record } from '@vigia/kit/audit/record'
import { Refusal } from '@vigia/kit/errors'
import { newId } from '@vigia/kit/intake/new-id'
import { raiseVersion } from '@vigia/kit/tick'
import { REASON_CHARACTERS, SILENCED_FOR_DAYS } from '@vigia/law/alert-acts'
import type { AlertKind } from '@vigia/law/alert-kinds'
import { officeOfRole, overseesSome } from '@vigia/law/alert-offices'
import { DAY_IN_MS } from '@vigia/law/durations'
import { isId } from '@vigia/law/ids'
import { faultOfWords } from '@vigia/law/written-words'
import type { PoolClient } from 'pg'
import { isFirstUnder } from '../store/deed-store.ts'
import { addSilence, isPlace, markEnded, type SilenceRow, silenceById, standingOf } from '../store/silence-store.ts'

export interface SilenceWish {
  kinds: readonly AlertKind[]
  state: string | null
  facilityId: string | null
  reason: string
  until: Date
  key: string | null
}

export interface Silencing {
  db: Pick<OversightDb, 'pool'>
  actor: Actor
  now: Date
  requestId: string
}

const NO_PLACE = 'No place of that state has this id.'
/** So many silences of one account stand at once, at most. */
const MOST_STANDING = 20

/** Throws Refusal. */
export async function silenceAlerts(silencing: Silencing, wish: SilenceWish): Promise<SilenceRow> {
  const { db, actor, now } = silencing
  refuseUnfit(silencing, wish)
  const { key, ...asked } = wish
  const id = newId()
  return within(db.pool, async (client) => {
    await client.query('select pg_advisory_xact_lock(hashtext($1))', [`vigia.silences.${actor.sub}`])
    // Before the clock: what was done under that key is done, though its time may be over when it is asked for again.
    if (!(await isFirstUnder(client, key, actor, asked))) return silencedBefore(client, actor, wish)
    refuseTime(wish, now)
    // An alert about a place is of its state: of one elsewhere there is nothing to hold back, and nothing to learn.
    if (wish.facilityId !== null && !(await isPlace(client, wish.facilityId, wish.state)))
      throw new Refusal('BAD_USER_INPUT', NO_PLACE)
    if ((await standingOf(client, actor, now)) >= MOST_STANDING)
      throw new Refusal('CONFLICT', `You have ${MOST_STANDING} silences that stand: end one first.`)
    await addSilence(client, { id, ...asked, reason: wish.reason.trim(), at: now }, actor)
    await tell(client, silencing, 'silenceAlerts', wish.reason.trim())
    return written(client, id)
  })
}

/** Ended twice is ended once. Throws Refusal. */
export async function endSilence(silencing: Silencing, id: string): Promise<SilenceRow> {
  const { db, actor, now } = silencing
  refuseProgram(actor)
  return within(db.pool, async (client) => {
    const silence = isId(id) ? await silenceById(client, id) : null
    const isOwn = silence?.authorRole === actor.role && isOfStates(actor, silence.state)
    if (!silence || !isOwn) throw new Refusal('NOT_FOUND', 'There is no such silence of your office.')
    if (await markEnded(client, id, actor, now)) await tell(client, silencing, 'endSilence', silence.reason)
    return written(client, id)
  })
}

function refuseProgram({ kind }: Actor): void {
  if (kind !== 'person') throw new Refusal('FORBIDDEN', 'A person does that, and no program.')
}

function refuseTime({ until }: SilenceWish, now: Date): void {
  if (until <= now || until.getTime() > now.getTime() + SILENCED_FOR_DAYS * DAY_IN_MS)
    throw new Refusal('BAD_USER_INPUT', `Say until when: after now, and within ${SILENCED_FOR_DAYS} days.`)
}

function refuseUnfit({ actor }: Silencing, { kinds, state, facilityId, reason }: SilenceWish): void {
  refuseProgram(actor)
  const fault = faultOfWords(reason, REASON_CHARACTERS)
  if (fault) throw new Refusal('BAD_USER_INPUT', fault)
  if (kinds.length === 0) throw new Refusal('BAD_USER_INPUT', 'Say which kinds of alert.')
  if (facilityId !== null && !isId(facilityId)) throw new Refusal('BAD_USER_INPUT', NO_PLACE)
  if (!isOfStates(actor, state)) throw new Refusal('FORBIDDEN', 'Silence alerts of a state of yours, and name it.')
  if (!kinds.every((kind) => mayOversee(actor, kind)))
    throw new Refusal('FORBIDDEN', 'Who oversees these duties silences their notices, and nobody else.')
}

function mayOversee({ role }: Actor, kind: AlertKind): boolean {
  const office = officeOfRole(role)
  return office !== null && overseesSome(office, kind)
}

function isOfStates({ states }: Actor, state: string | null): boolean {
  return states === null || (state !== null && states.includes(state))
}

async function silencedBefore(client: PoolClient, { sub }: Actor, wish: SilenceWish): Promise<SilenceRow> {
  const { kinds, state, facilityId, reason, until } = wish
  const { rows } = await client.query<{ id: string }>(
    `select id from oversight.alert_silence where author = $1 and reason = $2 and until = $3 and kinds = $4::text[]
       and (state, facility_id) is not distinct from ($5::char(2), $6::uuid) order by at desc limit 1`,
    [sub, reason.trim(), until, kinds, state, facilityId],
  )
  return written(client, rows[0]?.id ?? '')
}

async function written(client: PoolClient, id: string): Promise<SilenceRow> {
  const silence = isId(id) ? await silenceById(client, id) : null
  if (!silence) throw new Error('A silence that was written is not there.')
  return silence
}

async function tell(client: PoolClient, { actor, requestId }: Silencing, asked: string, reason: string): Promise<void> {
  const { sub: subject, role, org: office, states } = actor
  await record(client, {
    ...{ service: 'oversight', act: 'WRITE', requestId, subject, role, office, states, reason },
    ...{ asked: [asked], types: ['AlertSilence'], scopes: ['oversight:read'], records: 0 },
    ...{ children: NO_IDS, missed: NO_IDS, batchId: null },
  })
  await raiseVersion(client, 'oversight')
}
