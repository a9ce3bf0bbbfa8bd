/** Counts every child and every detection again, and which states may know of each child. */
import type { PoolClient } from 'pg'

/** What `npm run rebuild` empties first. Not who may know of whom: that is told to the others, and what changes of it is. */
export const PICTURES = ['place_ref', 'stay_ref', 'case_ref', 'mandate_ref', 'identifier_ref'] as const

export async function deriveAll(client: PoolClient): Promise<void> {
  await client.query('truncate children.delta')
  await client.query(COUNT_CHILDREN)
  await client.query(COUNT_DETECTIONS)
  await client.query(
    'select children.refresh_sight(array(select id from children.child union select child_id from children.child_sight))',
  )
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
