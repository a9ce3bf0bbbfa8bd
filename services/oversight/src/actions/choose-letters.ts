/** Writes down how an office wants to be written to of alerts; from its next letter on that holds. */
import type { OversightDb } from '@vigia/db/oversight'
import { within } from '@vigia/db/within'
import type { Actor } from '@vigia/kit/actor'
import { NO_IDS, record } from '@vigia/kit/audit/record'
import { Refusal } from '@vigia/kit/errors'
import { newId } from '@vigia/kit/intake/new-id'
import { MATRIX } from '@vigia/law/access-matrix'
import type { LetterTerms } from '@vigia/law/letters'
import { isFirstUnder } from '../store/deed-store.ts'
import { addChoice } from '../store/letter-choice-store.ts'

export interface Choosing {
  db: Pick<OversightDb, 'pool'>
  actor: Actor
  now: Date
  requestId: string
}

/** State null: all of those of which the office has said nothing else. */
export interface LetterWish extends LetterTerms {
  state: string | null
  key: string | null
}

/** Throws Refusal. */
export async function chooseLetters(
  { db, actor, now, requestId }: Choosing,
  { key, ...wish }: LetterWish,
): Promise<void> {
  if (actor.kind !== 'person') throw new Refusal('FORBIDDEN', 'A person does that, and no program.')
  // Whoever is of single places would choose for the office of the whole state, and for all other places in it.
  if (actor.facilities)
    throw new Refusal('FORBIDDEN', 'The office of the state chooses that, and yours is of single places.')
  if (wish.state === null && MATRIX[actor.role].byState)
    throw new Refusal('BAD_USER_INPUT', 'Name one of the states of your office.')
  if (wish.state !== null && actor.states !== null && !actor.states.includes(wish.state))
    throw new Refusal('NOT_FOUND', 'Your office is not of that state.')
  await within(db.pool, async (client) => {
    if (!(await isFirstUnder(client, key, actor, wish))) return
    await addChoice(client, { id: newId(), ...wish, at: now }, actor)
    const { sub: subject, role, org: office, states } = actor
    const reason = `${wish.severity} ${wish.rhythm} ${wish.state ?? 'all states'}`
    await record(client, {
      ...{ service: 'oversight', act: 'WRITE', requestId, subject, role, office, states, reason, batchId: null },
      ...{ asked: ['chooseLetters'], types: ['LetterChoice'], scopes: ['letter:read'], records: 0 },
      ...{ children: NO_IDS, missed: NO_IDS },
    })
  })
}
