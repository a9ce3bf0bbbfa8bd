/** Takes one file in: one transaction, all of it or, where the sender asks so, its good rows; every other row accounted for. */
import { createHash } from 'node:crypto'
import { basename } from 'node:path'
import type { Pool, PoolClient } from 'pg'
import { recordRefusal, recordReported, recordWrite } from '../audit/record-write.ts'
import { forgetKeys } from '../seal/keys.ts'
import {
  findingsOf,
  isToldAnew,
  isTriedAgain,
  recordBatch,
  refuseAsOfAnother,
  reportedBy,
  saidAgain,
  sameFile,
  stillSo,
} from './batch.ts'
import { isBehindWall } from './behind-the-wall.ts'
import { BeyondCutoff } from './cells/beyond-cutoff.ts'
import { localNow } from './cells/reading.ts'
import { type ChunkOutcome, takeChunk } from './chunk.ts'
import { conflictsOf, InConflict, withoutRows } from './conflicts.ts'
import type { Counts, Feed, FeedLayout, Sender, Taken } from './feed.ts'
import { defectsOf, noticeOf } from './files/defects.ts'
import { asRefusal, FileRefused } from './files/file-refused.ts'
import { openTable, type Table, tableOfRows } from './files/rows.ts'
import { skippedCount } from './files/skipped.ts'
import { noticesOf } from './files/table-notices.ts'
import { isToldOfLater } from './known/late.ts'
import { toldNoMore } from './known/told-no-more.ts'
import { idOfBatch } from './new-id.ts'
import { isOfOneState } from './of-one-state.ts'
import { chunksOf, copiedColumns } from './parse.ts'
import { PRESUMED_NEW_FROM } from './presume-new.ts'
import { REJECTS, RejectWriter } from './reject-writer.ts'
import { SetApart } from './set-apart.ts'
import { isFew } from './staging/kept-steps.ts'
import { type BatchRow, createStaging, stage } from './staging/tables.ts'

/** A file, or rows that never were one: the first holds the titles. */
export type Input = { path: string } | { rows: string[][]; name: string }

export type TakeInOptions = Sender & {
  /** Says what would happen and writes nothing. */
  dryRun?: boolean
  /** Takes the good rows in though others are refused. */
  acceptGood?: boolean
  /** Where rejects are told; by default beside the file. */
  rejectPath?: string
  onProgress?: (progress: Progress) => void
  /** Who takes it in, for the audit; the intake itself where nobody is named. */
  by?: string
  now: Date
}

export type Progress = { rows: number; bytesRead: number; bytes: number }

const noCounts = (): Counts => ({
  rows: 0,
  recorded: 0,
  corrected: 0,
  unchanged: 0,
  refused: 0,
  unmatched: 0,
  skipped: 0,
})

/** Never throws for what a sender did wrong: the outcome tells it, and nothing was written. */
export async function takeIn(pool: Pool, feed: Feed, input: Input, options: TakeInOptions): Promise<Taken> {
  try {
    return await tryToTakeIn(pool, feed, input, options)
  } catch (error) {
    if (!(error instanceof InConflict)) throw error
    return takeIn(pool, withoutRows(feed, error.rows), input, options)
  }
}

async function tryToTakeIn(pool: Pool, feed: Feed, input: Input, options: TakeInOptions): Promise<Taken> {
  const reported: string[] = []
  const rejects = new RejectWriter(options.rejectPath ?? ('path' in input ? input.path + REJECTS : null))
  try {
    if (isOfOneState(feed, options) && !options.state)
      throw new FileRefused('Falta decir de qué entidad es el archivo (--state NN).')
    const taken = await takeTable(pool, feed, await open(input, feed), { input, options, rejects, reported })
    if (rejects.isForeign) await recordRefusal(pool, feed, options)
    return { ...taken, isBehindWall: isBehindWall(feed, options) }
  } catch (thrown) {
    const error = asRefusal(thrown, 'path' in input ? input.path : null)
    if (!(error instanceof FileRefused)) throw error
    const { line, column, value, message: reason } = error
    rejects.add([{ line, column, value, reason }])
    return { ...outcomeOf('REFUSED', null, noCounts(), rejects), code: error.code }
  } finally {
    rejects.close()
    if (reported.length > 0) await recordReported(pool, feed, options, reported)
  }
}

type Attempt = { input: Input; options: TakeInOptions; rejects: RejectWriter; reported: string[] }

function open(input: Input, { layouts }: Feed): Promise<Table> {
  if ('path' in input) return openTable(input.path, layouts)
  return tableOfRows(input.rows, layouts, createHash('sha256').update(JSON.stringify(input.rows)).digest('hex'))
}

async function takeTable(pool: Pool, feed: Feed, table: Table, attempt: Attempt): Promise<Taken> {
  const client = await pool.connect()
  try {
    await client.query('begin')
    const taken = await takeInTransaction(client, feed, table, attempt)
    await client.query(taken.outcome === 'TAKEN' ? 'commit' : 'rollback')
    return taken
  } catch (error) {
    await client.query('rollback').catch(() => undefined)
    throw error
  } finally {
    client.release()
  }
}

async function takeInTransaction(client: PoolClient, feed: Feed, table: Table, attempt: Attempt): Promise<Taken> {
  const { options, rejects } = attempt
  // One file of a service after the other: the second sees what the first wrote.
  await client.query('select pg_advisory_xact_lock(hashtext($1))', [`vigia.intake.${feed.service}`])
  forgetKeys() // They may have been turned since the last file; nobody turns them while this one is read.
  const earlier = await sameFile(client, feed, table.sha256, options)
  if (earlier) refuseAsOfAnother(feed, earlier, options)
  if (earlier && !isToldAnew(earlier) && !isTriedAgain(earlier, options))
    return outcomeOf('ALREADY_TAKEN', earlier.id, noCounts(), rejects, stillSo(earlier, options))
  rejects.clear()

  const layout = layoutOf(feed, table)
  const { source, state, cutoff, isPreliminary, isConfirmed = false, now } = options
  const sender = { source, state, cutoff, isPreliminary, isConfirmed }
  const batch: BatchRow = { id: idOfBatch(), feed: feed.name, ...sender, takenAt: now }
  const isWalled = isBehindWall(feed, sender)
  await createStaging(client, layout, batch, { isWalled })
  const mayBeLate = isWalled || (await isToldOfLater(client, feed, batch))
  const { counts, told } = await takeRows(client, feed, layout, table, { ...attempt, cutoff, isWalled, mayBeLate })

  const defects = defectsOf(table)
  const where = counts.refused > 0 && table.breaks.inside > 0 ? [LINES_AND_ROWS] : []
  const again = earlier && isToldAnew(earlier) ? [saidAgain(earlier)] : []
  const notices = [...again, ...defects.map(noticeOf), ...noticesOf(table), ...where, ...told]
  if (isRefused(counts, options)) return outcomeOf('REFUSED', null, counts, rejects, notices)
  if (!options.dryRun) attempt.reported.push(...(await reportedBy(client, feed, batch.id)))
  // Who fills a place others have told. A stay there is taken in, so that the crowd is seen.
  const conflicts = isWalled ? [] : await conflictsOf(client, feed, batch)
  if (conflicts.length > 0) {
    if (options.acceptGood) throw new InConflict(conflicts)
    rejects.add(conflicts)
    const without = { recorded: counts.recorded - conflicts.length, refused: counts.refused + conflicts.length }
    return outcomeOf('REFUSED', null, { ...counts, ...without }, rejects, notices)
  }
  const findings = await findingsOf(client, feed, batch.id, defects)
  if (!isWalled) notices.push(...findings, ...(await toldNoMore(client, feed, batch.id)))
  const besides = isWalled ? findings : []
  if (options.dryRun) return { ...outcomeOf('DRY_RUN', null, counts, rejects, notices), besides }
  await recordBatch(client, feed, batch, counts, { sha256: table.sha256, fileName: nameOf(attempt.input) })
  await recordWrite(client, feed, batch, { by: options.by, records: counts.rows })
  return { ...outcomeOf('TAKEN', batch.id, counts, rejects, notices), besides }
}

/** Where no row is good its sender has told nothing: his days are not known to be without any. */
const isRefused = ({ rows, refused }: Counts, { acceptGood }: TakeInOptions): boolean =>
  refused > 0 && (acceptGood !== true || refused === rows)

type Rows = Attempt & { cutoff: string | null; isWalled: boolean; mayBeLate: boolean }

/** With what the sender is told of them. */
async function takeRows(client: PoolClient, feed: Feed, layout: FeedLayout, table: Table, rows: Rows) {
  const [setApart, beyond] = [new SetApart(), new BeyondCutoff(layout, rows.cutoff)]
  const counts = await takeChunks(client, feed, layout, table, { ...rows, setApart, beyond })
  counts.skipped = skippedCount(table.skipped)
  return { counts, told: [...beyond.notices(), ...(rows.isWalled ? [] : setApart.notices())] }
}

/** A large file fills tables that the planner believes empty: it is told better, a few times. */
const ANALYSE_BEFORE_CHUNKS = new Set([2, 4, 14])

/** While PostgreSQL joins and writes one chunk, the next is read; while one is copied nothing is, for copying wants an open ear. */
async function takeChunks(
  client: PoolClient,
  feed: Feed,
  layout: FeedLayout,
  table: Table,
  { options, rejects, isWalled, mayBeLate, setApart, beyond }: Rows & { setApart: SetApart; beyond: BeyondCutoff },
): Promise<Counts> {
  const counts = noCounts()
  let chunks = 0
  let mayBeNew = true // Until a row is known: a file that tells again what was told mostly does so throughout.
  let underWay: Promise<void> = Promise.resolve()
  const columns = copiedColumns(layout, table)
  for await (const chunk of chunksOf(table, layout, localNow(options.now))) {
    await underWay
    counts.rows += chunk.rows
    counts.refused += chunk.refusedRows
    rejects.add(chunk.rejects)
    if (chunk.copy === '') continue
    if (ANALYSE_BEFORE_CHUNKS.has(++chunks)) await client.query('select outbox.analyze_facts($1)', [feed.service])
    await stage(client, layout, { columns, copy: chunk.copy, rows: chunk.rows, isFirst: chunks === 1 })
    await beyond.look(client)
    const write = counts.refused === 0 || options.acceptGood === true
    const presumedNew = write && mayBeNew && chunk.rows >= PRESUMED_NEW_FROM
    const traits = { ...chunk.traits, mayBeLate, presumedNew }
    const task = { client, feed, layout, write, traits, isBehindWall: isWalled }
    underWay = takeChunk({ ...task, areFew: !isWalled && isFew(chunk.rows) }).then((done) => {
      mayBeNew &&= !done.presumedWrongly
      rejects.add(chunk.sent.told(done.rejects))
      addTo(counts, done)
      setApart.add(done.unmatched)
      setApart.addLate(done.late)
      options.onProgress?.({ rows: counts.rows, bytesRead: chunk.bytesRead, bytes: table.bytes })
    })
    underWay.catch(() => undefined) // Awaited above or below; until then it may fail unseen.
  }
  await underWay
  if (chunks > 1) await client.query('select outbox.summarize_facts($1)', [feed.service])
  return counts
}

function addTo(counts: Counts, done: ChunkOutcome): void {
  counts.refused += done.refusedRows
  counts.recorded += done.recorded
  counts.corrected += done.corrected
  counts.unchanged += done.unchanged
  counts.unmatched += done.unmatched.length
}

function layoutOf({ layouts }: Feed, { layout: { name } }: Table): FeedLayout {
  const layout = layouts.find((one) => one.name === name)
  if (!layout) throw new Error(`No layout is called ${name}`)
  return layout
}

const LINES_AND_ROWS =
  'Hay celdas con saltos de renglón, y cada salto cuenta como renglón: en la hoja de cálculo, los rechazados están más arriba.'

const nameOf = (input: Input) => ('path' in input ? basename(input.path) : input.name)

function outcomeOf(
  outcome: Taken['outcome'],
  batchId: string | null,
  counts: Counts,
  rejects: RejectWriter,
  notices: readonly string[] = [],
): Taken {
  const told = { rejects: rejects.path, firstRejects: rejects.first, notices, besides: [], code: null }
  return { outcome, batchId, counts, ...told, isBehindWall: false }
}
