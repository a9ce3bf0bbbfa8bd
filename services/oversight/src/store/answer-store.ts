/** What INM answers by its own numbers: kept as it is written, and read by who oversees the states of its author. */
import type { Actor } from '@vigia/kit/actor'
import { sightOf } from '@vigia/kit/graph/in-sight'
import { keysetPage, type Page } from '@vigia/kit/graph/keyset'
import { isWithin, narrowed, type PageArgs } from '@vigia/kit/graph/page'
import type { Role } from '@vigia/law/access-matrix'
import { HOUR_IN_MS } from '@vigia/law/durations'
import type { Pool, PoolClient } from 'pg'
import { ALERT_SELECT, type AlertRow } from './alert-store.ts'

export interface NumberedAnswer {
  id: string
  number: string
  words: string
  author: string
  authorOffice: string | null
  at: Date
}

/** Null where anything will do. */
export interface AnswersWanted {
  /** As it is kept, in capitals. */
  number: string | null
  /** Of offices of this state. */
  state: string | null
  written: { from: Date; until: Date } | null
}

/** The latest first. */
export function answersPage(
  pool: Pool,
  { number, state, written }: AnswersWanted,
  actor: Actor,
  args: PageArgs,
): Promise<Page<NumberedAnswer>> {
  const sight = sightOf(actor)
  const conditions = narrowed((mark) => [
    number !== null && `n.number = ${mark(number)}`,
    sight.of !== 'ALL' && ('states' in sight ? `n.states && ${mark(sight.states)}::char(2)[]` : 'false'),
    state !== null && `n.states @> array[${mark(state)}]::char(2)[]`,
    isWithin('n.at', written, mark),
  ])
  const select = `select n.id, n.number, n.words, n.author, n.author_office as "authorOffice", n.at from oversight.answer_by_number n`
  const order = [
    { column: 'n.at', cast: 'timestamptz', key: 'at' },
    { column: 'n.id', cast: 'uuid', key: 'id' },
  ]
  return keysetPage<NumberedAnswer>({ pool, select, ...conditions, order, descending: true }, args)
}

export async function addAnswer(
  client: PoolClient,
  { id, number, words, at }: Pick<NumberedAnswer, 'id' | 'number' | 'words' | 'at'>,
  { sub, role, org, states }: Actor,
): Promise<void> {
  await client.query({
    name: 'answer-by-number',
    text: `insert into oversight.answer_by_number (id, number, words, author, author_role, author_office, states, at)
      values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    values: [id, number, words, sub, role, org, states ?? [], at],
  })
  await client.query({
    name: 'answer-waits',
    text: 'insert into oversight.answer_waiting (answer_id, next_at, until) values ($1, $2, $3)',
    values: [id, at, new Date(at.getTime() + LOOKED_FOR_IN_MS)],
  })
}

/** When the actor wrote that last; null where it stands nowhere. */
export async function answeredBefore(
  client: PoolClient,
  { number, words }: Pick<NumberedAnswer, 'number' | 'words'>,
  { sub }: Actor,
): Promise<Date | null> {
  const { rows } = await client.query<{ at: Date | null }>(
    'select max(at) as at from oversight.answer_by_number where number = $1 and words = $2 and author = $3',
    [number, words, sub],
  )
  return rows[0]?.at ?? null
}

/** How long an answer is looked for among alerts, so that a late file is answered too; and how often. Defaults of Vigía. */
const LOOKED_FOR_IN_MS = 24 * HOUR_IN_MS
const BETWEEN_LOOKS_IN_MS = HOUR_IN_MS / 12

export interface WaitingAnswer extends NumberedAnswer {
  authorRole: Role
  states: string[]
}

const TAKE = `with due as (
    select answer_id, until from oversight.answer_waiting where next_at <= $1 order by next_at limit 1 for update skip locked
  ), over as (
    delete from oversight.answer_waiting w using due where w.answer_id = due.answer_id and due.until <= $1
  ), again as (
    update oversight.answer_waiting w set next_at = $2 from due where w.answer_id = due.answer_id and due.until > $1
  )
  select n.id, n.number, n.words, n.author, n.author_role as "authorRole", n.author_office as "authorOffice",
    n.states::text[] as states, n.at
  from due join oversight.answer_by_number n on n.id = due.answer_id`

/** One that is due to be looked for, and when it is next is written down; null where none is. */
export async function takeAnswer(client: PoolClient, now: Date): Promise<WaitingAnswer | null> {
  const next = new Date(now.getTime() + BETWEEN_LOOKS_IN_MS)
  return (await client.query<WaitingAnswer>({ name: 'answer-take', text: TAKE, values: [now, next] })).rows[0] ?? null
}

/** Open alerts that began before it, of the states of its author: of the return, or of the detection that the child was found by then. */
const ANSWERED = `${ALERT_SELECT} where a.resolved_at is null and a.child_id is not null and a.since <= $2
  and (cardinality($3::char(2)[]) = 0 or a.state = any ($3))
  and not exists (select from oversight.answer_step s where s.answer_id = $4 and s.alert_id = a.id)
  and ($1 = (
      select upper(f.detail ->> 'acta') from oversight.path_fact f where f.child_id = a.child_id and f.entity = 'detection'
      order by f.at <= a.since desc, case when f.at <= a.since then f.at end desc, f.at limit 1)
    or exists (select from oversight.path_fact f where f.child_id = a.child_id and f.entity_id::text = a.subject
      and f.entity in ('return_plan', 'executed_return') and upper(f.detail ->> 'folio') = $1))
  order by a.id`

export async function alertsAnsweredBy(client: PoolClient, answer: WaitingAnswer): Promise<AlertRow[]> {
  const { number, at, states, id } = answer
  return (await client.query<AlertRow>(ANSWERED, [number, at, states, id])).rows
}

export async function keepAnswerStep(client: PoolClient, answerId: string, alertId: string, at: Date): Promise<void> {
  await client.query('insert into oversight.answer_step (answer_id, alert_id, at) values ($1, $2, $3)', [
    ...[answerId, alertId, at],
  ])
}
