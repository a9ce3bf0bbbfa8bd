/** Words of telling others of alerts: how an endpoint stands, what became of a message, by which way somebody was told. */
import type { CodeList } from './code-list.ts'

export const WEBHOOK_ENVELOPES = {
  STANDARD: {
    es: 'Mensaje como lo define Standard Webhooks',
    en: 'As Standard Webhooks have it: type, timestamp, data',
  },
  CLOUD_EVENTS: { es: 'Evento de CloudEvents 1.0', en: 'An event of CloudEvents 1.0, in JSON, signed the same way' },
} as const satisfies CodeList

export const WEBHOOK_SIGNATURES = {
  V1A: { es: 'Firma ed25519', en: 'ed25519: the receiver holds a public key, and cannot sign in our name' },
  V1: { es: 'Firma HMAC-SHA-256', en: 'HMAC-SHA-256 with a secret that the receiver shares' },
} as const satisfies CodeList

export const WEBHOOK_STATUSES = {
  NEW: { es: 'Registrado, sin activar', en: 'Registered: nothing is sent before its owner enables it' },
  PROVING: { es: 'En espera de que devuelva el reto', en: 'Has yet to give back the challenge that it was sent' },
  ACTIVE: { es: 'Activo', en: 'Told of alerts' },
  DISABLED: { es: 'Detenido por su titular', en: 'Stopped by its owner' },
  GONE: { es: 'Respondió 410', en: 'Answered 410: nothing is sent until its owner enables it again' },
  DELETED: { es: 'Borrado por su titular', en: 'Deleted by its owner; what was sent stays written down' },
} as const satisfies CodeList

export const WEBHOOK_DELIVERY_STATES = {
  WAITING: { es: 'Pendiente', en: 'To be tried, or tried again' },
  DELIVERED: { es: 'Entregado', en: 'The receiver answered with a success' },
  DEAD: { es: 'No entregado', en: 'Ten tries failed, of a challenge three: it is tried no more until it is asked for' },
  WITHHELD: {
    es: 'Retenido',
    en: 'Its owner was not entitled to it any more when it was to be sent, or its office had silenced it',
  },
} as const satisfies CodeList

export const WEBHOOK_MESSAGE_KINDS = {
  ALERT: { es: 'Alerta', en: 'Something that happened to an alert' },
  TEST: { es: 'Prueba', en: 'A test that its owner asked for' },
  HEAD: { es: 'Cabeza de la auditoría', en: 'Where a chain of the audit ended, signed' },
  CHALLENGE: { es: 'Reto', en: 'The challenge that an endpoint gives back before it is active' },
} as const satisfies CodeList

export const TOLD_CHANNELS = {
  WEBHOOK: { es: 'Mensaje firmado a un sistema', en: 'A signed message to a system' },
  MAIL: { es: 'Correo a una oficina', en: 'A letter to an office, with the number of alerts and no name' },
  STREAM: {
    es: 'En vivo, a una página o un programa',
    en: 'By a stream, to a page or a program',
  },
  DASHBOARD: {
    es: 'Abierta en el tablero por una persona de la oficina',
    en: 'Opened on the dashboard by somebody of the office',
  },
} as const satisfies CodeList

export const TOLD_OUTCOMES = {
  WAITING: { es: 'Pendiente', en: 'He has yet to be told' },
  DELIVERED: { es: 'Entregado', en: 'His system, or his server of mail, has taken it' },
  WRITTEN: { es: 'Escrita en su conexión', en: 'Written to his connection: whether he read it is not known' },
  SHOWN: { es: 'En la bandeja', en: 'No address is known of the office: the letter stands in the outbox' },
  READ: { es: 'Leída', en: 'Somebody of the office has opened the alert' },
  DEAD: { es: 'No entregado', en: 'Ten tries could not tell him' },
  WITHHELD: { es: 'Retenido', en: 'He was not entitled to it any more, or his office had silenced it' },
} as const satisfies CodeList
