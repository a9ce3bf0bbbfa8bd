/** The temporary tables in which a file is staged, checked and joined before anything is written. */

import { MEXICO_TIME_ZONE } from '@vigia/law/states'
import type { PoolClient } from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import type { FeedLayout, Sender } from './feed.ts'

export type BatchRow = Sender & { id: string; feed: string; takenAt: Date }

/** The columns of the staging table, in the order of COPY. */
export function stagedColumns({ columns }: FeedLayout): { name: string; type: string }[] {
  return columns.flatMap(({ name, type, also = [] }) => [{ name, type }, ...also])
}

/** Staged and placed rows lie in one order, which the planner cannot know: a hash join is half the price of sorting both. */
const PLANNING = "set local enable_mergejoin = off; set local work_mem = '64MB'; set local jit = off"

/** From how many rows a pass over a whole table is cheaper than a look in its index for each. */
const MANY_ROWS = 1000

/** Makes the tables of one file. They go with the transaction. */
export async function createStaging(client: PoolClient, layout: FeedLayout, batch: BatchRow): Promise<void> {
  const staged = stagedColumns(layout).map(({ name, type }) => `${name} ${type}`)
  const placed = Object.entries(layout.placed).map(([name, type]) => `${name} ${type}`)
  const tables = {
    staged: ['line int not null', ...staged],
    waiting: ['line int not null', ...staged],
    placed: ['line int not null', 'known boolean not null', ...placed],
    refusal: ['line int not null', 'column_name text', 'value text', 'reason text not null'],
    touched: ['line int not null'],
    the_batch: [
      'id uuid, feed text, source text, state char(2), cutoff_on date, is_preliminary boolean, taken_at timestamptz',
    ],
  }
  const create = ([name, columns]: [string, string[]]) =>
    `create temporary table ${name} (${columns.join(', ')}) on commit drop`
  await client.query([PLANNING, ...Object.entries(tables).map(create)].join('; '))
  const { id, feed, source, state, cutoff, isPreliminary, takenAt } = batch
  await client.query('insert into the_batch values ($1, $2, $3, $4, $5, $6, $7)', [
    ...[id, feed, source, state, cutoff],
    ...[isPreliminary, takenAt],
  ])
}

/** Copies a chunk into the staging table. Times without a zone are read as the local time of the files. */
export async function stage(client: PoolClient, layout: FeedLayout, copy: string, rows: number): Promise<void> {
  // What the statistics say of a table that this very transaction fills is wrong; a nested loop over many rows would not end.
  const loops = rows > MANY_ROWS ? 'off' : 'on'
  await client.query(
    `truncate staged, placed, touched; set local time zone '${MEXICO_TIME_ZONE}'; set local enable_nestloop = ${loops}`,
  )
  const columns = ['line', ...stagedColumns(layout).map(({ name }) => name)]
  const stream = client.query(copyFrom(`copy staged (${columns.join(', ')}) from stdin`))
  await new Promise<void>((resolve, reject) => {
    stream.once('error', reject)
    stream.once('finish', resolve)
    stream.end(copy)
  })
  await client.query("set local time zone 'UTC'")
}
