/** Counts the alerts that stood open at the end of each day, once the day is over and before anybody asks. */
import { ALERT_SEVERITIES } from '@vigia/law/alert-kinds'
import { codesOf } from '@vigia/law/code-list'
import { addDays, type LocalDate } from '@vigia/law/local-dates'
import { instantOf, localDateOf } from '@vigia/law/mexican-time'
import { NATION, STATE_CODES } from '@vigia/law/states'
import type { Pool } from 'pg'
import { stoodAt } from '../store/alert-then.ts'

/** What was judged before midnight may be written down a little after it. A default of this registry. */
const AFTER_MIDNIGHT_IN_MS = 600_000

/**
 * Counts the next day that is over, the first of all being that of the first alert. Gives how many numbers it wrote, one for each state and
 * severity: none where no day is left, or where another process has counted it meanwhile.
 */
export async function countNextDay(pool: Pool, now: Date): Promise<number> {
  const { rows } = await pool.query<{ last: LocalDate | null; opened: Date | null }>({
    name: 'alert-day-next',
    text: NEXT,
  })
  const { last = null, opened = null } = rows[0] ?? {}
  const day = last ? addDays(last, 1) : opened && localDateOf(opened)
  if (!day || day >= localDateOf(new Date(now.getTime() - AFTER_MIDNIGHT_IN_MS))) return 0
  const end = new Date(instantOf(addDays(day, 1)).getTime() - 1)
  const values = [day, end, [...STATE_CODES, NATION.code], codesOf(ALERT_SEVERITIES)]
  const { rowCount } = await pool.query({ name: 'alert-day-count', text: COUNT, values })
  return rowCount ?? 0
}

const NEXT = `select (select max(day)::text from oversight.alert_day) as last, (select min(opened_at) from oversight.alert) as opened`

/** Those whose cause held then, as grave as they were known to be; that a person had closed one makes no figure smaller. */
const COUNT = `
  with standing as (
    select a.* from oversight.alert a where a.resolved_at is null and a.opened_at <= $2
    union all select a.* from oversight.alert a where a.resolved_at > $2 and a.opened_at <= $2
  ), counted as (
    select a.state, h.severity, count(*)::int as open from standing a cross join lateral ${stoodAt('$2')} h group by 1, 2
  )
  insert into oversight.alert_day (day, state, severity, open)
  select $1::date, s.state, v.severity, coalesce(c.open, 0)
  from unnest($3::text[]) s (state) cross join unnest($4::text[]) v (severity)
  left join counted c on c.state = s.state and c.severity = v.severity
  on conflict do nothing`
