/** Letters to ombudspersons, and to those who may sign, of uses of emergency access: each alarm once to each, whoever writes. */
import { within } from '@vigia/db/within'
import { DAY_IN_MS } from '@vigia/law/durations'
import type { Pool } from 'pg'
import { type EmergencyUse, emergencyLetter, officesTold } from '../rules/emergency-letter.ts'
import { marked } from './invented.ts'
import type { Addresses } from './mail-store.ts'

/** An alarm that no process came to tell in so long, since none ran, stands in the lists alone. A default of Vigía. */
const TOLD_WITHIN_MS = 7 * DAY_IN_MS

/** Where the child was found by then: what is known of it now may have been taken back. */
const UNTOLD = `select e.id, e.at, e.kind, e.role, e.states, e.found from audit.emergencies_since($1) e
  where not exists (select from oversight.mail m where m.alarm_id = e.id)`

const ADD = `insert into oversight.mail (recipient, address, subject, body, alert_ids, created_at, next_at, severities, is_digest, alarm_id)
  values ($1, $2, ${marked('$3', 'subject')}, ${marked('$4', 'body')}, '{}', $5, $5, '{}', false, $6) on conflict (alarm_id, recipient) do nothing`

/** Gives how many letters were written. */
export async function writeEmergencyLetters(pool: Pool, addresses: Addresses, now: Date): Promise<number> {
  const since = [new Date(now.getTime() - TOLD_WITHIN_MS)]
  const { rows } = await pool.query<EmergencyUse & { id: number }>(UNTOLD, since)
  if (rows.length === 0) return 0
  return within(pool, async (client) => {
    let written = 0
    for (const { id, ...use } of rows) {
      for (const recipient of officesTold(use)) {
        const { subject, body } = emergencyLetter(use, recipient, addresses.own)
        const values = [recipient, addresses.of[recipient] ?? null, subject, body, now, id]
        written += (await client.query(ADD, values)).rowCount ?? 0
      }
    }
    return written
  })
}
