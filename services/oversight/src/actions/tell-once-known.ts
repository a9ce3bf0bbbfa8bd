/**
 * Who comes to know of a child by an act that is told after an alert was raised (a notice that comes days after its find, a file, a stay) is
 * told what stands: what was withheld from his endpoints as not his to know is tried again, and who may know is asked then. An alert keeps
 * the acts by which he is told of it, so that he is told its end too (store/alerts-wanted.ts).
 */
import type { PoolClient } from 'pg'

/** Of children who are judged. Most have no act that their alerts do not know of. */
const TELL = `
  with acted as materialized (
    select o.child_id, o.state, oversight.acts_on(o.child_id, o.state, $2) as acts
    from (select distinct a.child_id, a.state from oversight.alert a
      where a.about = 'CHILD' and a.owner = any ($1::text[]) and a.resolved_at is null) o
  ), known as (
    update oversight.alert a set known_by = array(select distinct unnest(a.known_by || k.acts) order by 1)
    from acted k
    where a.about = 'CHILD' and a.owner = k.child_id::text and a.state = k.state and a.resolved_at is null and not k.acts <@ a.known_by
    returning a.id
  )
  update oversight.webhook_delivery d set state = 'WAITING', reason = null, attempts = 0, next_at = $2, done_at = null
  from known where d.alert_id = known.id and d.state = 'WITHHELD' and d.reason = 'NOT_ENTITLED'`

/** Behind what the judgement has written: what is opened by it knows its acts. */
export async function tellOnceKnown(client: PoolClient, children: readonly string[], now: Date): Promise<void> {
  if (children.length > 0) await client.query({ name: 'tell-once-known', text: TELL, values: [children, now] })
}
