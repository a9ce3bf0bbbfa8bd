/**
 * Keeps what INM answers by a number of its own. Nobody looks up whether there is such a number, or an alert: the same statements for
 * any number, so that neither answer nor clock tells what protection recorded (security.md 3.8).
 */
import type { OversightDb } from '@vigia/db/oversight'
import { within } from '@vigia/db/within'
import type { Actor } from '@vigia/kit/actor'
import { NO_IDS, record } from '@vigia/kit/audit/record'
import { Refusal } from '@vigia/kit/errors'
import { newId } from '@vigia/kit/intake/new-id'
import { WORDS_CHARACTERS } from '@vigia/law/alert-acts'
import { faultOfWords } from '@vigia/law/written-words'
import { addAnswer, answeredBefore } from '../store/answer-store.ts'
import { isFirstUnder } from '../store/deed-store.ts'

export interface Answering {
  db: Pick<OversightDb, 'pool'>
  actor: Actor
  now: Date
  requestId: string
}

const LONGEST_NUMBER = 60

/** Gives the number as it is kept, and since when: what was answered before under that key is not written once more. Throws Refusal. */
export async function answerByNumber(
  { db, actor, now: at, requestId }: Answering,
  wish: { number: string; words: string; key: string | null },
): Promise<{ number: string; at: Date }> {
  const [number, words] = [wish.number.trim().toUpperCase(), wish.words.trim()]
  if (actor.kind !== 'person') throw new Refusal('FORBIDDEN', 'A person answers, and no program.')
  if (actor.role !== 'inm-officer')
    throw new Refusal('FORBIDDEN', 'INM answers by its numbers; others answer the alert.')
  const fault = faultOfWords(words, WORDS_CHARACTERS)
  if (fault) throw new Refusal('BAD_USER_INPUT', fault)
  if (number === '' || number.length > LONGEST_NUMBER || /[\p{Cc}\p{Cf}\p{Cs}]/u.test(number))
    throw new Refusal('BAD_USER_INPUT', `A number has 1 to ${LONGEST_NUMBER} characters.`)
  const writtenAt = await within(db.pool, async (client) => {
    if (!(await isFirstUnder(client, wish.key, actor, { number, words })))
      return answeredBefore(client, { number, words }, actor)
    await addAnswer(client, { id: newId(), number, words, at }, actor)
    const { sub: subject, role, org: office, states } = actor
    await record(client, {
      ...{ service: 'oversight', act: 'WRITE', requestId, subject, role, office, states, reason: words, records: 0 },
      ...{ asked: ['answerByNumber'], types: [], scopes: [], children: NO_IDS, missed: NO_IDS, batchId: null },
    })
    return at
  })
  return { number, at: writtenAt ?? at }
}
