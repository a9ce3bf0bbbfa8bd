/** The row that a file leaves: who sent it, what became of its rows, and whether it was taken in before. */
import { localDateOf } from '@vigia/law/mexican-time'
import type { PoolClient } from 'pg'
import { isBehindWall } from './behind-the-wall.ts'
import type { Counts, Feed, Sender } from './feed.ts'
import type { Defect } from './files/defects.ts'
import { FileRefused } from './files/file-refused.ts'
import type { BatchRow } from './staging/tables.ts'

/** A batch of this very file that still counts. */
export type Earlier = Pick<Sender, 'source' | 'state' | 'cutoff'> & {
  id: string
  /** How many of its rows no batch of it has taken in. */
  refused: number
  isConfirmed: boolean
  /** Whether it was told of this day or a later one, and as no more preliminary than now. */
  isToldUntilThen: boolean
}

/**
 * Of the batches of this very file the one that took most of it in; of several that of this day, or of the latest. A file of which nothing was
 * taken in is the same in the hands of everybody: it is the same file where the same sender sends it, and one without rows where he tells of the same day. What others have
 * sent is never that of an authority that enforces migration law (behind-the-wall.ts).
 */
export async function sameFile(
  client: PoolClient,
  feed: Feed,
  sha256: string,
  sender: Sender,
): Promise<Earlier | null> {
  const { rows } = await client.query<Earlier>(
    `select id, source, state, cutoff_on::text as cutoff, refused_count as refused, bool_or(is_confirmed) over () as "isConfirmed",
       bool_or((source, state) is not distinct from ($3, $4) and ($5::date is null or cutoff_on >= $5::date)
         and (not is_preliminary or $7)) over () as "isToldUntilThen"
     from ${feed.service}.batch where feed = $1 and sha256 = $2 and withdrawn_at is null
       and (row_count > refused_count or (source, state) is not distinct from ($3, $4))
       and (row_count > 0 or cutoff_on is not distinct from $5::date) and (not $6 or source = $3)
     order by refused_count, (source, state) is not distinct from ($3, $4) desc, cutoff_on is not distinct from $5::date desc,
       cutoff_on desc, taken_at limit 1`,
    [feed.name, sha256, sender.source, sender.state, sender.cutoff, isBehindWall(feed, sender), sender.isPreliminary],
  )
  return rows[0] ?? null
}

/** Taken in as of whom it is not: it goes on counting as that until somebody withdraws it, and nobody but its sender knows. */
export function refuseAsOfAnother({ service }: Feed, { id, ...earlier }: Earlier, { source, state }: Sender): void {
  if (earlier.source === source && earlier.state === state) return
  const whose = earlier.state === null ? earlier.source : `${earlier.source}, entidad ${earlier.state}`
  throw new FileRefused(
    `Este archivo ya se recibió como de ${whose} (lote ${id}), y así cuenta. Si era otro su remitente u otra su entidad, retire antes ese lote (npm run intake -- withdraw ${service} ${id} --reason "…") y envíelo otra vez.`,
  )
}

/**
 * Whether a file is taken in again for the rows that were refused: what stood against them may be gone, or their sender stands by them now.
 * With `--accept-good` alone it is not: what is sent so is sent again by programs that were cut short.
 */
export const isTriedAgain = (
  { refused, isConfirmed }: Earlier,
  now: { acceptGood?: boolean; isConfirmed?: boolean },
): boolean => refused > 0 && (!now.acceptGood || (now.isConfirmed === true && !isConfirmed))

/**
 * A list without changes, sent of a newer day or as the definitive one, is a word of its own: its sender has told until then, and what it says
 * again is of that day. It is taken in as any other file, and changes no row.
 */
export const isToldAnew = ({ isToldUntilThen }: Earlier): boolean => !isToldUntilThen

/** What is told where it is: an old file may have been taken for the new one. */
export const saidAgain = ({ id, cutoff }: Earlier): string =>
  `Dice lo mismo que el lote ${id} (corte ${cutoff}), y se recibe como dicho otra vez. Si tomó por error el archivo anterior, retire este lote.`

/** What is told where it is not. */
export function stillSo(earlier: Earlier, { cutoff }: Sender): string[] {
  const notices = []
  if (cutoff !== null && cutoff !== earlier.cutoff)
    notices.push(
      `Se recibió con corte ${earlier.cutoff}, y así cuenta, no con corte ${cutoff}. Si aquel era el equivocado, retire antes ese lote y envíelo otra vez.`,
    )
  if (earlier.refused > 0) notices.push(stillRefused(earlier.refused))
  return notices
}

function stillRefused(refused: number): string {
  const what =
    refused === 1 ? 'Un renglón suyo se rechazó y sigue' : `${refused} renglones suyos se rechazaron y siguen`
  return `${what} sin recibirse. Para intentarlo otra vez, envíe el archivo sin --accept-good, o con --confirm si están en CONFLICTO; o aparte, corregidos.`
}

/** Writes the row of a batch; its event comes of a trigger. */
export async function recordBatch(
  client: PoolClient,
  feed: Feed,
  batch: BatchRow,
  counts: Counts,
  file: { sha256: string; fileName: string },
): Promise<void> {
  await client.query(
    `insert into ${feed.service}.batch (id, feed, source, state, cutoff_on, is_preliminary, is_confirmed, file_name, sha256, row_count,
       accepted_count, refused_count, unmatched_count, unchanged_count, skipped_count, taken_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)`,
    [
      ...[batch.id, batch.feed, batch.source, batch.state, batch.cutoff ?? (await toldUntil(client, feed, batch))],
      ...[batch.isPreliminary, batch.isConfirmed, file.fileName, file.sha256],
      ...[counts.rows, counts.recorded + counts.corrected, counts.refused, counts.unmatched, counts.unchanged],
      ...[counts.skipped, batch.takenAt],
    ],
  )
}

/** The last day its rows tell of; the day it was taken in where they tell of none. */
async function toldUntil(client: PoolClient, { usually }: Feed, { id, takenAt }: BatchRow): Promise<string> {
  const { rows } = usually ? await client.query<{ until: string | null }>(usually.until, [id]) : { rows: [] }
  return rows[0]?.until ?? localDateOf(takenAt)
}

/** Of whom it tells what their overseers must know at once; by these lines where some are given. */
export async function reportedBy(
  client: PoolClient,
  { reported }: Feed,
  batchId: string,
  lines: readonly number[] | null = null,
): Promise<string[]> {
  if (!reported) return []
  const { rows } = await client.query<{ child_id: string }>(reported, [batchId, lines])
  return rows.map(({ child_id }) => child_id)
}

/** What the feed found wrong in what it wrote; what is amiss with the table itself it keeps beside that. */
export async function findingsOf(
  client: PoolClient,
  { findings, keepsDefect }: Feed,
  batchId: string,
  defects: readonly Defect[],
): Promise<string[]> {
  if (!findings) return []
  const { rows } = await client.query<{ notice: string }>(findings, [batchId])
  if (keepsDefect) {
    for (const { rule, rows: count, lines, action } of defects)
      await client.query(keepsDefect, [batchId, rule, count, lines, action])
  }
  return rows.map(({ notice }) => notice)
}
