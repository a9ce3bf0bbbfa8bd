/** A step in the history of an alert, by its number; and since when steps wait to be told. */
import type { AlertSeverity } from '@vigia/law/alert-kinds'
import type { Pool } from 'pg'

export interface KeptStep {
  id: number
  step: string
  severity: AlertSeverity
  at: Date
}

export async function stepBy(pool: Pool, id: number): Promise<KeptStep | null> {
  const { rows } = await pool.query<KeptStep>(
    'select id, step, severity, at from oversight.alert_history where id = $1',
    [id],
  )
  return rows[0] ?? null
}

/** Null while the stream is as far as the history, but for moments. */
export async function untoldSince(pool: Pool): Promise<Date | null> {
  const { rows } = await pool.query<{ since: Date | null }>({
    name: 'untold-since',
    text: 'select stream.untold_since() as since',
  })
  return rows[0]?.since ?? null
}
