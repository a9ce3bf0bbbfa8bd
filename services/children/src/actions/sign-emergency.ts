/** A second person signs for an emergency; and whose emergency nobody has signed in time is told. */
import { within } from '@vigia/db/within'
import type { Actor } from '@vigia/kit/actor'
import { packed } from '@vigia/kit/audit/packed-ids'
import { type Entry, NO_IDS, record } from '@vigia/kit/audit/record'
import { Refusal } from '@vigia/kit/errors'
import { isId } from '@vigia/law/ids'
import type { Pool } from 'pg'
import { maySign } from '../rules/second-signature.ts'
import { emergencyOf } from '../store/emergencies-in-sight.ts'
import { flagUnsigned, type Opening, openingOf, sign } from '../store/opening-store.ts'

/** Signing twice is signing once. Throws Refusal. */
export function signEmergency(pool: Pool, actor: Actor, id: string, requestId: string): Promise<Opening> {
  return within(pool, async (client) => {
    const emergency = isId(id) ? await emergencyOf(client, actor, id) : null
    if (!emergency) throw new Refusal('NOT_FOUND', 'There is no such emergency, or it is not yours to see.')
    if (!maySign(signerOf(actor), emergency))
      throw new Refusal('FORBIDDEN', 'Another person of that office signs, or the one above it.')
    if (emergency.signedAt !== null) return emergency
    await sign(client, id, actor)
    const { sub: subject, role, org: office, states } = actor
    await record(client, { ...entryOf(emergency, 'SIGN', requestId), subject, role, office, states })
    return openingOf(client, id)
  })
}

/** What decides whether somebody signs. */
export function signerOf({ sub: subject, kind, role, org: office, states }: Actor) {
  return { subject, kind, role, office, states }
}

/** Each once. From the entry comes the alarm. */
export function tellUnsigned(pool: Pool): Promise<void> {
  return within(pool, async (client) => {
    for (const emergency of await flagUnsigned(client)) {
      const { subject, role, office, states } = emergency
      await record(client, { ...entryOf(emergency, 'FLAG', emergency.id), subject, role, office, states })
    }
  })
}

type Unsaid = Omit<Entry, 'subject' | 'role' | 'office' | 'states'>

function entryOf({ child, reason }: Opening, act: 'SIGN' | 'FLAG', requestId: string): Unsaid {
  const of = { types: [], scopes: [], records: 1, children: packed([child]), missed: NO_IDS, batchId: null }
  return { service: 'children', act, requestId, asked: ['signEmergencyAccess'], reason, ...of }
}
