/** Oversight's picture of the children service: who the children are, when each was found, and who was told. */
import type { Follower } from '@vigia/kit/follow'
import type { PoolClient } from 'pg'
import { askWhereTheyLive } from './ask-again.ts'
import { detailOf } from './details-of-facts.ts'
import { type FactColumns, factOfRules, keepFacts, makeTouched, type StretchOf } from './keep-facts.ts'
import { keepBatches, keepIndicators } from './keep-indicators.ts'

const FACTS: Readonly<Record<string, FactColumns>> = {
  detection: {
    at: "(p ->> 'detected_at')::timestamptz",
    notified_at: "(p ->> 'ppnna_notified_at')::timestamptz",
    state: "p ->> 'state'",
    nationality: "p ->> 'nationality'",
    age_group: "p ->> 'age_group'",
    accompaniment: "p ->> 'accompaniment'",
    detail: detailOf('detection'),
  },
  detection_evidence: factOfRules('detection_evidence'),
  migration_document: factOfRules('migration_document'),
  asylum_claim: factOfRules('asylum_claim'),
}

export const followChildren: Follower = {
  follows: 'children',
  async apply(client, log) {
    const stretch: StretchOf = { ...log, source: 'children' }
    if (stretch.tells('children', 'child')) await keepChildren(client, stretch)
    await keepFacts(client, stretch, FACTS)
    await keepIndicators(client, stretch)
    await keepBatches(client, stretch)
  },
}

async function keepChildren(client: PoolClient, stretch: StretchOf): Promise<void> {
  const { source, after, upto } = stretch
  await makeTouched(client)
  await client.query({
    name: 'keep-children',
    text: `
      with latest as materialized (
        select distinct on (entity_id) entity_id, payload as p
        from outbox.event
        where seq > $1 and seq <= $2 and source = $3
          and type in ('child.recorded', 'child.corrected', 'child.withdrawn')
        order by entity_id, seq desc
      ), touched as (
        insert into touched_child select entity_id from latest
      ), withdrawn as (
        delete from oversight.child_ref r using latest l where l.p is null and r.child_id = l.entity_id
      )
      insert into oversight.child_ref as r
        (child_id, folio, state, first_detected_at, nationality, age_group, accompaniment, language, turns18_on)
      select entity_id, p ->> 'folio', p ->> 'state', (p ->> 'first_detected_at')::timestamptz, p ->> 'nationality',
             p ->> 'age_group', p ->> 'accompaniment', p ->> 'language',
             -- Whoever was born on 29 February has turned 18 on 1 March, as of a child (_law/src/age.ts), and not the day before.
             ((p ->> 'born_on')::date + interval '18 years')::date + (to_char((p ->> 'born_on')::date, 'MMDD') = '0229')::int
      from latest where p is not null
      on conflict (child_id) do update set
        folio = excluded.folio, state = excluded.state, first_detected_at = excluded.first_detected_at,
        nationality = excluded.nationality, age_group = excluded.age_group, accompaniment = excluded.accompaniment,
        language = excluded.language, turns18_on = excluded.turns18_on
      where r is distinct from excluded`,
    values: [after, upto, source],
  })
  await client.query({
    name: 'describe-facts',
    text: `
      select oversight.describe_facts(array(
        select distinct entity_id from outbox.event
        where seq > $1 and seq <= $2 and source = $3 and type like 'child.%'))`,
    values: [after, upto, source],
  })
  await askWhereTheyLive(client, stretch)
}
