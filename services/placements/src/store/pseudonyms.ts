/**
 * What a partner reads in the place of a child: the same word for the same child as long as the key is the same, and another for
 * every other partner, so that two of them cannot join their files. The key is in no table and in no file.
 */
import { createHmac } from 'node:crypto'
import type { Actor } from '@vigia/kit/actor'
import { keyOfService } from '@vigia/kit/key-of-service'
import type { Pool } from 'pg'

/** A partner is its organization, whichever of its programs asks; a program without one is its own. */
export function pseudonymsFor(pool: Pool, { org, sub }: Actor): (childId: string) => string {
  const key = keyOfService(pool, `pseudonyms ${JSON.stringify(org === null ? { sub } : { org })}`)
  return (childId) => createHmac('sha256', key).update(childId).digest('base64url')
}
