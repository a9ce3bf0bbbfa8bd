/** Lists, for a person at a terminal, what a service took in and what it could not join. */
import type { Pool } from 'pg'
import { isBlind } from '../../seal/blind-index.ts'
import type { ServiceName } from '../../service.ts'
import { counted } from '../cells/counted.ts'
import { oneLine, sumOf } from './report.ts'

const AT_MOST = 200

const moreThanListed = (count: number) => `… y ${counted(count, 'más', 'más')}.`

type BatchListed = {
  id: string
  feed: string
  source: string
  state: string | null
  cutoff: string
  file: string
  rows: number
  accepted: number
  unchanged: number
  unmatched: number
  refused: number
  skipped: number
  isPreliminary: boolean
  isConfirmed: boolean
  withdrawn: string | null
}

/** The latest first: one line a file, one of what became of its rows. */
export async function listBatches(pool: Pool, service: ServiceName): Promise<string> {
  const { rows } = await pool.query<BatchListed & { all: number }>(
    `select count(*) over ()::int as all, id, feed, source, state, cutoff_on::text as cutoff, file_name as file, row_count as rows, accepted_count as accepted,
       unchanged_count as unchanged, unmatched_count as unmatched, refused_count as refused, skipped_count as skipped,
       is_preliminary as "isPreliminary", is_confirmed as "isConfirmed", withdrawn_reason as withdrawn
     from ${service}.batch order by taken_at desc, id desc limit ${AT_MOST}`,
  )
  if (rows.length === 0) return 'Todavía no se ha recibido ningún archivo.'
  const more = (rows[0]?.all ?? 0) - rows.length
  return [...rows.map(batchLine), ...(more > 0 ? [moreThanListed(more)] : [])].join('\n')
}

function batchLine(batch: BatchListed): string {
  const { id, feed, source, state, cutoff, file, withdrawn, isPreliminary, isConfirmed, accepted, ...counts } = batch
  const told = [isPreliminary ? 'preliminar' : 'definitivo', ...(isConfirmed ? ['confirmado'] : [])].join(', ')
  const status = withdrawn === null ? told : `retirado: ${withdrawn}`
  const sum = sumOf({ ...counts, recorded: accepted, corrected: 0 }).replace(/ nuevo(s?)/, ' escrito$1')
  const line = `${id}  ${feed}  ${source} ${state ?? 'nacional'}  corte ${cutoff}  ${file}  (${status})`
  return `${oneLine(line)}\n  ${sum}`
}

/** How many wait by feed and reason, then the rows themselves, the oldest first. */
export async function listUnmatched(pool: Pool, service: ServiceName): Promise<string> {
  const { rows: sums } = await pool.query<{ feed: string; reason: string; n: number }>(
    `select feed, reason, count(*)::int as n from ${service}.unmatched_row where matched_at is null
     group by feed, reason order by feed, n desc, reason`,
  )
  if (sums.length === 0) return 'Todos los renglones están unidos.'
  const { rows } = await pool.query<{ feed: string; file: string; line: number; keys: string[]; reason: string }>(
    `select u.feed, b.file_name as file, u.line, u.keys, u.reason
     from ${service}.unmatched_row u join ${service}.batch b on b.id = u.batch_id
     where u.matched_at is null order by u.recorded_at, u.batch_id, u.line limit ${AT_MOST}`,
  )
  const all = sums.reduce((sum, { n }) => sum + n, 0)
  return [
    ...sums.map(({ feed, reason, n }) => `${feed}: ${counted(n, 'renglón', 'renglones')} sin unir. ${reason}`),
    ...rows.map(
      ({ feed, file, line, keys, reason }) =>
        `${feed}  ${file}, renglón ${line}  ${keys.map(shownKey).join(' ')}  ${reason}`,
    ),
    ...(all > rows.length ? [moreThanListed(all - rows.length)] : []),
  ]
    .map(oneLine)
    .join('\n')
}

/** A number of the person is known here by its blind index alone, which tells nobody anything. */
function shownKey(key: string): string {
  const [type = '', value = ''] = key.split(':')
  return isBlind(value) ? type : key
}
