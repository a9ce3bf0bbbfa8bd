/** Folds what changes of alerts have left behind into how many are open. A figure is the sum of both at any time: this keeps it short to add up. */
import type { Pool } from 'pg'

/** Gives how many changes it folded. Of two processes at once each folds those that the other does not. */
export async function foldAlertCounts(pool: Pool): Promise<number> {
  const { rows } = await pool.query<{ n: number }>({ name: 'fold-alert-counts', text: FOLD })
  return rows[0]?.n ?? 0
}

const FOLD = `
  with taken as (
    delete from oversight.alert_count_delta where id in (
      select id from oversight.alert_count_delta order by id for update skip locked)
    returning state, kind, severity, n, closed
  ), folded as (
    insert into oversight.alert_count as c (state, kind, severity, n, closed)
    select state, kind, severity, sum(n), sum(closed) from taken
    group by 1, 2, 3 having sum(n) <> 0 or sum(closed) <> 0 order by 1, 2, 3
    on conflict (state, kind, severity) do update set n = c.n + excluded.n, closed = c.closed + excluded.closed
  )
  select count(*)::int as n from taken`
