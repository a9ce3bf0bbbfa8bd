/** Thresholds that the federal secretary has set, whenever they take effect: there are few. */
import type { Actor } from '@vigia/kit/actor'
import type { Pool, PoolClient } from 'pg'
import type { ChangedThreshold } from '../rules/threshold-in-force.ts'

type Asked = Pick<Pool | PoolClient, 'query'>

const CHANGES = 'id, kind, step, state, amount, effective_on::text as "effectiveOn", set_at as "setAt"'

export async function changedThresholds(database: Asked): Promise<ChangedThreshold[]> {
  const { rows } = await database.query<ChangedThreshold>({
    name: 'alert-thresholds',
    text: `select ${CHANGES} from oversight.alert_threshold`,
  })
  return rows
}

/** The same, asked once for a request. */
export function changesOnce(database: Asked): () => Promise<ChangedThreshold[]> {
  let asked: Promise<ChangedThreshold[]> | null = null
  return () => {
    asked ??= changedThresholds(database)
    return asked
  }
}

/** With who set it and why. */
export interface SetThreshold extends ChangedThreshold {
  reason: string
  setBy: string
}

/** The first first. */
export async function setThresholds(pool: Pool): Promise<SetThreshold[]> {
  const { rows } = await pool.query<SetThreshold>({
    name: 'alert-thresholds-set',
    text: `select ${CHANGES}, reason, set_by as "setBy" from oversight.alert_threshold order by set_at, id`,
  })
  return rows
}

export async function addThreshold(
  database: Asked,
  threshold: ChangedThreshold & { reason: string },
  { sub, role, org }: Actor,
): Promise<void> {
  const { id, kind, step, state, amount, effectiveOn, setAt, reason } = threshold
  await database.query(
    `insert into oversight.alert_threshold (id, kind, step, state, amount, effective_on, reason, set_by, set_role, set_office, set_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [id, kind, step, state, amount, effectiveOn, reason, sub, role, org, setAt],
  )
}

/** Whoever a threshold concerns that is in force by now is asked again, so many at a time; gives how many were. */
export async function askByWave(pool: Pool, now: Date, atMost: number): Promise<number> {
  const { rows } = await pool.query<{ asked: number }>({
    name: 'alert-wave',
    text: 'select oversight.ask_by_wave($1, $2) as asked',
    values: [now, atMost],
  })
  return rows[0]?.asked ?? 0
}
