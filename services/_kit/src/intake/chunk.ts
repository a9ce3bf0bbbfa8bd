/** Takes one staged chunk in: joins it, checks it, keeps what cannot be joined, writes the rest, set by set. */
import type { PoolClient } from 'pg'
import type { Feed, FeedLayout, Reject } from './feed.ts'
import { WHERE_SOME_ARE_KNOWN } from './sql.ts'
import { emptyStaging, sqlOf, stagedList } from './staging-tables.ts'

export type ChunkOutcome = {
  recorded: number
  corrected: number
  unchanged: number
  unmatched: number
  refusedRows: number
  rejects: Reject[]
  /** Rows that wait for their round. */
  postponed: number
}

export type ChunkTask = {
  client: PoolClient
  feed: Feed
  layout: FeedLayout
  /** False where the file will be refused anyway: rows are still checked, so that the sender learns of all. */
  write: boolean
}

const nothing = (): ChunkOutcome => ({
  recorded: 0,
  corrected: 0,
  unchanged: 0,
  unmatched: 0,
  refusedRows: 0,
  rejects: [],
  postponed: 0,
})

/** Expects staged rows, and the other tables of staging empty; leaves what it staged for the next truncation. */
export async function takeChunk(task: ChunkTask): Promise<ChunkOutcome> {
  const { client, layout } = task
  const outcome = nothing()
  // One round, as a rule. A second one when the file says something of one fact twice: the second word corrects the first.
  for (let isRound = true; isRound; isRound = outcome.postponed > 0 && (await nextRound(client, layout))) {
    outcome.postponed = 0
    const isNew = (await run(client, layout, layout.place)) === 0
    await refuse(task, outcome)
    await setUnmatchedApart(task, outcome)
    await postponeRepeated(client, layout, outcome)
    if (task.write) await write(client, layout, isNew ? layout.writes.filter(isForNewFacts) : layout.writes, outcome)
  }
  return outcome
}

/** Gives how many rows the statements touched. */
async function run(client: PoolClient, layout: FeedLayout, statements: readonly string[]): Promise<number> {
  let touched = 0
  for (const sql of statements) touched += (await client.query(sqlOf(layout, sql))).rowCount ?? 0
  return touched
}

const isForNewFacts = (sql: string) => !sql.startsWith(WHERE_SOME_ARE_KNOWN)

async function refuse({ client, layout }: ChunkTask, outcome: ChunkOutcome): Promise<void> {
  if (layout.checks.length === 0) return
  await run(client, layout, layout.checks)
  const { rows } = await client.query<Reject>(
    `delete from refusal returning line, coalesce(column_name, '') as column, coalesce(value, '') as value, reason`,
  )
  if (rows.length === 0) return
  rows.sort((one, other) => one.line - other.line)
  outcome.rejects.push(...rows)
  const lines = [...new Set(rows.map(({ line }) => line))]
  outcome.refusedRows += lines.length
  await client.query('delete from staged where line = any ($1)', [lines])
  if (!layout.inPlace) await client.query('delete from placed where line = any ($1)', [lines])
}

async function setUnmatchedApart({ client, feed, layout }: ChunkTask, outcome: ChunkOutcome): Promise<void> {
  if (!layout.unmatched) return
  const { where, keys, reason } = layout.unmatched
  const { rowCount } = await client.query(
    `insert into ${feed.service}.unmatched_row (batch_id, feed, line, raw, keys, reason)
     select b.id, b.feed, s.line, to_jsonb(s), ${keys}, ${reason}
     from staged s join placed p using (line), the_batch b where ${where}`,
  )
  if (!rowCount) return
  outcome.unmatched += rowCount
  await client.query(
    `with gone as (delete from placed p using staged s where s.line = p.line and (${where}) returning p.line)
     delete from staged s using gone where s.line = gone.line`,
  )
}

/** Of the rows that speak of one fact the first stays; the others wait for their round. */
async function postponeRepeated(client: PoolClient, layout: FeedLayout, outcome: ChunkOutcome): Promise<void> {
  if (layout.key.length === 0) return
  const key = layout.key.join(', ')
  const rows = sqlOf(layout, 'from placed p join staged s using (line)')
  const { rowCount } = await client.query(`select ${rows} group by ${key} having count(*) > 1 limit 1`)
  if (!rowCount) return
  const later = 'using numbered n where x.line = n.line and n.nth > 1'
  const moved = await client.query(
    `with numbered as (select s.line, row_number() over (partition by ${key} order by s.line) as nth ${rows}),
     ${layout.inPlace ? '' : `unplaced as (delete from placed x ${later}),`}
     moved as (delete from staged x ${later} returning x.*)
     insert into waiting select * from moved`,
  )
  outcome.postponed = moved.rowCount ?? 0
}

async function write(
  client: PoolClient,
  layout: FeedLayout,
  statements: readonly string[],
  outcome: ChunkOutcome,
): Promise<void> {
  await run(client, layout, statements)
  const { rows } = await client.query<{ recorded: number; corrected: number; known: number }>(
    `select count(*) filter (where not known)::int as recorded, count(*) filter (where known)::int as known,
       (select count(distinct line)::int from touched join placed using (line) where known) as corrected
     from placed`,
  )
  const { recorded = 0, corrected = 0, known = 0 } = rows[0] ?? {}
  outcome.recorded += recorded
  outcome.corrected += corrected
  outcome.unchanged += known - corrected
}

/** Stages the rows that wait; gives whether there are any. */
async function nextRound(client: PoolClient, layout: FeedLayout): Promise<boolean> {
  await client.query(emptyStaging(layout))
  const cells = stagedList(layout)
  const { rowCount } = await client.query(
    `with next as (delete from waiting returning *) insert into staged (${cells}) select ${cells} from next`,
  )
  return Boolean(rowCount)
}
