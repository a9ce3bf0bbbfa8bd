/** Writes down how the post of an executive secretary is held; the state, or the nation, is judged again with it (A36). */
import type { OversightDb } from '@vigia/db/oversight'
import { within } from '@vigia/db/within'
import type { Actor } from '@vigia/kit/actor'
import { NO_IDS, record } from '@vigia/kit/audit/record'
import { Refusal } from '@vigia/kit/errors'
import { newId } from '@vigia/kit/intake/new-id'
import { raiseVersion } from '@vigia/kit/tick'
import { REASON_CHARACTERS } from '@vigia/law/alert-acts'
import type { LocalDate } from '@vigia/law/local-dates'
import { localDateOf } from '@vigia/law/mexican-time'
import { type SecretariatCondition, tellsOfPost } from '@vigia/law/secretariats'
import { faultOfWords } from '@vigia/law/written-words'
import { isFirstUnder } from '../store/deed-store.ts'
import { addSecretariat } from '../store/secretariat-store.ts'

export interface Telling {
  db: Pick<OversightDb, 'pool'>
  actor: Actor
  now: Date
  requestId: string
}

export interface SecretariatWish {
  /** '00' for the federal one. */
  state: string
  condition: SecretariatCondition
  since: LocalDate
  reason: string
  key: string | null
}

/** Throws Refusal. */
export async function tellOfSecretariat({ db, actor, now, requestId }: Telling, wish: SecretariatWish): Promise<void> {
  const { key, ...asked } = wish
  const reason = wish.reason.trim()
  const fault = faultOfWords(reason, REASON_CHARACTERS)
  if (actor.kind !== 'person') throw new Refusal('FORBIDDEN', 'A person does that, and no program.')
  if (!tellsOfPost(actor, wish.state))
    throw new Refusal(
      'FORBIDDEN',
      'Who oversees a post tells of it: the federal secretary of those of states, the CNDH of his.',
    )
  if (fault !== null) throw new Refusal('BAD_USER_INPUT', fault)
  if (wish.since > localDateOf(now)) throw new Refusal('BAD_USER_INPUT', 'Say since which day: today or before.')
  await within(db.pool, async (client) => {
    if (!(await isFirstUnder(client, key, actor, asked))) return
    const { state, condition, since } = wish
    await addSecretariat(client, { id: newId(), state, condition, since, reason, at: now }, actor)
    const { sub: subject, role, org: office, states } = actor
    await record(client, {
      ...{ service: 'oversight', act: 'WRITE', requestId, subject, role, office, states, reason, batchId: null },
      ...{ asked: ['recordSecretariat'], types: ['Secretariat'], scopes: ['oversight:read'], records: 0 },
      ...{ children: NO_IDS, missed: NO_IDS },
    })
    await raiseVersion(client, 'oversight')
  })
}
