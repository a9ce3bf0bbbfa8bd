/** Letters that wait for an address, or for a server that would not take them: they go to whom the settings name now. */
import { DAY_IN_MS } from '@vigia/law/durations'
import type { Pool } from 'pg'

/** What was written before that stands in the lists alone: alerts and their ends have gone on since. A default of Vigía. */
const SENT_WITHIN_MS = DAY_IN_MS

/** By office. */
const NAMED = 'unnest($1::text[], $2::text[]) n (recipient, address)'

/** Written while the office had none. */
const TO_A_FIRST_ADDRESS = `update oversight.mail m set address = n.address from ${NAMED}
  where m.recipient = n.recipient and m.sent_at is null and m.address is null and m.created_at > $3`

/** Still tried, under one that the office has no more. */
const TO_ANOTHER_ADDRESS = `update oversight.mail m set address = n.address, next_at = least(m.next_at, $3) from ${NAMED}
  where m.recipient = n.recipient and m.sent_at is null and m.address <> n.address and m.next_at < 'infinity'`

/** Of an office that has no address now they stay as they are. */
export async function readdress(pool: Pool, of: Readonly<Record<string, string>>, now: Date): Promise<void> {
  const named = [Object.keys(of), Object.values(of)]
  await pool.query(TO_A_FIRST_ADDRESS, [...named, new Date(now.getTime() - SENT_WITHIN_MS)])
  await pool.query(TO_ANOTHER_ADDRESS, [...named, now])
}
