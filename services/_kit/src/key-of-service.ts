/** Keys that every process of one service derives alike from its database login, so that none is kept anywhere. */
import { createHmac, hkdfSync, type KeyObject } from 'node:crypto'
import type { Pool } from 'pg'

/** A key for one purpose. Whoever does not know the password of the login cannot make it. */
export function keyOfService(pool: Pool, purpose: string): Buffer {
  const { connectionString } = pool.options
  const password = connectionString ? decodeURIComponent(new URL(connectionString).password) : ''
  if (!password) throw new Error('The login of this service has no password, from which its keys are derived.')
  return Buffer.from(hkdfSync('sha256', password, '', `vigia ${purpose}`, 32))
}

/** A code of so many bytes that only a holder of the key can make for these texts. */
export function codeFor(key: KeyObject, texts: readonly string[], bytes: number): string {
  return createHmac('sha256', key).update(JSON.stringify(texts)).digest().subarray(0, bytes).toString('base64url')
}
