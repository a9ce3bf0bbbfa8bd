/** The board as a program without counters has it: counted from the facts each time it is asked. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { backlogLimits } from '@vigia/law/backlog-ages'
import type { Pool, QueryConfig } from 'pg'
import type { AsOf } from './board.ts'

export const PERIOD = ['2026-01-01', '2026-12-31'] as const

export const sqlOf = (name: string): string =>
  readFileSync(path.join(import.meta.dirname, 'sql', `${name}.sql`), 'utf8')

/** Of the instants at which the product's figures were true. */
export async function countedLive(pool: Pool): Promise<{ question: QueryConfig; asOf: AsOf }> {
  const asOf = await asOfIn(pool)
  const { lastOverdueDate } = backlogLimits(new Date(asOf.casework))
  const values = [...PERIOD, asOf.detention, asOf.casework, lastOverdueDate]
  return { question: { name: 'board', text: sqlOf('live'), values }, asOf }
}

/** When the product's figures were true, so that the same instant is asked for. */
export async function asOfIn(pool: Pool): Promise<AsOf> {
  const { rows } = await pool.query<{ detention: Date; casework: Date }>(
    `select (select max(as_of) from placements.snapshot) as detention, (select max(as_of) from representation.snapshot) as casework`,
  )
  const { detention, casework } = rows[0] ?? { detention: new Date(), casework: new Date() }
  return { detention: detention.toISOString(), casework: casework.toISOString(), returns: casework.toISOString() }
}
