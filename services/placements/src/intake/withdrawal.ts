/** How the placements service takes a batch back. */
import type { Withdrawal } from '@vigia/kit/intake/feed'
import { BY_LISTS } from './name-sign.ts'

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
      keepWhile: `exists (select from placements.stay t where t.facility_id = f.id)
        or exists (select from placements.inspection i where i.facility_id = f.id)
        or exists (select from placements.told_of o where o.facility_id = f.id)
        or exists (select from placements.facility k where k.same_as = f.id and k.batch_id <> $1)`,
      // Some list names it still.
      untold: { registry_status: 'UNKNOWN', lifecycle: 'ACKNOWLEDGED' },
    },
  ],
  afterwards: [STANDS_FOR_ITSELF, FORGET_WHAT_THE_LIST_SAID],
}
