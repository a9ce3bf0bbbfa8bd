/**
 * Who comes to know of a child by an act that is told after an alert was raised (a notice that comes days after its find, a file, a stay) is
 * told what stands: what was withheld from his endpoints as not his to know is tried again, and who may know is asked then. An alert keeps
 * the acts by which he is told of it, so that he is told its end too (store/alerts-wanted.ts).
 */
import type { PoolClient } from 'pg'

/**
 * Of children who are judged. Most have no act that their alerts do not know of. These are looked up child by child, and changed by their
 * ids: while the database counts few alerts it would read all that are open, for each thousand children.
 */
const TELL = `
  with told as materialized (
    select a.* from unnest($1::text[]) judged (child), lateral (
      select id, child_id, state, known_by from oversight.alert
      where about = 'CHILD' and owner = judged.child and resolved_at is null offset 0) a
  ), acted as materialized (
    select child_id, state, oversight.acts_on(child_id, state, $2) as acts from (select distinct child_id, state from told) o
  ), known as (
    update oversight.alert a set known_by = array(select distinct unnest(t.known_by || k.acts) order by 1)
    from told t join acted k using (child_id, state)
    where a.id = t.id and not k.acts <@ t.known_by
    returning a.id
  )
  update oversight.webhook_delivery d set state = 'WAITING', reason = null, attempts = 0, next_at = $2, done_at = null
  from known where d.alert_id = known.id and d.state = 'WITHHELD' and d.reason = 'NOT_ENTITLED'`

/** Behind what the judgement has written: what is opened by it knows its acts. */
export async function tellOnceKnown(client: PoolClient, children: readonly string[], now: Date): Promise<void> {
  if (children.length > 0) await client.query({ name: 'tell-once-known', text: TELL, values: [children, now] })
}
