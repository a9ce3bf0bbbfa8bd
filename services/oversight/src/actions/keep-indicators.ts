/** Keeps the day counters and the batches that every service tells of: what series and freshness are read from. */
import type { PoolClient } from 'pg'
import { askAboutStates } from './ask-again.ts'
import type { StretchOf } from './keep-facts.ts'

/** The last value of a counter is its value. Applying a stretch twice changes nothing. */
export async function keepIndicators(client: PoolClient, stretch: StretchOf): Promise<void> {
  const { source, tells } = stretch
  if (tells(source, 'indicator')) await keepCounters(client, stretch)
  if (tells(source, 'indicator') || tells(source, 'batch')) await askAboutStates(client, stretch)
}

async function keepCounters(client: PoolClient, { source, after, upto }: StretchOf): Promise<void> {
  await client.query({
    name: 'keep-indicators',
    text: `
      insert into oversight.indicator_day as d (indicator, state, day, n)
      select distinct on (1, 2, 3)
             payload ->> 'indicator', payload ->> 'state', (payload ->> 'day')::date, (payload ->> 'n')::int
      from outbox.event
      where seq > $1 and seq <= $2 and source = $3 and type = 'indicator.changed'
      order by 1, 2, 3, seq desc
      on conflict (indicator, state, day) do update set n = excluded.n where d.n <> excluded.n`,
    values: [after, upto, source],
  })
}

/**
 * A batch is told of before it is counted, and its counters between the two. Nothing is known of it until its service has
 * counted it, and oversight what it heard of it: the tick says so (outbox.fold). One that is withdrawn waits for it again.
 */
export async function keepBatches(client: PoolClient, { source, after, upto, tells }: StretchOf): Promise<void> {
  if (!tells(source, 'batch')) return
  await client.query({
    name: 'keep-batches',
    text: `
      insert into oversight.feed_batch as b
        (batch_id, service, feed, source, state, cutoff_on, taken_at, is_withdrawn, row_count, awaits_count, is_counted)
      select distinct on (entity_id)
             entity_id, $3, payload ->> 'feed', payload ->> 'source', payload ->> 'state',
             (payload ->> 'cutoff_on')::date, (payload ->> 'taken_at')::timestamptz,
             payload ->> 'withdrawn_at' is not null, (payload ->> 'row_count')::int,
             type = 'batch.recorded', type <> 'batch.recorded'
      from outbox.event
      where seq > $1 and seq <= $2 and source = $3 and type in ('batch.recorded', 'batch.withdrawn')
      order by entity_id, seq desc
      on conflict (batch_id) do update set
        feed = excluded.feed, source = excluded.source, state = excluded.state, cutoff_on = excluded.cutoff_on,
        taken_at = excluded.taken_at, is_withdrawn = excluded.is_withdrawn, row_count = excluded.row_count,
        awaits_count = b.awaits_count or b.is_withdrawn <> excluded.is_withdrawn
      where (b.feed, b.source, b.state, b.cutoff_on, b.taken_at, b.is_withdrawn, b.row_count) is distinct from
        (excluded.feed, excluded.source, excluded.state, excluded.cutoff_on, excluded.taken_at, excluded.is_withdrawn, excluded.row_count)`,
    values: [after, upto, source],
  })
  await client.query({
    name: 'keep-counted-batches',
    text: `
      update oversight.feed_batch b set is_counted = true
      from outbox.event e
      where e.seq > $1 and e.seq <= $2 and e.source = $3 and e.type = 'batch.counted' and b.batch_id = e.entity_id`,
    values: [after, upto, source],
  })
}
