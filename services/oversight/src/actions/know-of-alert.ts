/** Writes down that an authority knows of an alert, once: that somebody of it has opened it. What a stream delivers nobody has read yet. */
import type { OversightDb } from '@vigia/db/oversight'
import { within } from '@vigia/db/within'
import type { Actor } from '@vigia/kit/actor'
import { packed } from '@vigia/kit/audit/packed-ids'
import { NO_IDS, record } from '@vigia/kit/audit/record'
import { Refusal } from '@vigia/kit/errors'
import { MATRIX } from '@vigia/law/access-matrix'
import { dutyHoldersOf, officeOfRole } from '@vigia/law/alert-offices'
import { isId } from '@vigia/law/ids'
import { type AlertRow, type AlertStore, ofWhat } from '../store/alert-store.ts'
import { keepKnown, knownSince } from '../store/known-store.ts'
import { NOT_THERE } from './act-on-alert.ts'

export interface Opening {
  db: Pick<OversightDb, 'pool'>
  alerts: AlertStore
  actor: Actor
  now: Date
  requestId: string
}

/** Gives since when the authority of the actor knows of it. Throws Refusal. */
export async function knowOfAlert({ db, alerts, actor, now, requestId }: Opening, id: string): Promise<Date> {
  if (actor.kind !== 'person') throw new Refusal('FORBIDDEN', 'A person knows of it, and no program.')
  const alert = isId(id) ? await alerts.byId(id, actor) : null
  if (!alert || !isTold(alert, actor)) throw new Refusal(NOT_THERE.code, NOT_THERE.sentence)
  const { sub: subject, role, org: office, states } = actor
  const authority = MATRIX[role].byState ? `${role}:${alert.state}` : role
  return within(db.pool, async (client) => {
    const { severity } = alert
    if (!(await keepKnown(client, { alertId: alert.id, authority, role, severity, account: subject, at: now })))
      return knownSince(client, alert.id, authority)
    await record(client, {
      ...{ service: 'oversight', act: 'WRITE', requestId, subject, role, office, states, reason: null, batchId: null },
      ...{ asked: ['knowOfAlert'], types: ['Alert'], scopes: ['alert:know'], records: 1, missed: NO_IDS },
      children: alert.childId === null ? NO_IDS : packed([alert.childId]),
    })
    return now
  })
}

/** Who oversees sees every alert in sight; who does not, those of its own duty alone. */
function isTold(alert: AlertRow, { role }: Actor): boolean {
  const office = officeOfRole(role)
  if (office === null) return false
  return MATRIX[role].reads.includes('oversight') || dutyHoldersOf(ofWhat(alert)).includes(office)
}
