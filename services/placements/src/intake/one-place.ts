/**
 * A place known by its key alone and one known by its name alone, of which a row tells the key and the name: they are one from then on
 * (`facility.same_as`). The one of the key stays as it was told and is counted no more; a trigger lets its stays and visits stand with the
 * other, and gives them back once no file says so any more.
 */
import { batchOnce, confirm, isPlaced, ROWS } from '@vigia/kit/intake/sql'
import type { Step } from '@vigia/kit/intake/step'
import { isNameless, kindOf } from './name-sign.ts'

/** Of the place, whether or not anything else that the rows tell is known. */
function saidAgain(which: string): Step {
  return confirm('placements.facility', which, 'id', '', 'true')
}

/** Two that have been told as one already say so again, and whoever told it first may take his file back. */
export const JOIN_PLACES: readonly Step[] = [
  saidAgain(
    `f.id = p.one_with and ${isPlaced('f.id', 'one_with', 'one_with is not null')} and f.same_as = p.facility_id`,
  ),
  batchOnce(`
  update placements.facility f set same_as = j.facility_id, batch_id = b.id, line = j.line, recorded_at = b.taken_at
  from (select distinct on (p.one_with) p.one_with, p.facility_id, p.line from placed p where p.one_with is not null
    order by p.one_with, p.line) j, the_batch b
  where f.id = j.one_with and f.same_as is null`),
]

/** Rows of the same chunk that told the key alone. */
export const WITH_ITS_PLACE = `
  update placed p set told_of = f.id, facility_id = f.same_as from placements.facility f where f.id = p.facility_id and f.same_as is not null`

/** A place that rows of stays alone have told of, by its key, learns its name from one of them. */
export const NAMED: readonly Step[] = [
  batchOnce(`
  update placements.facility f set name = n.name, name_key = n.name_key, batch_id = b.id, line = n.line, recorded_at = b.taken_at
  from (select distinct on (p.facility_id) p.facility_id, s.key, s.name, s.name_key, s.line from placed p join staged s using (line)
    where s.key is not null and s.name_key is not null order by p.facility_id, s.line) n, the_batch b
  where f.id = n.facility_id and f.key = n.key and ${isNameless('f')} and f.name_key <> n.name_key and not exists (
    select from placements.facility x where x.name_key = n.name_key and x.state = f.state and x.id <> f.id and ${kindOf('x')} = ${kindOf('f')})`),
  saidAgain(
    `f.id = p.facility_id and ${isPlaced('f.id', 'facility_id', 'facility_id is not null')} and f.key = s.key and f.name_key = s.name_key
      and f.lifecycle in ('SIGHTED', 'CORROBORATED')`,
  ),
]

/** One of which the name alone is known is known by the key too that a row of a stay tells with that name: as a place of that key that it is. */
export const TAUGHT = batchOnce(`
  insert into placements.facility (key, name, name_key, type, state, registry_status, lifecycle, same_as, batch_id, line, recorded_at)
  select distinct on (s.key, f.id) s.key, s.key, s.key, f.type, f.state, 'UNKNOWN', 'SIGHTED', f.id, b.id, s.line, b.taken_at
  ${ROWS}, placements.facility f
  where f.id = p.facility_id and not p.is_new_place and p.is_doubtful is not true and s.key is not null and f.key is null
    and f.name_key = s.name_key and p.one_with is null and not exists (
      select from placements.facility k where k.key = s.key and k.same_as = f.id)
  order by s.key, f.id, s.line`)

export const TOLD_OF = `
  insert into placements.told_of (fact_id, facility_id)
  select t.id, p.told_of from placed p join staged s using (line)
  join placements.stay t on t.child_id = p.child_id and t.facility_id = p.facility_id and t.entered_at = s.entered_at
    and ${isPlaced('t.child_id', 'child_id', 'told_of is not null')}
  where p.told_of is not null and not p.known on conflict (fact_id) do nothing`
