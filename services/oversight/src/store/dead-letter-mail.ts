/**
 * What the owner of an endpoint is written when a message to it was given up: once an hour at most, since a receiver that is away for days
 * gives up hundreds. The log of deliveries has each of them. A default of Vigía.
 */
import type { PoolClient } from 'pg'
import type { Claimed } from './delivery-store.ts'
import { marked } from './invented.ts'

const BETWEEN_IN_MS = 3_600_000

const WRITE = `insert into oversight.mail (recipient, address, subject, body, alert_ids, created_at, next_at, severities, is_digest)
  select $1::text, $2::text, ${marked('$3::text', 'subject')}, ${marked('$4::text', 'body')}, '{}', $5, $5, '{}', false
  where not exists (
    select from oversight.mail m where m.created_at > $6 and m.created_at <= $5 and m.recipient = $1 and m.address = $2
      and m.subject = ${marked('$3::text', 'subject')})`

export async function writeDeadLetter(
  client: PoolClient,
  { endpoint: { subject: owner, contact, description } }: Claimed,
  message: string,
  now: Date,
): Promise<void> {
  if (contact === null) return
  const body = [
    `El mensaje ${message} no se pudo entregar en ${description} y ya no se intentará.`,
    'De los que se den por perdidos en la hora siguiente no se escribe aparte: están en el registro de entregas.',
    'Se pueden pedir de nuevo con redeliverWebhooks.',
    '',
    `The message ${message} could not be delivered to ${description} and is not tried any more.`,
    'Of those that are given up within the next hour nothing is written apart: they are in the log of deliveries.',
    'Ask for them again by redeliverWebhooks.',
    '',
  ].join('\n')
  const since = new Date(now.getTime() - BETWEEN_IN_MS)
  await client.query(WRITE, [owner, contact, `Vigía: mensaje no entregado, ${description}`, body, now, since])
}
