/** Does what a person wants done about an alert: one transaction with its step, its entry of the audit and the version of the board. */
import type { OversightDb } from '@vigia/db/oversight'
import { within } from '@vigia/db/within'
import type { Actor } from '@vigia/kit/actor'
import { packed } from '@vigia/kit/audit/packed-ids'
import { NO_IDS, record } from '@vigia/kit/audit/record'
import { Refusal, ToldRefusal } from '@vigia/kit/errors'
import { raiseVersion } from '@vigia/kit/tick'
import { MATRIX } from '@vigia/law/access-matrix'
import { roleOfOffice } from '@vigia/law/alert-offices'
import { isId } from '@vigia/law/ids'
import type { Pool, PoolClient } from 'pg'
import { type Deed, type Fault, faultOfMoment, faultOfOffice, faultOfWish } from '../rules/deeds.ts'
import { type AlertRow, type AlertStore, ofWhat } from '../store/alert-store.ts'
import { type Done, doneBefore, isAccountOf, isFirstUnder, lockAlert, writeDeed } from '../store/deed-store.ts'

export interface Wish {
  /** Which field of the graph asked for it. */
  asked: string
  id: string
  deed: Deed
  /** Which version its author has seen; null where it makes no difference. */
  version: number | null
  key: string | null
  requestId: string
}

export interface Asking {
  db: Pick<OversightDb, 'pool'>
  /** What the actor sees of alerts. */
  alerts: AlertStore
  actor: Actor
  now: Date
}

export const NOT_THERE: Fault = { code: 'NOT_FOUND', sentence: 'There is no such alert, or you may not know of it.' }

/** Gives when it was done, then or before under that key, and the version that the alert has since. Throws Refusal. */
export async function actOnAlert(asking: Asking, wish: Wish): Promise<Done> {
  const { db, alerts, actor, now } = asking
  refuseUnfit(actor, wish.deed)
  const alert = isId(wish.id) ? await alerts.byId(wish.id, actor) : null
  const fault = alert ? faultFor(wish.deed, alert, actor) : NOT_THERE
  if (!alert || fault) return refused(db.pool, asking, wish, { alert, ...(fault ?? NOT_THERE) })
  return within(db.pool, async (client) => {
    const locked = await lockAlert(client, alert.id)
    if (!locked) throw new Refusal(NOT_THERE.code, NOT_THERE.sentence)
    const { requestId: _, key, ...asked } = wish
    // Before anything else: what was done before may have changed all that would now speak against it.
    if (!(await isFirstUnder(client, key, actor, asked))) {
      const at = await doneBefore(client, alert.id, wish.deed, actor)
      return { at: at ?? now, version: locked.version }
    }
    if (wish.version !== null && wish.version !== locked.version)
      throw new Refusal('CONFLICT', 'This alert has changed since you saw it.', { version: locked.version })
    refuse(faultOfMoment(wish.deed, locked, now), locked)
    await refuseStranger(client, wish.deed, alert)
    const done = await writeDeed(client, alert.id, wish.deed, actor, now)
    await tellOfDeed(client, asking, wish, { act: 'WRITE', alerts: [alert] })
    await raiseVersion(client, 'oversight')
    return done
  })
}

/** With the version where the alert stands open: without one it would read as over. */
function refuse(fault: Fault | null, { version }: { version?: number } = {}): void {
  if (fault) throw new Refusal(fault.code, fault.sentence, fault.isOpen && version !== undefined ? { version } : {})
}

/** Throws Refusal for what nobody may do, whatever the alert. */
export function refuseUnfit({ kind }: Actor, deed: Deed): void {
  if (kind !== 'person') throw new Refusal('FORBIDDEN', 'A person does that, and no program.')
  refuse(faultOfWish(deed))
}

/** Who may not know of it but as its holder is told that it is not there, and not that it is another's. */
export function faultFor(deed: Deed, alert: AlertRow, { role }: Actor): Fault | null {
  const fault = faultOfOffice(deed, ofWhat(alert), role)
  return fault && !MATRIX[role].reads.some((group) => group === 'oversight') ? NOT_THERE : fault
}

/** Told before it is refused: that somebody tried stands in the audit, and of which child, where he may know of the alert. */
async function refused(
  pool: Pool,
  asking: Asking,
  wish: Wish,
  { alert, code, sentence }: Fault & { alert: AlertRow | null },
): Promise<never> {
  await tellOfDeed(pool, asking, wish, { act: 'REFUSED', alerts: alert ? [alert] : [] })
  throw new ToldRefusal(code, sentence)
}

async function refuseStranger(client: PoolClient, deed: Deed, { state }: AlertRow): Promise<void> {
  if (deed.step !== 'ASSIGNED') return
  const role = roleOfOffice(deed.office)
  if (!role || !MATRIX[role].reads.includes('oversight'))
    throw new Refusal('BAD_USER_INPUT', 'This office sees no alerts: give it to one that does.')
  if (deed.account !== null && !(await isAccountOf(client, deed.account, role, state)))
    throw new Refusal('BAD_USER_INPUT', 'No such account of that office, for that state, has signed in.')
}

/** The entry of the audit of what was done about alerts, or refused. */
export async function tellOfDeed(
  database: Pool | PoolClient,
  { actor }: Asking,
  { asked, deed, requestId }: Pick<Wish, 'asked' | 'deed' | 'requestId'>,
  { act, alerts }: { act: 'WRITE' | 'REFUSED'; alerts: readonly Pick<AlertRow, 'childId'>[] },
): Promise<void> {
  const { sub: subject, role, org: office, states } = actor
  const children = packed(new Set(alerts.flatMap(({ childId }) => childId ?? [])))
  const isDone = act === 'WRITE'
  await record(database, {
    ...{ service: 'oversight', act, requestId, subject, role, office, states },
    ...{
      asked: [asked],
      types: ['Alert'],
      scopes: isDone ? ['oversight:read'] : [],
      records: isDone ? alerts.length : 0,
    },
    reason: 'words' in deed ? deed.words.trim() : null,
    ...{ children: isDone ? children : NO_IDS, missed: isDone ? NO_IDS : children, batchId: null },
  })
}
