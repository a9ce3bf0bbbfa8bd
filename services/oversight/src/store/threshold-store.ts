/** Thresholds that the federal secretary has set, whenever they take effect: there are few. */
import type { PoolClient } from 'pg'
import type { ChangedThreshold } from '../rules/threshold-in-force.ts'

export async function changedThresholds(client: PoolClient): Promise<ChangedThreshold[]> {
  const { rows } = await client.query<ChangedThreshold>({
    name: 'alert-thresholds',
    text: `select id, kind, step, state, amount, effective_on::text as "effectiveOn" from oversight.alert_threshold`,
  })
  return rows
}
