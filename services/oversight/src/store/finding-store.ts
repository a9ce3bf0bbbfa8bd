/** What was wrong with a file that was taken in, and what was done about it. */
import type { Pool } from 'pg'

export interface Finding {
  rule: string
  row_count: number
  lines: number[]
  action: string
}

export async function findingsOf(pool: Pool, batchId: string): Promise<Finding[]> {
  const { rows } = await pool.query<Finding>({
    name: 'findings',
    text: 'select rule, row_count, lines, action from oversight.batch_finding where batch_id = $1 order by rule',
    values: [batchId],
  })
  return rows
}
