/** What is sent: thin, and in the words of whom it is sent to. Who is entitled looks the rest up by the id. */
import type { Actor } from '@vigia/kit/actor'
import { hasScope } from '@vigia/kit/actor'
import { pseudonymsOf } from '@vigia/kit/seal/pseudonyms'
import { ALERT_KINDS, type AlertSeverity } from '@vigia/law/alert-kinds'
import { alertSubjectOf } from '@vigia/law/alert-subjects'
import { hourOf } from '@vigia/law/durations'
import { citationOf } from '@vigia/law/legal-basis'
import { mayTellApart, readsPseudonyms } from '../rules/who-may-know.ts'
import { type AlertRow, dutiesOf } from '../store/alert-store.ts'
import type { AuditHead } from '../store/audit-store.ts'

export interface Envelope {
  id: string
  envelope: 'STANDARD' | 'CLOUD_EVENTS'
  isInvented: boolean
}

export interface Message {
  type: string
  at: Date
  data: Readonly<Record<string, unknown>>
}

export interface ToldStep {
  id: number
  step: string
  severity: AlertSeverity
  at: Date
}

/**
 * An alert as its owner reads it by the graph, as grave as that step made it. What comes late, or again once it was given up, says of an alert
 * that is over by then that it is: its end may have been told before.
 */
export function alertMessage(alert: AlertRow, { step, severity, at }: ToldStep, actor: Actor): Message {
  const isOfPartner = readsPseudonyms(actor.role)
  const pseudonyms = pseudonymsOf(actor)
  const mayTell = mayTellApart(alert.kind, actor.role, (scope) => hasScope(actor, scope))
  const subject = alertSubjectOf(alert)
  return {
    type: `alert.${step.toLowerCase()}`,
    at: isOfPartner ? hourOf(at) : at,
    data: {
      alertId: isOfPartner ? pseudonyms.hide(alert.id) : alert.id,
      childRef: alert.childId && mayTell ? pseudonyms.refOf(alert.childId) : null,
      kind: alert.kind,
      number: ALERT_KINDS[alert.kind].number,
      severity,
      isOpen: alert.resolvedAt === null && alert.closedAt === null,
      state: alert.state,
      citation: citationOf(dutiesOf(alert)[0]),
      ...(subject && hasScope(actor, 'oversight:read') && { subject }),
    },
  }
}

/** As a line of the folder of heads has it (services/AUDIT.md): kept by the receiver, it is compared by `npm run audit -- verify --heads`. */
export const headMessage = ({ registry, service, seq, hash, at, keyId, signature }: AuditHead): Message => ({
  type: 'audit.head',
  at,
  data: {
    ...{ registry, service, seq, hash: hash.toString('hex'), at: at.toISOString() },
    ...{ key: keyId, signature: signature.toString('base64url') },
  },
})

export const testMessage = (at: Date): Message => ({ type: 'webhook.test', at, data: { test: true } })

export const challengeMessage = (at: Date, challenge: string): Message => ({
  type: 'webhook.challenge',
  at,
  data: { challenge },
})

/** What a message is named by, as its row has it. */
export interface Named {
  /** Of a message. */
  id: string
  stepId: number | null
  mark: string
}

/**
 * Stable over all tries. A database that is put back gives the number of a step anew: the mark tells it from what was sent under that number
 * before. A partner is given a word in their place, since the number is the same for all and would let two of them join what they were sent.
 */
export function messageId({ id, stepId, mark }: Named, endpoint: string, actor: Actor): string {
  if (stepId === null) return `msg_${id}_${endpoint}`
  const step = mark === '' ? String(stepId) : `${stepId}-${mark}`
  const word = readsPseudonyms(actor.role) ? pseudonymsOf(actor).refOf(`step ${step}`).slice(0, 22) : step
  return `msg_${word}_${endpoint}`
}

/** The bytes that are signed and sent: with `synthetic` where the children of the registry are invented. */
export function written(
  { type, at, data }: Message,
  { id, envelope, isInvented }: Envelope,
): { contentType: string; body: string } {
  const mark = isInvented ? { synthetic: true } : {}
  if (envelope === 'STANDARD')
    return {
      contentType: 'application/json',
      body: JSON.stringify({ type, timestamp: at.toISOString(), data, ...mark }),
    }
  const event = {
    specversion: '1.0',
    id,
    source: '/vigia/oversight/alerts',
    type: `mx.vigia.${type}`,
    time: at.toISOString(),
    ...mark,
    datacontenttype: 'application/json',
    data,
  }
  return { contentType: 'application/cloudevents+json; charset=utf-8', body: JSON.stringify(event) }
}
