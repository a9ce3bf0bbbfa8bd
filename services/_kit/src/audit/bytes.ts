/** An entry as PostgreSQL sends a row: each part by its type and length, so that no two are written alike. SQL: audit.bytes_of. */
import type { Linked } from './words.ts'

/** Numbers of PostgreSQL's own types; texts go as bytes of UTF-8, whatever the encoding of a client. */
const BYTEA = 17
const INT8 = 20
const INT4 = 23
const UUID = 2950
const NULL = -1

export function bytesOf(entry: Linked): Buffer {
  const { service, id, micros, act, request_id, subject, role, office, states, asked, types, scopes } = entry
  const { reason, records, children, missed, batch_id } = entry
  const parts = [
    ...[text(service), long(id), long(micros), ...[act, request_id, subject, role, office].map(text)],
    ...[text(states?.join(' ') ?? null), ...[asked, types, scopes].map((list) => text(list.join(' ')))],
    ...[text(reason), part(INT4, int(records)), part(BYTEA, children), part(BYTEA, missed), uuid(batch_id)],
  ]
  return Buffer.concat([int(parts.length), ...parts])
}

const part = (type: number, value: Buffer | null): Buffer =>
  Buffer.concat([int(type), int(value?.length ?? NULL), value ?? Buffer.alloc(0)])

const text = (value: string | null) => part(BYTEA, value === null ? null : Buffer.from(value))
const long = (value: number) => part(INT8, int8(value))
const uuid = (value: string | null) => part(UUID, value === null ? null : Buffer.from(value.replaceAll('-', ''), 'hex'))

function int(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeInt32BE(value)
  return bytes
}

/** As PostgreSQL's int8send. */
export function int8(value: number): Buffer {
  const bytes = Buffer.alloc(8)
  bytes.writeBigInt64BE(BigInt(value))
  return bytes
}
