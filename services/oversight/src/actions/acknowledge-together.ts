/**
 * Acknowledges several alerts in one act, as fifty of one notice are: one transaction, a step of each, one entry of the audit. An alert
 * that cannot be acknowledged is left as it is and named, with why; the others are not kept waiting by it.
 */
import { within } from '@vigia/db/within'
import { Refusal } from '@vigia/kit/errors'
import { raiseVersion } from '@vigia/kit/tick'
import { isId } from '@vigia/law/ids'
import { type Deed, type Fault, faultOfMoment } from '../rules/deeds.ts'
import type { AlertRow } from '../store/alert-store.ts'
import { acknowledgedBefore, isFirstUnder, type LockedAlert, lockAlerts, writeDeed } from '../store/deed-store.ts'
import { type Asking, faultFor, NOT_THERE, refuseUnfit, tellOfDeed } from './act-on-alert.ts'

export interface Together {
  /** With the version that their author has seen. */
  alerts: readonly { id: string; version: number }[]
  deed: Extract<Deed, { step: 'ACKNOWLEDGED' }>
  key: string | null
  requestId: string
}

export interface Outcome {
  done: string[]
  refused: { id: string; code: Fault['code']; version: number | null }[]
}

export const AT_MOST = 100
const ASKED = 'acknowledgeAlerts'

/** Throws Refusal for what is wrong of all of them. */
export async function acknowledgeTogether(
  asking: Asking,
  { alerts, deed, key, requestId }: Together,
): Promise<Outcome> {
  const { db, actor, now } = asking
  refuseUnfit(actor, deed)
  const seen = new Map(alerts.map(({ id, version }) => [id, version]))
  if (seen.size === 0 || alerts.length > AT_MOST)
    throw new Refusal('BAD_USER_INPUT', `Name 1 to ${AT_MOST} alerts, each with the version that you have seen.`)
  const rows = await asking.alerts.byIds([...seen.keys()].filter(isId), actor)
  return within(db.pool, async (client) => {
    const isFirst = await isFirstUnder(client, key, actor, { alerts, deed, asked: ASKED })
    const locked = await lockAlerts(
      client,
      rows.map(({ id }) => id),
    )
    const faults = new Map([...seen].map(([id, version]) => [id, faultIn(rows, locked, { id, version, deed }, asking)]))
    if (!isFirst) {
      const done = await acknowledgedBefore(client, seenOf(rows, seen), deed, actor)
      return { done, refused: refusals(leftBefore(faults, done), locked) }
    }
    const fit = rows.filter(({ id }) => faults.get(id) === null)
    for (const { id } of fit) await writeDeed(client, id, deed, actor, now)
    const told = fit.length > 0 ? ({ act: 'WRITE', alerts: fit } as const) : ({ act: 'REFUSED', alerts: rows } as const)
    await tellOfDeed(client, asking, { asked: ASKED, deed, requestId }, told)
    if (fit.length > 0) await raiseVersion(client, 'oversight')
    return { done: fit.map(({ id }) => id), refused: refusals(faults, locked) }
  })
}

const CHANGED: Fault = { code: 'CONFLICT', sentence: 'This alert has changed since you saw it.' }

const seenOf = (rows: readonly AlertRow[], seen: ReadonlyMap<string, number>) =>
  rows.map(({ id }) => ({ id, version: seen.get(id) ?? 0 }))

/** What was left as it is stays so, whatever would speak against it by now: who asks again is told so again. */
function leftBefore(faults: ReadonlyMap<string, Fault | null>, done: readonly string[]): Map<string, Fault> {
  const left = [...faults].filter(([id]) => !done.includes(id))
  return new Map(left.map(([id, fault]) => [id, fault ?? CHANGED]))
}

function faultIn(
  rows: readonly AlertRow[],
  locked: ReadonlyMap<string, LockedAlert>,
  { id, version, deed }: { id: string; version: number; deed: Deed },
  { actor, now }: Asking,
): Fault | null {
  const [alert, stands] = [rows.find((row) => row.id === id), locked.get(id)]
  if (!alert || !stands) return NOT_THERE
  const fault = faultFor(deed, alert, actor)
  if (fault) return fault
  if (stands.version !== version) return CHANGED
  return faultOfMoment(deed, stands, now)
}

function refusals(
  faults: ReadonlyMap<string, Fault | null>,
  locked: ReadonlyMap<string, LockedAlert>,
): Outcome['refused'] {
  return [...faults].flatMap(([id, fault]) => {
    // Of what the asker may not know not even the version is told.
    const version = fault?.code === 'NOT_FOUND' ? null : (locked.get(id)?.version ?? null)
    return fault ? [{ id, code: fault.code, version }] : []
  })
}
