/** Ids of new facts, made while rows are read: UUIDs of version 7 in the order of being made (RFC 9562, 6.2, method 1). */
import { randomUUID } from 'node:crypto'

const IDS_A_MILLISECOND = 0x1000
/** Where a UUID's random half begins: 62 bits of chance after the variant. */
const RANDOM_HALF = 18
const AFTER_VERSION = 15

let millisecond = 0
let count = 0
let prefix = ''

/**
 * Later than all that this process has made before, and earlier than all that it makes after; chance otherwise. Where something was made in
 * this millisecond it is of the next one. Batches have it, so that the summaries of blocks by which their rows are found (brin) leave out the
 * blocks of all others, and that what is older than its batch is known by its id (`outbox.tell_of_many`).
 */
export function idOfBatch(): string {
  begin(Math.max(Date.now(), millisecond + 1))
  return `${prefix}${randomUUID().slice(AFTER_VERSION)}`
}

/** Each is later than the one before, for PostgreSQL too, whatever the clock does. */
export function newId(): string {
  const now = Date.now()
  if (now > millisecond) begin(now)
  else if (++count === IDS_A_MILLISECOND) begin(millisecond + 1)
  return prefix + count.toString(16).padStart(3, '0') + randomUUID().slice(RANDOM_HALF)
}

function begin(at: number): void {
  millisecond = at
  count = 0
  prefix = prefixOf(at)
}

function prefixOf(at: number): string {
  const hex = at.toString(16).padStart(12, '0')
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7`
}
