/** Oversight's picture of the placements service: where children are lodged or held, and how each stay ended. */
import type { Follower } from '@vigia/kit/follow'
import type { PoolClient } from 'pg'
import { askAboutPlaces, askWhoWasThere } from './ask-again.ts'
import { detailOf } from './details-of-facts.ts'
import { type FactColumns, factOfRules, keepFacts, type StretchOf } from './keep-facts.ts'
import { keepBatches, keepIndicators } from './keep-indicators.ts'

const FACTS: Readonly<Record<string, FactColumns>> = {
  stay: {
    at: "(p ->> 'entered_at')::timestamptz",
    until: "(p ->> 'left_at')::timestamptz",
    code: "p ->> 'exit_type'",
    facility_id: "(p ->> 'facility_id')::uuid",
    kind: 'r.kind',
    state: 'r.state',
    nationality: 'c.nationality',
    age_group: 'c.age_group',
    accompaniment: 'c.accompaniment',
    detail: detailOf('stay'),
  },
  urgent_measure: factOfRules('urgent_measure'),
}

export const followPlacements: Follower = {
  follows: 'placements',
  async apply(client, log) {
    const stretch: StretchOf = { ...log, source: 'placements' }
    const tellsOfPlaces = stretch.tells('placements', 'facility')
    if (tellsOfPlaces) await keepFacilities(client, stretch)
    if (tellsOfPlaces || stretch.tells('placements', 'stay')) await askAboutPlaces(client, stretch)
    await keepFacts(client, stretch, FACTS)
    await keepIndicators(client, stretch)
    await keepBatches(client, stretch)
  },
}

/** A place that turns out to be of another kind, or elsewhere, changes how the stays in it are counted; one that is told to be another is none. */
async function keepFacilities(client: PoolClient, stretch: StretchOf): Promise<void> {
  const { source, after, upto } = stretch
  await askWhoWasThere(client, stretch)
  await client.query({
    name: 'keep-facilities',
    text: `
      with latest as materialized (
        select distinct on (entity_id) entity_id, case when payload ->> 'same_as' is null then payload end as p
        from outbox.event
        where seq > $1 and seq <= $2 and source = $3
          and type in ('facility.recorded', 'facility.corrected', 'facility.withdrawn')
        order by entity_id, seq desc
      ), withdrawn as (
        delete from oversight.facility_ref r using latest l where l.p is null and r.facility_id = l.entity_id
      )
      insert into oversight.facility_ref as r (facility_id, kind, state, type, capacity, carers, registry_status, lifecycle,
        side)
      select entity_id, oversight.kind_of(p ->> 'type'), p ->> 'state', p ->> 'type', (p ->> 'capacity')::int,
        (p ->> 'carers')::int, p ->> 'registry_status', p ->> 'lifecycle', sec.side_of_place(p ->> 'type', p ->> 'run_by')
      from latest where p is not null
      on conflict (facility_id) do update set kind = excluded.kind, state = excluded.state, type = excluded.type,
        capacity = excluded.capacity, carers = excluded.carers, registry_status = excluded.registry_status,
        lifecycle = excluded.lifecycle, side = excluded.side
      where r is distinct from excluded`,
    values: [after, upto, source],
  })
  await client.query({
    name: 'describe-stays',
    text: `
      select oversight.describe_facts(array(
        select distinct f.child_id from outbox.event e join oversight.path_fact f on f.facility_id = e.entity_id
        where e.seq > $1 and e.seq <= $2 and e.source = $3 and e.type like 'facility.%'))`,
    values: [after, upto, source],
  })
}
