/** Rewrites the board's row of each state: the backlog by age at one instant, and the cases without a determination. */
import type { WriteSnapshot } from '@vigia/kit/tick'
import { STATE_CODES } from '@vigia/law/states'
import { backlogBounds } from '../rules/backlog.ts'
import { suspensionsKnown } from '../store/suspension-store.ts'

/**
 * The totals come from the counters, and only the recent end of the backlog is read: what is older is the rest. Deltas that
 * came after the fold are added, so that both sides of the subtraction are of one instant.
 */
export const writeSnapshot: WriteSnapshot = async (client, now) => {
  const { entries, inForce } = await suspensionsKnown(client)
  const { after24Hours, after72Hours, overdueBefore } = backlogBounds(now, inForce)
  const values = [now, after24Hours, after72Hours, overdueBefore, STATE_CODES, entries]
  await client.query({ name: 'representation-snapshot', text: WRITE, values })
}

const STOCKS = `indicator in ('UNPROCESSED_CASES', 'WITHOUT_DETERMINATION')`
const WRITE = `
  with stock as (
    select state,
      coalesce(sum(n) filter (where indicator = 'UNPROCESSED_CASES'), 0) as unprocessed,
      coalesce(sum(n) filter (where indicator = 'WITHOUT_DETERMINATION'), 0) as without_determination
    from (select indicator, state, n from representation.month_counter where ${STOCKS}
          union all select indicator, state, n from representation.delta where ${STOCKS}) parts group by state
  ), recent as ( -- State by state: joined, all that were ever overdue are read.
    select state,
      count(*) filter (where notified_at > $2) as under24,
      count(*) filter (where notified_at <= $2 and notified_at > $3) as under72,
      count(*) filter (where notified_at <= $3) as under5
    from unnest($5::char(2)[], $4::timestamptz[]) as of_state (state, overdue_before), lateral (
      select notified_at from representation.case_ledger l
      where l.state = of_state.state and opened_at is null and notified_at >= overdue_before offset 0) open
    group by state
  )
  insert into representation.snapshot as s (state, as_of, unprocessed, under24_hours, from24_to72_hours,
    from72_hours_to5_working_days, over5_working_days, without_determination, oldest_notified_at, calendar_entries)
  select state, $1, coalesce(unprocessed, 0), coalesce(under24, 0), coalesce(under72, 0), coalesce(under5, 0),
    coalesce(unprocessed, 0) - coalesce(under24 + under72 + under5, 0), coalesce(without_determination, 0),
    (select notified_at from representation.case_ledger l
     where l.state = state.state and opened_at is null and notified_at is not null order by notified_at limit 1), $6
  from unnest($5::char(2)[]) as state (state) left join stock using (state) left join recent using (state)
  on conflict (state) do update set as_of = excluded.as_of, unprocessed = excluded.unprocessed,
    under24_hours = excluded.under24_hours, from24_to72_hours = excluded.from24_to72_hours,
    from72_hours_to5_working_days = excluded.from72_hours_to5_working_days,
    over5_working_days = excluded.over5_working_days, without_determination = excluded.without_determination,
    oldest_notified_at = excluded.oldest_notified_at, calendar_entries = excluded.calendar_entries`
