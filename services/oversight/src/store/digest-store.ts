/** What digests count, and of which days offices have had theirs. */
import { within } from '@vigia/db/within'
import { OWED_BY_WHOM_IT_NAMES } from '@vigia/law/alert-offices'
import { DAY_IN_MS } from '@vigia/law/durations'
import { localDateOf } from '@vigia/law/mexican-time'
import type { Pool, PoolClient } from 'pg'
import { type Alike, digestOf, digestsDueAt, type Reader, readersOf } from '../rules/daily-digest.ts'
import { digestLetter } from '../rules/digest-letter.ts'
import { ofWhat, PLACE_TYPE } from './alert-store.ts'
import { choicesBefore } from './letter-choice-store.ts'
import { type Addresses, addLetter } from './mail-store.ts'
import { standingSilences } from './silence-store.ts'

/** Whose digest of today is due and not written. */
export async function dueDigests(pool: Pool, now: Date): Promise<Reader[]> {
  const readers = readersOf(await choicesBefore(pool, digestsDueAt(now)), now)
  if (readers.length === 0) return []
  const { rows } = await pool.query<{ recipient: string }>(
    'select recipient from oversight.letter_digest where day = $1 and recipient = any ($2)',
    [localDateOf(now), readers.map(({ recipient }) => recipient)],
  )
  const done = new Set(rows.map(({ recipient }) => recipient))
  return readers.filter(({ recipient }) => !done.has(recipient))
}

/** A job for each, whoever asks for it: a wake-up, as for messages. */
export async function addDigestJobs(pool: Pool, readers: readonly Pick<Reader, 'recipient'>[]): Promise<void> {
  await pool.query('select oversight.add_digest_jobs($1)', [readers.map(({ recipient }) => recipient)])
}

const SINCE = 'select max(at) as at from oversight.letter_digest where recipient = $1'
const FIRST = `insert into oversight.letter_digest (recipient, day, at) values ($1, $2, $3) on conflict do nothing`

/** What was judged before the hour of a digest may be written down a little after it: the next one tells of it, and none leaves it out. */
const WRITTEN_WITHIN_MS = 600_000

/** Once an office and day, whichever process comes to it. The first one tells of a day. */
export async function writeDigest(pool: Pool, recipient: string, addresses: Addresses, now: Date): Promise<void> {
  await within(pool, async (client) => {
    const choices = await choicesBefore(client, digestsDueAt(now))
    const reader = readersOf(choices, now).find((one) => one.recipient === recipient)
    if (!reader) return
    const { rows } = await client.query<{ at: Date | null }>(SINCE, [recipient])
    const until = new Date(now.getTime() - WRITTEN_WITHIN_MS)
    const before = rows[0]?.at ?? null
    const since = before ?? new Date(until.getTime() - DAY_IN_MS)
    const day = localDateOf(now)
    const { rowCount } = await client.query(FIRST, [recipient, day, until])
    if (rowCount === 0) return
    const silences = await standingSilences(client, now)
    const places = silences.flatMap(({ facilityId }) => facilityId ?? [])
    const alike = await alikeIn(client, reader.states, { since, until, places })
    const byState = digestOf(reader, alike, { choices, silences, now })
    const letter = digestLetter(reader, byState, { day, address: addresses.own, isFirst: before === null })
    await addLetter(client, letter, addresses, now)
  })
}

/** Of these kinds the subject shows whose duty it is; of others it would tell apart what is alike. */
const NAMED_BY_SUBJECT = ['OFFICE_SILENT', 'SECRETARIAT_VACANT', ...OWED_BY_WHOM_IT_NAMES]
const WHAT = `a.state, a.kind, ${PLACE_TYPE}, case when a.kind = any ($2) then a.subject else '' end as subject,
  case when a.facility_id = any ($3::uuid[]) then a.facility_id end as "facilityId"`
const OPEN = `select ${WHAT}, a.id as alert_id, a.severity, null::text as step from oversight.alert a
  where a.state = any ($1::char(2)[]) and a.resolved_at is null and a.closed_at is null`
const HAPPENED = `select ${WHAT}, a.id as alert_id, h.severity, h.step from oversight.alert_history h join oversight.alert a on a.id = h.alert_id
  where a.state = any ($1::char(2)[]) and h.at > $4 and h.at <= $5`
const ALIKE = `select state, kind, "placeType", subject, "facilityId", severity, step, count(*)::int as count,
  array_agg(distinct alert_id) as "alertIds" from (${OPEN} union all ${HAPPENED}) x group by 1, 2, 3, 4, 5, 6, 7`

async function alikeIn(
  client: PoolClient,
  states: readonly string[],
  { since, until, places }: { since: Date; until: Date; places: readonly string[] },
): Promise<Alike[]> {
  const { rows } = await client.query<Omit<Alike, 'isPlaceOfInm'> & { placeType: string | null }>(ALIKE, [
    ...[states, NAMED_BY_SUBJECT, places, since, until],
  ])
  return rows.map((row) => ({ ...row, ...ofWhat(row) }))
}
