/** Days on which authorities suspend their work, as this service has heard of them. */
import { type SuspensionsTold, suspensionsTold, type WorkSuspension } from '@vigia/law/work-suspensions'
import type { Pool, PoolClient } from 'pg'

export async function suspensionsKnown(database: Pick<Pool | PoolClient, 'query'>): Promise<SuspensionsTold> {
  const { rows } = await database.query<WorkSuspension & { isWithdrawn: boolean }>({
    name: 'work-suspensions',
    text: `select r.suspension_id as id, r.authority, r.state, r.first_day::text as "from", r.last_day::text as "until",
        w.id is not null as "isWithdrawn"
      from representation.work_suspension_ref r
      left join representation.work_suspension_ref w on w.suspension_id = r.suspension_id and w.entry = 'WITHDRAWN'
      where r.entry = 'RECORDED' order by r.id`,
  })
  return suspensionsTold(rows)
}

/** Those that hold, asked once for a request. */
export function suspensionsOnce(database: Pick<Pool, 'query'>): () => Promise<readonly WorkSuspension[]> {
  let asked: Promise<SuspensionsTold> | null = null
  return async () => {
    asked ??= suspensionsKnown(database)
    return (await asked).inForce
  }
}
