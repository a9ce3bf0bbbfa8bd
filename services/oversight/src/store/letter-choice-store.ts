/** How offices have chosen to be written to of alerts: what holds of which, and how one more is kept. */
import type { Actor } from '@vigia/kit/actor'
import type { Role } from '@vigia/law/access-matrix'
import type { LetterTerms } from '@vigia/law/letters'
import type { Pool, PoolClient } from 'pg'

export interface LetterChoice extends LetterTerms {
  /** Of the office whose letters they are. */
  readonly role: Role
  /** Null: of all states of which an office of the nation has said nothing else. */
  readonly state: string | null
  readonly author: string
  readonly at: Date
}

type Asked = Pick<Pool | PoolClient, 'query'>

const SELECT = 'select role, state, severity, rhythm, author, at from oversight.letter_choice_now'

/** Of all offices: at most one line for each and each state. */
export async function choicesNow(database: Asked): Promise<LetterChoice[]> {
  return (await database.query<LetterChoice>(SELECT)).rows
}

const KNOWN_AT = `select distinct on (role, state) role, state, severity, rhythm, author, at from oversight.letter_choice
  where at < $1 order by role, state, at desc, id desc`

/** The same as it was before an instant: what has been chosen since takes nothing of it away. */
export async function choicesBefore(database: Asked, at: Date): Promise<LetterChoice[]> {
  return (await database.query<LetterChoice>(KNOWN_AT, [at])).rows
}

/** Of one office; of those of states, the states given. Those of all states come first. */
export async function choicesOf(
  database: Asked,
  role: Role,
  states: readonly string[] | null,
): Promise<LetterChoice[]> {
  const { rows } = await database.query<LetterChoice>(
    `${SELECT} where role = $1 and ($2::char(2)[] is null or state = any ($2)) order by state nulls first`,
    [role, states],
  )
  return rows
}

export async function addChoice(
  client: PoolClient,
  { id, state, severity, rhythm, at }: LetterTerms & { id: string; state: string | null; at: Date },
  { sub, role, org }: Actor,
): Promise<void> {
  await client.query(
    `insert into oversight.letter_choice (id, role, state, severity, rhythm, author, author_office, at)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [id, role, state, severity, rhythm, sub, org, at],
  )
}
