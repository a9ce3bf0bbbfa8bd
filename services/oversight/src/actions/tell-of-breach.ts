/** Keeps the log of breaches: one was found, those concerned were told, or it was none. The states are judged again with it (A38). */
import { within } from '@vigia/db/within'
import type { Actor } from '@vigia/kit/actor'
import { NO_IDS, record } from '@vigia/kit/audit/record'
import { Refusal } from '@vigia/kit/errors'
import { newId } from '@vigia/kit/intake/new-id'
import { raiseVersion } from '@vigia/kit/tick'
import { REASON_CHARACTERS } from '@vigia/law/alert-acts'
import type { Authority } from '@vigia/law/authorities'
import { isId } from '@vigia/law/ids'
import { faultOfWords } from '@vigia/law/written-words'
import type { PoolClient } from 'pg'
import { addBreachEntry, type BreachEntry, type BreachRow, breachById } from '../store/breach-store.ts'
import { isFirstUnder } from '../store/deed-store.ts'
import type { Telling } from './tell-of-secretariat.ts'

export interface FoundBreach {
  authority: Authority
  states: readonly string[]
  foundAt: Date
  words: string
  key: string | null
}

/** Gives it as it stands in the log. Throws Refusal: CONFLICT where it was written down before under that key. */
export async function tellOfBreach(telling: Telling, found: FoundBreach): Promise<BreachRow> {
  const { actor, now } = telling
  const { key, ...asked } = found
  const states = [...new Set(found.states)].toSorted()
  refuseUnfit(actor, found.words)
  if (found.foundAt > now) throw new Refusal('BAD_USER_INPUT', 'Say when it was found: now or before.')
  if (states.length === 0) throw new Refusal('BAD_USER_INPUT', 'Name a state at least of whose children the data are.')
  if (!overseesAll(actor, states)) throw new Refusal('FORBIDDEN', 'Write down breaches of data of states of yours.')
  return within(telling.db.pool, async (client) => {
    if (!(await isFirstUnder(client, key, actor, asked))) throw new Refusal('CONFLICT', 'It stands in the log already.')
    const id = newId()
    const { authority, foundAt: happenedAt } = found
    await write(client, telling, 'recordBreach', {
      ...{ breachId: id, entry: 'FOUND', authority, states, happenedAt, words: found.words },
    })
    return known(await breachById(client, id))
  })
}

export interface FurtherEntry {
  id: string
  entry: Exclude<BreachEntry, 'FOUND'>
  happenedAt: Date
  words: string
}

/** It ends the alert of each of its states. Throws Refusal: NOT_FOUND for one of other states, FORBIDDEN for one that is also of others. */
export async function tellMoreOfBreach(
  telling: Telling,
  { id, entry, happenedAt, words }: FurtherEntry,
): Promise<BreachRow> {
  const { actor, now } = telling
  refuseUnfit(actor, words)
  return within(telling.db.pool, async (client) => {
    const breach = isId(id) ? await breachById(client, id) : null
    if (!breach || !isOf(breach, actor))
      throw new Refusal('NOT_FOUND', 'There is no such breach, or it is of other states.')
    if (!overseesAll(actor, breach.states))
      throw new Refusal('FORBIDDEN', 'It is also of states of others: who oversees all of them tells this.')
    if (happenedAt > now || happenedAt < breach.foundAt)
      throw new Refusal('BAD_USER_INPUT', 'Say when: not before it was found, and not after now.')
    if (breach.noneAt !== null) throw new Refusal('CONFLICT', 'It was found to be none.')
    const { authority, states } = breach
    await write(client, telling, entry === 'TOLD' ? 'recordBreachNotice' : 'withdrawBreach', {
      ...{ breachId: id, entry, authority, states, happenedAt, words },
    })
    return known(await breachById(client, id))
  })
}

function refuseUnfit({ kind }: Actor, words: string): void {
  if (kind !== 'person') throw new Refusal('FORBIDDEN', 'A person does that, and no program.')
  const fault = faultOfWords(words.trim(), REASON_CHARACTERS)
  if (fault !== null) throw new Refusal('BAD_USER_INPUT', fault)
}

const overseesAll = (actor: Actor, states: readonly string[]) =>
  actor.states === null || states.every((state) => actor.states?.includes(state))

const isOf = ({ states }: BreachRow, actor: Actor) =>
  actor.states === null || states.some((state) => actor.states?.includes(state))

function known(breach: BreachRow | null): BreachRow {
  if (!breach) throw new Error('A breach that was written down is not there.')
  return breach
}

interface Entry {
  breachId: string
  entry: BreachEntry
  authority: Authority
  states: string[]
  happenedAt: Date
  words: string
}

async function write(
  client: PoolClient,
  { actor, now, requestId }: Telling,
  asked: string,
  entry: Entry,
): Promise<void> {
  const words = entry.words.trim()
  if (!(await addBreachEntry(client, { ...entry, id: newId(), words, at: now }, actor)))
    throw new Refusal('CONFLICT', 'That stands in the log already.')
  const { sub: subject, role, org: office, states } = actor
  await record(client, {
    ...{ service: 'oversight', act: 'WRITE', requestId, subject, role, office, states, reason: words, batchId: null },
    ...{ asked: [asked], types: ['Breach'], scopes: ['oversight:read'], records: 0, children: NO_IDS, missed: NO_IDS },
  })
  await raiseVersion(client, 'oversight')
}
