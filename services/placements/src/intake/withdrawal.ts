/** How the placements service takes a batch back. */
import type { Withdrawal } from '@vigia/kit/intake/feed'
import { BY_LISTS } from './name-sign.ts'
import { STAND_WITHOUT_IT } from './standing.ts'

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

/** Of the places that the batch told of, the last table that is taken back: seen by two sources still, of stays and lists, or by one. */
const CORROBORATED_STILL = `
  update placements.facility f set lifecycle = 'CORROBORATED', batch_id = seen.batch_id, line = null, recorded_at = now()
  from placements.facility x join placements.batch first on first.id = x.batch_id cross join lateral (
    select t.batch_id from placements.stay t join placements.batch b on b.id = t.batch_id
    where t.facility_id = x.id and t.batch_id <> $1 and (b.source <> first.source or exists (
      select from placements.listing l join placements.batch o on o.id = l.batch_id
      where l.facility_id = x.id and o.withdrawn_at is null and o.source <> b.source))
    order by t.recorded_at, t.id limit 1) seen
  where f.id = x.id and x.lifecycle = 'SIGHTED' and x.id in (select id from was_told)`

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
      untold: { registry_status: 'UNKNOWN' },
    },
  ],
  beforehand: [UNDER_CORROBORATION],
  afterwards: [STANDS_FOR_ITSELF, FORGET_WHAT_THE_LIST_SAID, ...STAND_WITHOUT_IT, CORROBORATED_STILL],
}
