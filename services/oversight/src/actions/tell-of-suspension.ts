/** Keeps the calendar of working days: an authority suspends its work, or what was recorded was none. Terms are judged again by it. */
import { within } from '@vigia/db/within'
import type { Actor } from '@vigia/kit/actor'
import { NO_IDS, record } from '@vigia/kit/audit/record'
import { Refusal } from '@vigia/kit/errors'
import { newId } from '@vigia/kit/intake/new-id'
import { raiseVersion } from '@vigia/kit/tick'
import { REASON_CHARACTERS } from '@vigia/law/alert-acts'
import { isId } from '@vigia/law/ids'
import { addDays, type LocalDate } from '@vigia/law/local-dates'
import { localDateOf } from '@vigia/law/mexican-time'
import { faultOfSuspension, type WorkSuspension } from '@vigia/law/work-suspensions'
import { faultOfWords } from '@vigia/law/written-words'
import type { PoolClient } from 'pg'
import { isFirstUnder } from '../store/deed-store.ts'
import {
  addSuspensionEntry,
  type SuspensionEntry,
  type SuspensionRow,
  suspensionById,
} from '../store/suspension-store.ts'
import type { Telling } from './tell-of-secretariat.ts'

/** How far its days may lie from today: of the cases that go on none began before, and no agreement reaches further. */
const WITHIN_DAYS = 3 * 366

export interface SuspensionWish extends Omit<WorkSuspension, 'id'> {
  publishedOn: LocalDate
  /** Which agreement it is. */
  agreement: string
  key: string | null
}

/** Gives it as it stands. Throws Refusal: CONFLICT where it was recorded before under that key. */
export async function tellOfSuspension(telling: Telling, wish: SuspensionWish): Promise<SuspensionRow> {
  const { actor, now } = telling
  const { key, ...asked } = wish
  const today = localDateOf(now)
  refuseUnfit(actor, wish.state, wish.agreement)
  const fault = faultOfSuspension(wish)
  if (fault !== null) throw new Refusal('BAD_USER_INPUT', fault)
  if (wish.publishedOn > today) throw new Refusal('BAD_USER_INPUT', 'Say when it was published: today or before.')
  if (wish.from < addDays(today, -WITHIN_DAYS) || wish.until > addDays(today, WITHIN_DAYS))
    throw new Refusal('BAD_USER_INPUT', 'Say days within three years of today.')
  return within(telling.db.pool, async (client) => {
    if (!(await isFirstUnder(client, key, actor, asked)))
      throw new Refusal('CONFLICT', 'It is in the calendar already.')
    const suspensionId = newId()
    const { agreement: words, ...of } = asked
    await write(client, telling, 'recordWorkSuspension', { ...of, suspensionId, entry: 'RECORDED', words })
    return known(await suspensionById(client, suspensionId))
  })
}

/** Throws Refusal: NOT_FOUND where there is none, CONFLICT for one that was withdrawn. */
export async function withdrawSuspension(
  telling: Telling,
  { id, reason: words }: { id: string; reason: string },
): Promise<SuspensionRow> {
  return within(telling.db.pool, async (client) => {
    const suspension = isId(id) ? await suspensionById(client, id) : null
    refuseUnfit(telling.actor, suspension ? suspension.state : undefined, words)
    if (!suspension) throw new Refusal('NOT_FOUND', 'There is no such suspension.')
    const { authority, state, from, until, publishedOn } = suspension
    await write(client, telling, 'withdrawWorkSuspension', {
      ...{ suspensionId: id, entry: 'WITHDRAWN', authority, state, from, until, publishedOn, words },
    })
    return known(await suspensionById(client, id))
  })
}

/** Who is bound to some states keeps what stops clocks in these alone, as with thresholds. State undefined: of none that is known. */
function refuseUnfit({ kind, states }: Actor, state: string | null | undefined, words: string): void {
  if (kind !== 'person') throw new Refusal('FORBIDDEN', 'A person does that, and no program.')
  if (state !== undefined && states !== null && (state === null || !states.includes(state)))
    throw new Refusal('FORBIDDEN', 'Tell of authorities of a state of yours, and name it.')
  const fault = faultOfWords(words.trim(), REASON_CHARACTERS)
  if (fault !== null) throw new Refusal('BAD_USER_INPUT', fault)
}

function known(suspension: SuspensionRow | null): SuspensionRow {
  if (!suspension) throw new Error('A suspension that was recorded is not there.')
  return suspension
}

async function write(
  client: PoolClient,
  { actor, now, requestId }: Telling,
  asked: string,
  entry: Omit<SuspensionEntry, 'id' | 'at'>,
): Promise<void> {
  const words = entry.words.trim()
  if (!(await addSuspensionEntry(client, { ...entry, id: newId(), words, at: now }, actor)))
    throw new Refusal('CONFLICT', 'It was withdrawn before.')
  const { sub: subject, role, org: office, states } = actor
  await record(client, {
    ...{ service: 'oversight', act: 'WRITE', requestId, subject, role, office, states, reason: words, batchId: null },
    ...{ asked: [asked], types: ['WorkSuspension'], scopes: ['oversight:read'], records: 0 },
    ...{ children: NO_IDS, missed: NO_IDS },
  })
  await raiseVersion(client, 'oversight')
}
