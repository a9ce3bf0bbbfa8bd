/** Whom rules of alerts have to judge again after what was told: written with what was told, so that no crash can lose it. */
import type { PoolClient } from 'pg'
import type { StretchOf } from './keep-facts.ts'

/** Places of which something was told, and those that children entered or left. Before the stays are kept: one may have moved. */
export async function askAboutPlaces(client: PoolClient, { source, after, upto }: StretchOf): Promise<void> {
  await client.query({
    name: 'ask-about-places',
    text: `
      select oversight.ask_again('FACILITY', array(
        select coalesce(payload ->> 'facility_id', case when type like 'facility.%' then entity_id::text end)
        from outbox.event where seq > $1 and seq <= $2 and source = $3 and type ~ '^(stay|facility)\\.'
        union
        select f.facility_id::text from outbox.event e join oversight.path_fact f on f.entity_id = e.entity_id
        where e.seq > $1 and e.seq <= $2 and e.source = $3 and e.type like 'stay.%'))`,
    values: [after, upto, source],
  })
}

/**
 * Children who are or ever were in a place that turns out to be of another kind, elsewhere, or none: of each stay rules read that, however
 * long it is over. Before the place is kept.
 */
export async function askWhoWasThere(client: PoolClient, { source, after, upto }: StretchOf): Promise<void> {
  await client.query({
    name: 'ask-who-was-there',
    text: `
      with latest as materialized (
        select distinct on (entity_id) entity_id, payload as p from outbox.event
        where seq > $1 and seq <= $2 and source = $3 and type like 'facility.%' order by entity_id, seq desc
      )
      select oversight.ask_again('CHILD', array(
        select distinct f.child_id::text
        from latest l left join oversight.facility_ref r on r.facility_id = l.entity_id
        join oversight.path_fact f on f.facility_id = l.entity_id
        where (l.p ->> 'type', l.p ->> 'state') is distinct from (r.type, r.state::text)))`,
    values: [after, upto, source],
  })
}

/**
 * Places that say how many look after their children, where one lives of whom something was told: it may be younger than was known. What was
 * told is read once, and of each child its stays are looked up: joined to all stays that go on, it would be read for each of them.
 */
export async function askWhereTheyLive(client: PoolClient, { source, after, upto }: StretchOf): Promise<void> {
  await client.query({
    name: 'ask-where-they-live',
    text: `
      with told as materialized (
        select distinct entity_id as child_id from outbox.event
        where seq > $1 and seq <= $2 and source = $3 and type like 'child.%'
      ), lived as materialized (
        select distinct f.facility_id
        from told t cross join lateral (
          select facility_id from oversight.path_fact f
          where f.child_id = t.child_id and f.entity = 'stay' and f.until is null offset 0) f
      )
      select oversight.ask_again('FACILITY', array(
        select p.facility_id::text from lived l join oversight.facility_ref p using (facility_id) where p.carers is not null))`,
    values: [after, upto, source],
  })
}

/** States whose backlog has moved, or an office of which has sent or taken back a file; one without a state speaks for all. */
export async function askAboutStates(client: PoolClient, { source, after, upto }: StretchOf): Promise<void> {
  await client.query({
    name: 'ask-about-states',
    text: `
      with told as (
        select distinct payload ->> 'state' as state, type like 'batch.%' as is_file
        from outbox.event
        where seq > $1 and seq <= $2 and source = $3
          and (type in ('batch.recorded', 'batch.withdrawn')
            or (type = 'indicator.changed' and payload ->> 'indicator' = 'UNPROCESSED_CASES'))
      )
      select oversight.ask_again('STATE', array(
        select s.code from (select to_char(n, 'FM00') as code from generate_series(1, 32) n) s
        where exists (select from told t where t.state = s.code or (t.state is null and t.is_file))))`,
    values: [after, upto, source],
  })
}
