/** The temporary tables in which a file is staged, checked and joined before anything is written. */

import { createHash } from 'node:crypto'
import { MEXICO_TIME_ZONE } from '@vigia/law/states'
import type { PoolClient } from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { columnsOfSealed, type SealedCells } from '../../seal/row-sealer.ts'
import type { FeedLayout, Sender } from '../feed.ts'
import { forgetPlanned } from './kept-steps.ts'

export type BatchRow = Sender & { id: string; feed: string; takenAt: Date; isConfirmed: boolean }

type StagedColumn = { name: string; type: string }

/** The columns of the staging table, in the order of COPY. */
export function stagedColumns({ columns, derived, seals = [] }: FeedLayout): StagedColumn[] {
  const read = columns.flatMap(({ name, type, also = [], isSealed }) => (isSealed ? [] : [{ name, type }, ...also]))
  return [...read, ...(derived?.columns ?? []), ...sealedColumns(seals)]
}

/** Those of sealed cells, and of the key under which all of a row are sealed. */
export function sealedColumns(seals: readonly SealedCells[]): StagedColumn[] {
  if (seals.length === 0) return []
  const texts = seals.flatMap(columnsOfSealed).map((name) => ({ name, type: 'text' }))
  return [...texts, { name: 'data_key', type: 'uuid' }, { name: 'wrapped_key', type: 'text' }]
}

/** The same as a list for SQL, with the line first. */
export function stagedList(layout: FeedLayout): string {
  return ['line', ...stagedColumns(layout).map(({ name }) => name)].join(', ')
}

/** How the SQL of a feed reads joined rows, and how it does where they are placed in the staging table itself. */
const JOINED = /placed p join staged s using \(line\)|staged s join placed p using \(line\)/g

/** The feed's SQL as it runs for this layout. */
export function sqlOf({ inPlace, placed }: FeedLayout, sql: string): string {
  if (!inPlace) return sql
  const columns = ['known', ...Object.keys(placed)].map((name) => `s.${name}`)
  return sql.replace(JOINED, `staged s cross join lateral (select ${columns.join(', ')}) p`)
}

/** Staged and placed rows lie in one order, which the planner cannot know: a hash join is half the price of sorting both. */
const PLANNING = "set local enable_mergejoin = off; set local work_mem = '64MB'; set local jit = off"

/** From how many rows a pass over a whole table is cheaper than a look in its index for each. */
const MANY_ROWS = 1000

/** What is planned for the tables of a connection is planned for what the registry held then: so long may it serve. */
const KEPT_FOR_MS = 60_000

const MARK = { name: 'what-is-staged', text: "select current_setting('app.staged', true) as mark" }

/**
 * Makes the tables of one file. Their rows go with the transaction; they themselves stay for the next file of the same columns, since to make
 * them costs more than a small file. Where the transaction is taken back that made them, so is the mark by which they are known. A file behind the
 * wall has its own always: what it is asked, and how long that takes, hangs on no file of others before it.
 */
export async function createStaging(
  client: PoolClient,
  layout: FeedLayout,
  batch: BatchRow,
  { isWalled }: { isWalled: boolean },
): Promise<void> {
  const tables = tablesOf(layout)
  const mark = `${createHash('sha256').update(tables).digest('hex')} ${Math.floor(Date.now() / KEPT_FOR_MS)}`
  const { rows } = await client.query<{ mark: string | null }>(MARK)
  if (rows[0]?.mark === mark && !isWalled) await client.query(PLANNING)
  else {
    if (!isWalled) await forgetPlanned(client)
    const marked = `select set_config('app.staged', '${isWalled ? '' : mark}', false)`
    await client.query(`${PLANNING}; discard temp; ${tables}; ${marked}`)
  }
  const { id, feed, source, state, cutoff, isPreliminary, isConfirmed, takenAt } = batch
  await client.query('insert into the_batch values ($1, $2, $3, $4, $5, $6, $7, $8)', [
    ...[id, feed, source, state, cutoff],
    ...[isPreliminary, isConfirmed, takenAt],
  ])
}

/** The SQL that makes them. */
function tablesOf(layout: FeedLayout): string {
  const cells = ['line int not null', ...stagedColumns(layout).map(({ name, type }) => `${name} ${type}`)]
  const places = Object.entries(layout.placed).map(([name, type]) => `${name} ${type}`)
  const staged = layout.inPlace ? [...cells, 'known boolean not null default false', ...places] : cells
  const tables = {
    staged,
    waiting: staged,
    ...(layout.inPlace ? {} : { placed: ['line int not null', 'known boolean not null', ...places] }),
    refusal: ['line int not null', 'column_name text', 'value text', 'reason text not null'],
    touched: ['line int not null'],
    late: ['line int not null', 'is_told boolean not null'],
    the_batch: [
      'id uuid, feed text, source text, state char(2), cutoff_on date, is_preliminary boolean, is_confirmed boolean, taken_at timestamptz',
    ],
  }
  const view = `create temporary view placed as select line, known, ${Object.keys(layout.placed).join(', ')} from staged`
  const create = ([name, columns]: [string, string[]]) =>
    `create temporary table ${name} (${columns.join(', ')}) on commit delete rows`
  return [...Object.entries(tables).map(create), ...(layout.inPlace ? [view] : [])].join('; ')
}

/** Empties the tables of a chunk or a round. To cut off a table costs more than to take a few rows out of it, and takes the plans with it. */
export function emptyStaging({ inPlace }: FeedLayout, areFew = false): string {
  const tables = ['staged', ...(inPlace ? [] : ['placed']), 'touched', 'late']
  return areFew ? tables.map((table) => `delete from ${table}`).join('; ') : `truncate ${tables.join(', ')}`
}

/** Instants have their zone once they are staged. */
export const AS_STAGED = "set local time zone 'UTC'"

export type Staged = {
  /** Columns of a line after its number. */
  columns: readonly string[]
  copy: string
  rows: number
  /** Whether none of the file was staged before. */
  isFirst: boolean
}

/** Copies a chunk into the staging table. Times without a zone are read as the local time of the files, until AS_STAGED. */
export async function stage(client: PoolClient, layout: FeedLayout, chunk: Staged): Promise<void> {
  const { columns, copy, rows, isFirst } = chunk
  // What the statistics say of a table that this very transaction fills is wrong; a nested loop over many rows would not end.
  const loops = rows > MANY_ROWS ? 'off' : 'on'
  const empty = isFirst ? '' : `${emptyStaging(layout)}; `
  await client.query(`${empty}set local time zone '${MEXICO_TIME_ZONE}'; set local enable_nestloop = ${loops}`)
  const stream = client.query(copyFrom(`copy staged (${['line', ...columns].join(', ')}) from stdin`))
  await new Promise<void>((resolve, reject) => {
    stream.once('error', reject)
    stream.once('finish', resolve)
    stream.end(copy)
  })
}
