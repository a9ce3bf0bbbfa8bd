/** How alerts stood at an instant, of which each step of their history tells from when on. */
export const HOW_IT_STOOD =
  'severity, reached_at, rests_on, version, acknowledged_until, assigned_office, assigned_account'
const STANDS = HOW_IT_STOOD.replaceAll(/\w+/g, 'a.$&')

/**
 * How alert `a` stood at an instant, as one row, or none where it was not there: most are untouched since and stand so by themselves, of the
 * others their history is read.
 */
export const stoodAt = (instant: string) => `(
    select ${STANDS}, a.closed_at is not null as is_closed where a.changed_at <= ${instant}
    union all (select ${HOW_IT_STOOD}, is_closed from oversight.alert_history h
      where (a.changed_at <= ${instant}) is not true and h.alert_id = a.id and h.at <= ${instant} order by h.at desc, h.id desc limit 1))`
