/** Lists, for a person at a terminal, what a service took in and what it could not join. */
import type { Pool } from 'pg'
import type { ServiceName } from '../../service.ts'
import { grouped } from './progress.ts'

const AT_MOST = 200

export async function listBatches(pool: Pool, service: ServiceName): Promise<string> {
  const { rows } = await pool.query<Record<string, unknown>>(
    `select id, feed, source, coalesce(state, '--') as state, cutoff_on::text as cutoff, file_name,
       row_count || ' rows, ' || accepted_count || ' taken, ' || unmatched_count || ' not joined, ' || refused_count || ' refused' as counts,
       case when withdrawn_at is not null then 'withdrawn: ' || withdrawn_reason when is_preliminary then 'preliminary' else 'definitive' end as status
     from ${service}.batch order by taken_at desc, id desc limit ${AT_MOST}`,
  )
  return tableOf(rows, 'No file was taken in yet.')
}

export async function listUnmatched(pool: Pool, service: ServiceName): Promise<string> {
  const { rows: sums } = await pool.query<{ feed: string; n: number }>(
    `select feed, count(*)::int as n from ${service}.unmatched_row where matched_at is null group by feed order by feed`,
  )
  const { rows } = await pool.query<Record<string, unknown>>(
    `select u.feed, b.file_name as file, u.line, array_to_string(u.keys, ' ') as keys, u.reason
     from ${service}.unmatched_row u join ${service}.batch b on b.id = u.batch_id
     where u.matched_at is null order by u.recorded_at, u.batch_id, u.line limit ${AT_MOST}`,
  )
  const head = sums.map(({ feed, n }) => `${feed}: ${grouped(n)} not joined`)
  return [...head, tableOf(rows, 'Every row was joined.')].join('\n')
}

function tableOf(rows: readonly Record<string, unknown>[], none: string): string {
  return rows.length === 0 ? none : rows.map((row) => Object.values(row).join('  ')).join('\n')
}
