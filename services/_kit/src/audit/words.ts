/** An entry as links of the first form hash it: each part with its length before it, so that no two are written alike. SQL: audit.words. */

/** An entry with its place in the chain, as texts. */
export interface Linked {
  service: string
  seq: number
  /** How its link was hashed (hash.ts). */
  form: number
  id: number
  /** Microseconds since 1970. */
  micros: number
  act: string
  request_id: string
  subject: string
  role: string
  office: string | null
  states: string[] | null
  asked: string[]
  types: string[]
  scopes: string[]
  reason: string | null
  records: number
  children: Buffer
  missed: Buffer
  batch_id: string | null
}

/** The columns of audit.entry e and audit.link l that make one. */
export const LINKED = `e.service, l.seq, l.form, e.id, (extract(epoch from e.at) * 1000000)::bigint as micros, e.act, e.request_id,
  e.subject, e.role, e.office, e.states, e.asked, e.types, e.scopes, e.reason, e.records, e.children, e.missed, e.batch_id`

export function wordsOf(entry: Linked): Buffer {
  const { service, seq, id, micros, act, request_id, subject, role, office, states, asked, types, scopes } = entry
  const { reason, records, children, missed, batch_id } = entry
  const lists = [asked, types, scopes].map((list) => list.join(' '))
  const parts = [
    ...[service, seq, id, micros, act, request_id, subject, role, office, states?.join(' ') ?? null, ...lists],
    ...[reason, records, children.toString('hex'), missed.toString('hex'), batch_id],
  ]
  return Buffer.from(parts.map(part).join(''))
}

export function part(value: string | number | null): string {
  return value === null ? '-,' : `${Buffer.byteLength(String(value))}:${value},`
}
