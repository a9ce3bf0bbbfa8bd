/** How the placements service takes a batch back. */
import type { Withdrawal } from '@vigia/kit/intake/feed'
import { BY_LISTS, OF_THEIR_AUTHORITIES } from './name-sign.ts'

const OF_STAYS = (batch: string) => `exists (select from placements.batch z where z.id = ${batch} and z.feed = 'stays')`

/** That a second source saw a place tells nothing of it but that: what stands beside it is the word of the file before. */
const IS_CORROBORATION = `(v.former ->> 'lifecycle' = 'CORROBORATED' and v.former ->> 'line' is null
  and ${OF_STAYS("(v.former ->> 'batch_id')::uuid")})`

/** What the batch told of a place goes with it also where it was seen by a second source since. */
const UNDER_CORROBORATION = `
  update placements.facility f set lifecycle = 'SIGHTED', batch_id = $1, line = (before.former ->> 'line')::int
  from placements.facility x cross join lateral (
    select v.former from placements.former_version v
    where v.entity = 'facility' and v.entity_id = x.id and not v.is_late order by v.id desc limit 1) before
  where f.id = x.id and x.lifecycle = 'CORROBORATED' and x.line is null and ${OF_STAYS('x.batch_id')}
    and before.former ->> 'lifecycle' = 'SIGHTED' and (before.former ->> 'batch_id')::uuid = $1`

/** Of the places that the batch told of, the last table that is taken back: seen by two sources still, or by one. */
const CORROBORATED_STILL = `
  update placements.facility f set lifecycle = 'CORROBORATED', batch_id = seen.batch_id, line = null, recorded_at = now()
  from placements.facility x join placements.batch first on first.id = x.batch_id cross join lateral (
    select t.batch_id from placements.stay t join placements.batch b on b.id = t.batch_id
    where t.facility_id = x.id and t.batch_id <> $1 and b.source <> first.source order by t.recorded_at, t.id limit 1) seen
  where f.id = x.id and x.lifecycle = 'SIGHTED' and x.id in (select id from was_told)`

/** SQL on `f`: the file did not say itself that it is acknowledged (`acknowledgedByOthers`). */
function leftToOthers(batch: string): string {
  return `exists (select from placements.left_blank k
    where k.entity = 'facility' and k.entity_id = f.id and k.batch_id = ${batch} and 'acknowledged' = any (k.cells))`
}

/** Of a place that was told to be another by nobody else, and stays because children were told to be there. */
const STANDS_FOR_ITSELF =
  'update placements.facility f set same_as = null where f.batch_id = $1 and f.same_as is not null'

/** Of a place that stays because children were there, only what their rows say of it is known. */
const FORGET_WHAT_THE_LIST_SAID = `
  update placements.facility f
  set lifecycle = 'SIGHTED', registry_status = 'UNKNOWN', operator = null, run_by = null, capacity = null, carers = null,
      opened_on = null, closed_on = null, sealed = null, mark = null, line = null, recorded_at = now(),
      batch_id = coalesce(
        (select t.batch_id from placements.stay t where t.facility_id = f.id order by t.recorded_at, t.id limit 1),
        (select i.batch_id from placements.inspection i where i.facility_id = f.id order by i.recorded_at, i.id limit 1),
        (select k.batch_id from placements.facility k where k.same_as = f.id order by k.recorded_at, k.id limit 1))
  where f.batch_id = $1`

/**
 * A place that no list of an authority names any more, nor another says to be acknowledged: the list that is left left that to them. Children
 * there are in a place of which nobody answers (A32).
 */
const NO_LONGER_ACKNOWLEDGED = `
  with unacknowledged as (
    update placements.facility f set lifecycle = 'SIGHTED', recorded_at = now()
    where exists (select from placements.batch z where z.id = $1 and z.feed = '${BY_LISTS}') and f.lifecycle = 'ACKNOWLEDGED'
      and ${leftToOthers('f.batch_id')} and not exists (
        select from (
          select (v.former ->> 'batch_id')::uuid as batch_id, false as is_again from placements.former_version v
          where v.entity = 'facility' and v.entity_id = f.id and v.former ->> 'lifecycle' = 'ACKNOWLEDGED'
          union all
          select c.batch_id, true from placements.confirmation c where c.entity = 'facility' and c.entity_id = f.id) said
        join placements.batch x on x.id = said.batch_id
        where x.withdrawn_at is null and x.feed = '${BY_LISTS}' and not ${leftToOthers('x.id')}
          and (not said.is_again or x.source in ${OF_THEIR_AUTHORITIES}))
    returning f.id
  )
  insert into was_told select id from unacknowledged`

export const withdrawal: Withdrawal = {
  service: 'placements',
  facts: [
    { name: 'urgent_measure', key: 'id' },
    { name: 'inspection', key: 'id' },
    { name: 'facility_record', key: 'id' },
    { name: 'stay', key: 'id' },
    {
      name: 'facility',
      key: 'id',
      toldBy: BY_LISTS,
      isNoWord: IS_CORROBORATION,
      keepWhile: `exists (select from placements.stay t where t.facility_id = f.id)
        or exists (select from placements.inspection i where i.facility_id = f.id)
        or exists (select from placements.told_of o where o.facility_id = f.id)
        or exists (select from placements.facility k where k.same_as = f.id and k.batch_id <> $1)`,
      // Some list names it still.
      untold: { registry_status: 'UNKNOWN', lifecycle: 'ACKNOWLEDGED' },
    },
  ],
  beforehand: [UNDER_CORROBORATION],
  afterwards: [STANDS_FOR_ITSELF, FORGET_WHAT_THE_LIST_SAID, NO_LONGER_ACKNOWLEDGED, CORROBORATED_STILL],
}
