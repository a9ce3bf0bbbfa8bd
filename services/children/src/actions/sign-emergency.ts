/** A second person signs for an emergency; and whose emergency nobody has signed in time is told. */
import { within } from '@vigia/db/within'
import type { Actor } from '@vigia/kit/actor'
import { packed } from '@vigia/kit/audit/packed-ids'
import { type Entry, NO_IDS, record } from '@vigia/kit/audit/record'
import { Refusal, ToldRefusal } from '@vigia/kit/errors'
import { isId } from '@vigia/law/ids'
import type { Pool } from 'pg'
import { maySign } from '../rules/second-signature.ts'
import { emergencyOf } from '../store/emergencies-in-sight.ts'
import { flagUnsigned, type Opening, openingOf, sign } from '../store/opening-store.ts'

/** Signing twice is signing once. Throws Refusal. */
export async function signEmergency(pool: Pool, actor: Actor, id: string, requestId: string): Promise<Opening> {
  const { sub: subject, role, org: office, states } = actor
  const who = { subject, role, office, states }
  const signed = await within(pool, async (client) => {
    const emergency = isId(id) ? await emergencyOf(client, actor, id) : null
    if (!emergency) throw new Refusal('NOT_FOUND', 'There is no such emergency, or it is not yours to see.')
    if (!maySign(signerOf(actor), emergency)) {
      await record(client, { ...refusedOf(emergency, requestId), ...who })
      return null
    }
    if (emergency.signedAt !== null) return emergency
    await sign(client, id, actor)
    await record(client, { ...entryOf(emergency, 'SIGN', requestId), ...who })
    return openingOf(client, id)
  })
  // Told after it is written: whoever would sign for himself is seen by who oversees him.
  if (!signed) throw new ToldRefusal('FORBIDDEN', 'Another person of that office signs, or the one above it.')
  return signed
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

function refusedOf(emergency: Opening, requestId: string): Unsaid {
  const of = entryOf(emergency, 'SIGN', requestId)
  return { ...of, act: 'REFUSED', reason: null, records: 0, children: NO_IDS, missed: of.children }
}

function entryOf({ child, reason }: Opening, act: 'SIGN' | 'FLAG', requestId: string): Unsaid {
  const of = { types: [], scopes: [], records: 1, children: packed([child]), missed: NO_IDS, batchId: null }
  return { service: 'children', act, requestId, asked: ['signEmergencyAccess'], reason, ...of }
}
