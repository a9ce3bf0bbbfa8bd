/** Many ids in few bytes: sorted, sixteen bytes each. SQL: audit.ids_in. */

const BYTES = 16

export function packed(ids: Iterable<string>): Buffer {
  return Buffer.from([...ids].sort().join('').replaceAll('-', ''), 'hex')
}

/** Whether the id is among them. */
export function holds(bytes: Buffer, id: string): boolean {
  const wanted = Buffer.from(id.replaceAll('-', ''), 'hex')
  for (let at = 0; at < bytes.length; at += BYTES)
    if (bytes.compare(wanted, 0, BYTES, at, at + BYTES) === 0) return true
  return false
}
