/** Mail to people: what waits to be put into a letter, letters, and which of them are sent. None names a child. */

import { within } from '@vigia/db/within'
import { keysetPage, type Page } from '@vigia/kit/graph/keyset'
import { isWithin, narrowed, type PageArgs } from '@vigia/kit/graph/page'
import type { Pool, PoolClient } from 'pg'
import { BETWEEN_LETTERS_IN_MS, type Letter, lettersOf, type Raised } from '../rules/told-by-mail.ts'
import { ofWhat, PLACE_TYPE } from './alert-store.ts'
import { marked } from './invented.ts'
import { choicesNow } from './letter-choice-store.ts'
import { standingSilences } from './silence-store.ts'

export interface Mail {
  id: string
  recipient: string
  address: string | null
  state: string | null
  subject: string
  body: string
  createdAt: Date
  sentAt: Date | null
  attempts: number
}

const ADD = `insert into oversight.mail (recipient, address, state, subject, body, alert_ids, created_at, next_at, severities, is_digest)
  values ($1, $2, $3, ${marked('$4', 'subject')}, ${marked('$5', 'body')}, $6, $7, $7, $8, $9)`

/**
 * States in which something waits, and whose last letter is from before $1. One of several states is a letter of each. Of those that wait each
 * state is gone to once, and not each that waits: this is asked every second.
 */
const DUE = `with recursive waiting as (
    select min(state) as state from oversight.mail_waiting
    union all select (select min(w.state) from oversight.mail_waiting w where w.state > waiting.state) from waiting where state is not null
  ), letter as materialized (
    select state, alert_ids from oversight.mail where created_at > $1 and not is_digest and cardinality(alert_ids) > 0
  ), told as materialized (
    select state from letter where state is not null
    union select a.state from letter l join oversight.alert a on a.id = any (l.alert_ids) where l.state is null
  )
  select state from waiting where state is not null and not exists (select from told where told.state = waiting.state)`

const TAKE = `with taken as (
    delete from oversight.mail_waiting w where state in (${DUE}) returning step_id, state, kind, severity, alert_id
  )
  select t.alert_id as "alertId", t.state, t.kind, t.severity, a.facility_id as "facilityId", coalesce(a.subject, '') as subject,
    a.resolved_at is not null as "isOver", ${PLACE_TYPE}
  from taken t left join oversight.alert a on a.id = t.alert_id order by t.step_id`

type Taken = Omit<Raised, 'isPlaceOfInm'> & { placeType: string | null }

export interface Addresses {
  /** Of the registry, for links. */
  own: string
  /** By office. */
  of: Readonly<Record<string, string>>
}

/** Gives how many letters were written. Of several processes one writes at a time. */
export async function writeLetters(pool: Pool, addresses: Addresses, now: Date): Promise<number> {
  const since = new Date(now.getTime() - BETWEEN_LETTERS_IN_MS)
  // A look that writes nothing, as taking one's turn does: mostly there is nothing to write of, or it is too soon.
  const look = { name: 'waiting-mail-is-due', text: `select exists (${DUE}) as "isDue"`, values: [since] }
  const { rows: due } = await pool.query<{ isDue: boolean }>(look)
  if (!due[0]?.isDue) return 0
  return within(pool, async (client) => {
    await client.query(`select sec.waits_for_turn_of('oversight', 'letters')`)
    const { rows } = await client.query<Taken>({ name: 'take-waiting-mail', text: TAKE, values: [since] })
    if (rows.length === 0) return 0
    const raised = rows.map((taken) => ({ ...taken, ...ofWhat(taken) }))
    const held = { silences: await standingSilences(client, now), choices: await choicesNow(client) }
    const letters = lettersOf(raised, held, { address: addresses.own, now })
    for (const letter of letters) await addLetter(client, letter, addresses, now)
    return letters.length
  })
}

export async function addLetter(client: PoolClient, letter: Letter, addresses: Addresses, now: Date): Promise<void> {
  const { recipient, state, subject, body, told, isDigest } = letter
  const [ids, severities] = [told.map(({ alertId }) => alertId), told.map(({ severity }) => severity)]
  const address = addresses.of[recipient] ?? null
  await client.query(ADD, [recipient, address, state, subject, body, ids, now, severities, isDigest])
}

const COLUMNS = `id, recipient, address, state, subject, body, created_at as "createdAt", sent_at as "sentAt", attempts`

/** Sends one letter that is due, in its transaction: a crash sends it twice, and never not at all. When it was sent is read after it was. Gives whether one was. */
export function sendOne(
  pool: Pool,
  now: () => Date,
  send: (mail: Mail) => Promise<void>,
  nextTry: (failed: number, after: Date) => Date | null,
): Promise<boolean> {
  return within(pool, async (client) => {
    const { rows } = await client.query<Mail>(
      `select ${COLUMNS} from oversight.mail where sent_at is null and address is not null and next_at <= $1
       order by next_at limit 1 for update skip locked`,
      [now()],
    )
    const [mail] = rows
    if (!mail) return false
    const fault = await send(mail).then(
      () => null,
      () => 'NOT_SENT',
    )
    const then = now()
    const next = fault && (nextTry(mail.attempts + 1, then) ?? 'infinity')
    await client.query(
      `update oversight.mail set attempts = attempts + 1, fault = $2, next_at = coalesce($3, next_at),
         sent_at = case when $2::text is null then $4::timestamptz end where id = $1`,
      [mail.id, fault, next, then],
    )
    return fault === null
  })
}

/** Null where anything will do. */
export interface LettersWanted {
  /** On alerts of this state. */
  state: string | null
  written: { from: Date; until: Date } | null
  isSent: boolean | null
}

/** One of several states has none of its own: it is of each of which it tells an alert. */
const speaksOf = (state: string) => `(state = ${state} or state is null and exists (
  select from oversight.alert a where a.id = any (mail.alert_ids) and a.state = ${state}))`

/** The latest first. */
export function lettersPage(pool: Pool, wanted: LettersWanted, args: PageArgs): Promise<Page<Mail>> {
  const { state, written, isSent } = wanted
  const conditions = narrowed((mark) => [
    state !== null && speaksOf(mark(state)),
    isWithin('created_at', written, mark),
    isSent !== null && `sent_at is ${isSent ? 'not ' : ''}null`,
  ])
  const order = [
    { column: 'created_at', cast: 'timestamptz', key: 'createdAt' },
    { column: 'id', cast: 'uuid', key: 'id' },
  ]
  const select = `select ${COLUMNS} from oversight.mail`
  return keysetPage<Mail>({ pool, select, ...conditions, order, descending: true }, args)
}
