/** Takes one staged chunk in: joins it, checks it, keeps what cannot be joined, writes the rest, set by set. */
import type { PoolClient, QueryResult } from 'pg'
import { keepSpokenAgainst, ofRowsAlone, overruled } from './behind-the-wall.ts'
import type { Feed, FeedLayout, Reject } from './feed.ts'
import { keepSealed } from './known/keep-sealed.ts'
import { JoinedAfterAll, mayAllBeNew, presumingNew } from './presume-new.ts'
import { inOneGo } from './staging/kept-steps.ts'
import { AS_STAGED, emptyStaging, sqlOf, stagedList } from './staging/tables.ts'
import { ANYTHING, type ChunkTraits, sqlOfSteps } from './step.ts'

export type ChunkOutcome = {
  recorded: number
  corrected: number
  unchanged: number
  /** Lines of rows that say otherwise than a later file did. */
  late: readonly number[]
  /** Rows that were set apart, and why. */
  unmatched: { line: number; reason: string }[]
  refusedRows: number
  rejects: Reject[]
  /** Rows that wait for their round. */
  postponed: number
  /** Whether its rows were taken for new and were not. */
  presumedWrongly: boolean
}

export type ChunkTask = {
  client: PoolClient
  feed: Feed
  layout: FeedLayout
  /** False where the file will be refused anyway: rows are still checked, so that the sender learns of all. */
  write: boolean
  /** True where the rows were kept before: what still cannot be joined is told, and not kept again. */
  areKept?: boolean
  /** True where its sender is told of nothing that others recorded. */
  isBehindWall?: boolean
  /** What the chunk is known to hold; by default anything. */
  traits?: ChunkTraits
  /** Whether its rows are so few that the next such chunk may be asked by the same plans. */
  areFew: boolean
}

const nothing = (): ChunkOutcome => ({
  recorded: 0,
  corrected: 0,
  unchanged: 0,
  late: [],
  unmatched: [],
  refusedRows: 0,
  rejects: [],
  postponed: 0,
  presumedWrongly: false,
})

/** Expects staged rows, and the other tables of staging empty; leaves what it staged for the next truncation. */
export function takeChunk(task: ChunkTask): Promise<ChunkOutcome> {
  const { client, layout, traits = ANYTHING } = task
  if (!mayAllBeNew(layout, traits)) return takeRounds({ ...task, traits: { ...traits, presumedNew: false } })
  return presumingNew(client, layout, {
    asNew: () => takeRounds(task),
    asAny: async () => {
      const outcome = await takeRounds({ ...task, traits: { ...traits, presumedNew: false } })
      return { ...outcome, presumedWrongly: true }
    },
  })
}

async function takeRounds(task: ChunkTask): Promise<ChunkOutcome> {
  const { client, layout } = task
  const outcome = nothing()
  let traits = task.traits ?? ANYTHING
  // One round, as a rule. A second one when the file says something of one fact twice: the second word corrects the first.
  for (let isRound = true; isRound; isRound = outcome.postponed > 0 && (await nextRound(task))) {
    outcome.postponed = 0
    const alone = task.isBehindWall ? ofRowsAlone(layout.checks, traits) : []
    await refuse(task, outcome, alone)
    const joins = await place(task, traits)
    const checks = sqlOfSteps(layout.checks, { ...traits, joins }).filter((sql) => !alone.includes(sql))
    if (task.isBehindWall) await setSpokenAgainstApart(task, outcome, { checks, joins })
    else await refuse(task, outcome, checks)
    if (!layout.inPlace || joins) await setUnmatchedApart(task, outcome)
    if (mayRepeatKey(layout, traits)) await postponeRepeated(client, layout, outcome)
    // Of a file that will be refused nothing is written: waiting would not end sooner.
    if (task.write) await postponeWaiting(client, layout, sqlOfSteps(layout.waits ?? [], { ...traits, joins }), outcome)
    const writes = sqlOfSteps(layout.writes, { ...traits, joins })
    if (task.write && joins) await keepSealed(client, layout)
    if (task.write) await write(task, [...writes, layout.inPlace && !joins ? ALL_ARE_NEW : COUNTS], outcome)
    traits = ANYTHING
  }
  return outcome
}

const ask = ({ client, layout, areFew }: ChunkTask, statements: readonly string[]): Promise<QueryResult[]> =>
  inOneGo(
    client,
    statements.map((sql) => sqlOf(layout, sql)),
    areFew,
  )

/** Gives how many rows the statements touched. */
async function run(task: ChunkTask, statements: readonly string[]): Promise<number> {
  return (await ask(task, statements)).reduce((sum, { rowCount }) => sum + (rowCount ?? 0), 0)
}

/**
 * Gives whether a row was joined to something that is known; where none was, nothing that looks at known ones is asked. Behind the wall all
 * is asked always, so that the database has the same to do whatever others have recorded.
 */
async function place(task: ChunkTask, traits: ChunkTraits): Promise<boolean> {
  const { layout, isBehindWall } = task
  const first = sqlOfSteps(layout.place, { ...traits, joins: false })
  const isJoined = (await run(task, [AS_STAGED, ...first])) > 0
  if (isJoined && traits.presumedNew) throw new JoinedAfterAll()
  const joins = isJoined || (isBehindWall === true && !traits.presumedNew)
  const then = sqlOfSteps(layout.place, { ...traits, joins }).filter((sql) => !first.includes(sql))
  await run(task, then)
  return joins
}

/** A key that is one column, by which rows are identified, was looked at when the rows were read. */
function mayRepeatKey({ key, columns }: FeedLayout, { repeats }: ChunkTraits): boolean {
  const column = columns.find(({ name }) => key.length === 1 && key[0] === `s.${name}`)
  return key.length > 0 && (!column?.identifies || repeats(column.name))
}

const REFUSED = `delete from refusal returning line, coalesce(column_name, '') as column, coalesce(value, '') as value, reason`

/** What the checks say against rows, in the order of their lines. */
async function spokenAgainst(task: ChunkTask, checks: readonly string[]): Promise<Reject[]> {
  if (checks.length === 0) return []
  const rows: Reject[] = (await ask(task, [AS_STAGED, ...checks, REFUSED])).at(-1)?.rows ?? []
  return rows.sort((one, other) => one.line - other.line)
}

const linesOf = (rejects: readonly Reject[]): number[] => [...new Set(rejects.map(({ line }) => line))]

async function refuse(task: ChunkTask, outcome: ChunkOutcome, checks: readonly string[]): Promise<void> {
  const rejects = await spokenAgainst(task, checks)
  if (rejects.length === 0) return
  outcome.rejects.push(...rejects)
  const lines = linesOf(rejects)
  outcome.refusedRows += lines.length
  await forget(task.client, task.layout, lines)
}

type Joined = { checks: readonly string[]; joins: boolean }

async function setSpokenAgainstApart(task: ChunkTask, outcome: ChunkOutcome, { checks, joins }: Joined): Promise<void> {
  const { client, feed, layout, areKept } = task
  const checked = await spokenAgainst(task, checks)
  // Nothing hangs on whether there are any: nobody learns it by the time that it takes.
  const rejects = joins ? [...checked, ...(await overruled(client, feed, layout))] : checked
  if (!areKept) await keepSpokenAgainst(client, feed, layout, rejects)
  const lines = linesOf(rejects)
  outcome.unmatched.push(...lines.map((line) => ({ line, reason: reasonsOf(rejects, line) })))
  await forget(client, layout, lines)
}

const reasonsOf = (rejects: readonly Reject[], line: number): string =>
  rejects.flatMap((one) => (one.line === line ? one.reason : [])).join(' ')

async function setUnmatchedApart(
  { client, feed, layout, areKept, isBehindWall }: ChunkTask,
  outcome: ChunkOutcome,
): Promise<void> {
  if (!layout.unmatched) return
  const { where, keys, reason } = layout.unmatched
  const unjoined = `${sqlOf(layout, 'from staged s join placed p using (line)')}, the_batch b where ${where}`
  const { rows } = await client.query<{ line: number; reason: string }>(
    areKept
      ? `select s.line, ${reason} as reason ${unjoined}`
      : `insert into ${feed.service}.unmatched_row (batch_id, feed, line, raw, keys, reason)
         select b.id, b.feed, s.line, to_jsonb(s), ${keys}, ${reason} ${unjoined} returning line, reason`,
  )
  if (rows.length === 0 && !isBehindWall) return
  outcome.unmatched.push(...rows)
  const lines = rows.map(({ line }) => line)
  await forget(client, layout, lines)
}

async function forget(client: PoolClient, { inPlace }: FeedLayout, lines: readonly number[]): Promise<void> {
  await client.query('delete from staged where line = any ($1)', [lines])
  if (!inPlace) await client.query('delete from placed where line = any ($1)', [lines])
}

/** Of the rows that speak of one fact the first stays; the others wait for their round. */
async function postponeRepeated(client: PoolClient, layout: FeedLayout, outcome: ChunkOutcome): Promise<void> {
  const key = layout.key.join(', ')
  const rows = sqlOf(layout, 'from placed p join staged s using (line)')
  const { rowCount } = await client.query(`select ${rows} group by ${key} having count(*) > 1 limit 1`)
  if (!rowCount) return
  const later = `select line from (select s.line, row_number() over (partition by ${key} order by s.line) as nth ${rows}) n
    where nth > 1`
  outcome.postponed += await postpone(client, layout, later)
}

async function postponeWaiting(
  client: PoolClient,
  layout: FeedLayout,
  waits: readonly string[],
  outcome: ChunkOutcome,
): Promise<void> {
  for (const lines of waits) outcome.postponed += await postpone(client, layout, sqlOf(layout, lines))
}

/** Gives how many rows now wait for their round. */
async function postpone(client: PoolClient, layout: FeedLayout, lines: string): Promise<number> {
  const later = 'using later n where x.line = n.line'
  const { rowCount } = await client.query(
    `with later as (${lines}),
     ${layout.inPlace ? '' : `unplaced as (delete from placed x ${later}),`}
     moved as (delete from staged x ${later} returning x.*)
     insert into waiting select * from moved`,
  )
  return rowCount ?? 0
}

type Written = { recorded: number; corrected: number; known: number; late: readonly number[] | null }

const NOTHING_WRITTEN: Written = { recorded: 0, corrected: 0, known: 0, late: null }

const COUNTS = `
  select count(*) filter (where not known)::int as recorded, count(*) filter (where known)::int as known,
    (select count(distinct line)::int from touched join placed using (line) where known) as corrected,
    (select array_agg(distinct line) from late where is_told) as late
  from placed`

const ALL_ARE_NEW = 'select count(*)::int as recorded, 0 as known, 0 as corrected, null as late from staged'

/** The last statement counts what was written. */
async function write(task: ChunkTask, statements: readonly string[], outcome: ChunkOutcome): Promise<void> {
  const results = await ask(task, statements)
  const { recorded, corrected, known, late }: Written = results.at(-1)?.rows[0] ?? NOTHING_WRITTEN
  outcome.recorded += recorded
  outcome.corrected += corrected
  if (late) outcome.late = [...outcome.late, ...late]
  outcome.unchanged += known - corrected
}

/** Stages the rows that wait; gives whether there are any. */
async function nextRound({ client, layout, areFew }: ChunkTask): Promise<boolean> {
  await client.query(emptyStaging(layout, areFew))
  const cells = stagedList(layout)
  const { rowCount } = await client.query(
    `with next as (delete from waiting returning *) insert into staged (${cells}) select ${cells} from next`,
  )
  return Boolean(rowCount)
}
