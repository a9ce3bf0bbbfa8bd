/** What INM answers by its own numbers: kept as it is written, and read by who oversees the states of its author. */
import type { Actor } from '@vigia/kit/actor'
import { sightOf } from '@vigia/kit/graph/in-sight'
import { keysetPage, type Page } from '@vigia/kit/graph/keyset'
import type { PageArgs } from '@vigia/kit/graph/page'
import type { Pool, PoolClient } from 'pg'

export interface NumberedAnswer {
  id: string
  number: string
  words: string
  author: string
  authorOffice: string | null
  at: Date
}

/** The latest first, of one number where one is given. */
export function answersPage(
  pool: Pool,
  number: string | null,
  actor: Actor,
  args: PageArgs,
): Promise<Page<NumberedAnswer>> {
  const values: unknown[] = []
  const mark = (value: unknown) => `$${values.push(value)}`
  const sight = sightOf(actor)
  const parts = number === null ? [] : [`n.number = ${mark(number)}`]
  if ('states' in sight) parts.push(`n.states && ${mark(sight.states)}::char(2)[]`)
  else if (sight.of !== 'ALL') parts.push('false')
  const select = `select n.id, n.number, n.words, n.author, n.author_office as "authorOffice", n.at from oversight.answer_by_number n`
  const order = [
    { column: 'n.at', cast: 'timestamptz', key: 'at' },
    { column: 'n.id', cast: 'uuid', key: 'id' },
  ]
  return keysetPage<NumberedAnswer>({ pool, select, where: parts.join(' and '), values, order, descending: true }, args)
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
}
