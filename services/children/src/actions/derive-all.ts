/** Counts every child and every detection again. The children service follows nobody and keeps no picture: its facts are its own. */
import type { PoolClient } from 'pg'

/** Nothing but counters to empty. */
export const PICTURES = [] as const

export async function deriveAll(client: PoolClient): Promise<void> {
  await client.query('truncate children.delta')
  await client.query(COUNT_CHILDREN)
  await client.query(COUNT_DETECTIONS)
}

const CELL = 'indicator, state, day, nationality, age_group, accompaniment'
const COUNT_CHILDREN = `
  insert into children.delta (${CELL}, n)
  select 'CHILDREN_DETECTED', state, outbox.mx_date(first_detected_at), nationality, age_group, accompaniment, count(*)
  from children.child group by 2, 3, 4, 5, 6`
const COUNT_DETECTIONS = `
  insert into children.delta (${CELL}, n)
  select c.indicator, d.state, outbox.mx_date(c.at), d.nationality, d.age_group, d.accompaniment, count(*)
  from children.detection d,
    lateral (values ('DETECTIONS', d.detected_at), ('PPNNA_NOTIFIED', d.ppnna_notified_at)) c (indicator, at)
  where c.at is not null group by 1, 2, 3, 4, 5, 6`
