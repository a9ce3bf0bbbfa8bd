/**
 * What the owner of an endpoint is written when it is not told any more: a message was given up, the endpoint was stopped, or nobody vouches for
 * him. Of one thing once an hour at most, since a receiver that is away for days gives up hundreds; that his rights have run out, once a day. The
 * log of deliveries has each message. Defaults of Vigía.
 */
import { HOUR_IN_MS } from '@vigia/law/durations'
import type { Pool, PoolClient } from 'pg'
import type { Claimed } from './delivery-store.ts'
import { marked } from './invented.ts'

const WRITE = `insert into oversight.mail (recipient, address, subject, body, alert_ids, created_at, next_at, severities, is_digest)
  select $1::text, $2::text, ${marked('$3::text', 'subject')}, ${marked('$4::text', 'body')}, '{}', $5, $5, '{}', false
  where not exists (
    select from oversight.mail m where m.created_at > $6 and m.created_at <= $5 and m.recipient = $1 and m.address = $2
      and m.subject = ${marked('$3::text', 'subject')})`

type Of = Pick<Claimed, 'endpoint'>

interface Letter {
  subject: string
  es: readonly string[]
  en: readonly string[]
  /** Not again before so many hours are over. */
  hours: number
}

async function write(client: Pool | PoolClient, { endpoint }: Of, letter: Letter, now: Date): Promise<void> {
  const { subject: owner, contact, description } = endpoint
  if (contact === null) return
  const { subject, es, en, hours } = letter
  const body = [...es, '', ...en, ''].join('\n')
  const since = new Date(now.getTime() - hours * HOUR_IN_MS)
  await client.query(WRITE, [owner, contact, `Vigía: ${subject}, ${description}`, body, now, since])
}

export function writeDeadLetter(client: PoolClient, claimed: Of, message: string, now: Date): Promise<void> {
  const { description } = claimed.endpoint
  const es = [
    `El mensaje ${message} no se pudo entregar en ${description} y ya no se intentará.`,
    'De los que se den por perdidos en la hora siguiente no se escribe aparte: están en el registro de entregas.',
    'Se pueden pedir de nuevo con redeliverWebhooks.',
  ]
  const en = [
    `The message ${message} could not be delivered to ${description} and is not tried any more.`,
    'Of those that are given up within the next hour nothing is written apart: they are in the log of deliveries.',
    'Ask for them again by redeliverWebhooks.',
  ]
  return write(client, claimed, { subject: 'mensaje no entregado', es, en, hours: 1 }, now)
}

/** What is raised from then on is not kept for it. */
export function writeStopped(client: PoolClient, claimed: Of, now: Date): Promise<void> {
  const { description } = claimed.endpoint
  const es = [
    `${description} respondió 410 (ya no existe): está detenido y no se le avisa de nada.`,
    'Si debe seguir: enableWebhookEndpoint, y después redeliverWebhooks desde ahora, hasta 31 días.',
  ]
  const en = [
    `${description} answered 410 (gone): it is stopped, and told of nothing.`,
    'If it is to go on: enableWebhookEndpoint, and then redeliverWebhooks from now on, up to 31 days.',
  ]
  return write(client, claimed, { subject: 'sistema detenido', es, en, hours: 1 }, now)
}

/** Nothing is sent until he has asked for his endpoints. */
export function writeLapsed(client: Pool, claimed: Of, now: Date): Promise<void> {
  const { description } = claimed.endpoint
  const es = [
    `A ${description} ya no se le avisa: quien dio su dirección no ha preguntado por sus sistemas en 90 días.`,
    'Al preguntar por webhookEndpoints se le vuelve a avisar; lo retenido se pide con redeliverWebhooks, hasta 31 días.',
  ]
  const en = [
    `${description} is told no more: whoever gave it its address has not asked for its endpoints in 90 days.`,
    'Once he asks for webhookEndpoints it is told again; what was withheld is asked for by redeliverWebhooks, up to 31 days.',
  ]
  return write(client, claimed, { subject: 'sistema sin avisos', es, en, hours: 24 }, now)
}
