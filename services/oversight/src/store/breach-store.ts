/** The log of breaches of the security of data: a page of it, one entry after the other, and how one is written. */
import type { Actor } from '@vigia/kit/actor'
import { sightOf } from '@vigia/kit/graph/in-sight'
import { keysetPage, type Page } from '@vigia/kit/graph/keyset'
import { isWithin, narrowed, type PageArgs } from '@vigia/kit/graph/page'
import type { Authority } from '@vigia/law/authorities'
import type { Pool, PoolClient } from 'pg'

/** FOUND: one was found. TOLD: those concerned were told. NONE: it was found to be none. */
export type BreachEntry = 'FOUND' | 'TOLD' | 'NONE'

export interface BreachRow {
  id: string
  authority: Authority
  states: string[]
  foundAt: Date
  words: string
  author: string
  at: Date
  toldAt: Date | null
  toldWords: string | null
  noneAt: Date | null
  noneWords: string | null
}

const SELECT = `select f.breach_id as id, f.authority, f.states::text[] as states, f.happened_at as "foundAt", f.words, f.author, f.at,
  t.happened_at as "toldAt", t.words as "toldWords", n.at as "noneAt", n.words as "noneWords"
  from oversight.breach_told f
  left join oversight.breach_told t on t.breach_id = f.breach_id and t.entry = 'TOLD'
  left join oversight.breach_told n on n.breach_id = f.breach_id and n.entry = 'NONE'`

/** Null, or empty, where anything will do. */
export interface BreachesWanted {
  state: string | null
  found: { from: Date; until: Date } | null
  authorities: readonly Authority[]
  isOwed: boolean | null
}

/** Nobody concerned was told, and it was not found to be none. */
const IS_OWED = '(t.id is null and n.id is null)'

/** Of the states that the actor oversees, the one written down last first. */
export function breachesPage(
  pool: Pool,
  wanted: BreachesWanted,
  actor: Actor,
  args: PageArgs,
): Promise<Page<BreachRow>> {
  const { state, found, authorities, isOwed } = wanted
  const sight = sightOf(actor)
  const order = [
    { column: 'f.at', cast: 'timestamptz', key: 'at' },
    { column: 'f.breach_id', cast: 'uuid', key: 'id' },
  ]
  const conditions = narrowed((mark) => [
    `f.entry = 'FOUND'`,
    sight.of !== 'ALL' && ('states' in sight ? `f.states && ${mark(sight.states)}::char(2)[]` : 'false'),
    state !== null && `f.states @> array[${mark(state)}]::char(2)[]`,
    isWithin('f.happened_at', found, mark),
    authorities.length > 0 && `f.authority = any (${mark(authorities)})`,
    isOwed !== null && (isOwed ? IS_OWED : `not ${IS_OWED}`),
  ])
  return keysetPage<BreachRow>({ pool, select: SELECT, ...conditions, order, descending: true }, args)
}

export async function breachById(database: Pick<Pool | PoolClient, 'query'>, id: string): Promise<BreachRow | null> {
  const { rows } = await database.query<BreachRow>(`${SELECT} where f.entry = 'FOUND' and f.breach_id = $1`, [id])
  return rows[0] ?? null
}

export type NewEntry = Pick<BreachRow, 'authority' | 'states' | 'words' | 'at'> & {
  id: string
  breachId: string
  entry: BreachEntry
  happenedAt: Date
}

/** False where the breach has such an entry already. */
export async function addBreachEntry(client: PoolClient, of: NewEntry, { sub, role, org }: Actor): Promise<boolean> {
  const { rowCount } = await client.query(
    `insert into oversight.breach_told (id, breach_id, entry, authority, states, happened_at, words, author, author_role, author_office, at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) on conflict (breach_id, entry) do nothing`,
    [of.id, of.breachId, of.entry, of.authority, of.states, of.happenedAt, of.words, sub, role, org, of.at],
  )
  return rowCount === 1
}
