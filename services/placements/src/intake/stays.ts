/**
 * Stays: where a child was, from when until when. A stay is known by child, place and entry; told again with its exit it
 * is corrected. A place that stands in no list is recorded as sighted: what is not registered exists all the same.
 */
import type { Feed } from '@vigia/kit/intake/feed'
import { childOfRow, childUnknown } from '@vigia/kit/intake/join-children'
import { IN_CLOSED_PLACES } from './closed-with-children.ts'
import { EXITS_TAKEN_BACK } from './exits-taken-back.ts'
import { FULL_PLACES, IN_FULL_PLACES } from './full-places.ts'
import {
  DOUBTFUL_PLACE,
  IS_OR_WAS_CALLED_SO,
  KEY_OF_ANOTHER,
  LIKE_ANOTHER,
  PERHAPS_TOLD_TWICE,
  waitsForItsKey,
} from './namesakes.ts'
import { PLACE_OF_ROW, SIGN_IN_STAYS, WHY_NO_PLACE } from './place-columns.ts'
import { STAY_CHECKS } from './stay-checks.ts'
import { STAY_COLUMNS } from './stay-columns.ts'
import { WRITE_STAYS } from './stay-writes.ts'

const IDENTIFIERS = 'placements.identifier_ref'
const CHILD = childUnknown(IDENTIFIERS)
const unlessCalledOtherwise = (column: string) => `case when t.called_otherwise is null then ${column} end`

/** A place seen for the first time gets its id here, one for all rows that mean it; it is written with the stays. */
const PLACE = `
  with looked as materialized (
    select s.line, s.entered_at, s.key, s.name_key, s.state, s.type, ${SIGN_IN_STAYS} as sign, child.id as child_id, place.id as place_id,
      place.is_doubtful, place.one_with, place.told_of, place.is_several
    from staged s ${childOfRow(IDENTIFIERS)} ${PLACE_OF_ROW}
  ), unseen as materialized (
    select sign, outbox.new_id() as id from looked
    where place_id is null and sign is not null and state is not null and type is not null and not is_several group by sign
  )
  insert into placed (line, known, child_id, facility_id, stay_id, is_new_place, is_doubtful, one_with, told_of)
  select s.line, t.id is not null, s.child_id, coalesce(t.called_otherwise, s.place_id, u.id), t.id, s.place_id is null and t.id is null,
    ${unlessCalledOtherwise('s.is_doubtful')}, ${unlessCalledOtherwise('s.one_with')}, ${unlessCalledOtherwise('s.told_of')}
  from looked s
  left join unseen u on s.place_id is null and not s.is_several and u.sign = s.sign and s.state is not null and s.type is not null
  left join lateral (
    select x.id, case when not is_there.now then x.facility_id end as called_otherwise
    from placements.stay x cross join lateral (select coalesce(x.facility_id in (s.place_id, s.one_with), false) as now) is_there
    where x.child_id = s.child_id and x.entered_at = s.entered_at and (is_there.now or ${IS_OR_WAS_CALLED_SO})
    order by is_there.now desc, x.id limit 1) t on true`

export const feed: Feed = {
  service: 'placements',
  name: 'stays',
  rowsAre: ['placements.stay'],
  conflicts: IN_FULL_PLACES,
  findings: `(${FULL_PLACES}) union all (${IN_CLOSED_PLACES}) union all (${EXITS_TAKEN_BACK}) union all (${LIKE_ANOTHER}) union all (${PERHAPS_TOLD_TWICE})`,
  layouts: [
    {
      name: 'stays',
      columns: STAY_COLUMNS,
      placed: {
        child_id: 'uuid',
        facility_id: 'uuid',
        stay_id: 'uuid',
        is_new_place: 'boolean',
        is_doubtful: 'boolean',
        one_with: 'uuid',
        told_of: 'uuid',
      },
      place: [PLACE],
      checks: [...STAY_CHECKS, DOUBTFUL_PLACE('NOMBRE DEL LUGAR'), KEY_OF_ANOTHER('NOMBRE DEL LUGAR')],
      waits: [waitsForItsKey('p.is_new_place')],
      unmatched: {
        where: `(${CHILD.where} or p.facility_id is null)`,
        keys: `array_remove(${CHILD.keys} || ('LUGAR:' || coalesce(s.key, s.name)), null)`,
        reason: `case when p.child_id is null then ${CHILD.reason} else ${WHY_NO_PLACE} end`,
        mayMatch: CHILD.mayMatch,
      },
      key: ['p.child_id', 'p.facility_id', 's.entered_at'],
      readBack: [{ table: 'placements.stay', placed: 'stay_id' }],
      writes: WRITE_STAYS,
    },
  ],
}
