/** Keeps the pictures that returns has of the children service: children, their numbers, when they were found, who wrote it. */
import type { Follower, Stretch } from '@vigia/kit/follow'
import { bringUpToDate, type Picture } from '@vigia/kit/picture'
import { keepChildren } from '@vigia/kit/picture-of-children'
import type { PoolClient } from 'pg'

const DETECTIONS: Picture = {
  table: 'returns.detection_ref',
  of: 'children',
  entity: 'detection',
  key: 'detection_id',
  columns: {
    child_id: ['child_id', 'uuid'],
    detected_at: ['detected_at', 'timestamptz'],
    state: ['state', 'char(2)'],
    notified_at: ['ppnna_notified_at', 'timestamptz'],
  },
}

const FILES_OF_INM = `
  insert into returns.inm_batch_ref (batch_id)
  select distinct entity_id from outbox.event
  where seq > $1 and seq <= $2 and source = 'children' and type = 'batch.recorded'
    and payload ->> 'source' = 'INM' and payload ->> 'feed' = 'detections'
  on conflict do nothing`

/** A row that was withdrawn nobody wrote any more; it may have come again since. */
const WITHDRAWN = `
  select entity_id, max(seq) as seq from outbox.event
  where seq > $1 and seq <= $2 and source = 'children' and type = 'detection.withdrawn' group by entity_id`

/**
 * Of each file what it wrote last, for the file itself is told of after its rows, and only then is it known whose it is. The stretch is read
 * once: joined to what was withdrawn in it, thousands that are withdrawn and come again would be held against one another.
 */
const WRITTEN = `
  insert into returns.detection_writing as w (detection_id, batch_id, child_id, acta, state, seq)
  select distinct on (e.entity_id, e.batch_id) e.entity_id, e.batch_id, r.child_id, r.acta, r.state, e.seq
  from (
    select entity_id, batch_id, payload, seq, type,
      max(seq) filter (where type = 'detection.withdrawn') over (partition by entity_id) as gone
    from outbox.event
    where seq > $1 and seq <= $2 and source = 'children' and type in ('detection.recorded', 'detection.corrected', 'detection.withdrawn')
  ) e
  cross join lateral jsonb_to_record(e.payload) r (child_id uuid, acta text, state char(2))
  where e.type <> 'detection.withdrawn' and (e.gone is null or e.gone < e.seq)
  order by e.entity_id, e.batch_id, e.seq desc
  on conflict (detection_id, batch_id) do update
  set child_id = excluded.child_id, acta = excluded.acta, state = excluded.state, seq = excluded.seq`

const FORGOTTEN = `delete from returns.detection_writing w using (${WITHDRAWN}) g where w.detection_id = g.entity_id`

async function keepWriting(client: PoolClient, { after, upto, tells }: Stretch): Promise<void> {
  const told = [
    ...(tells('children', 'batch') ? [FILES_OF_INM] : []),
    ...(tells('children', 'detection') ? [FORGOTTEN, WRITTEN] : []),
  ]
  for (const text of told) await client.query(text, [after, upto])
}

/** A return is counted with what is known of its child, and by the hours since the child was last found. */
export const followChildren: Follower = {
  follows: 'children',
  async apply(client, stretch) {
    const changed = [
      ...(await keepChildren(client, 'returns', stretch)),
      ...(await bringUpToDate(client, DETECTIONS, stretch)),
    ]
    await keepWriting(client, stretch)
    if (changed.length > 0) await client.query('select returns.refresh($1::uuid[])', [[...new Set(changed)]])
  },
}
