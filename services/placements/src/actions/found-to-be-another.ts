/** Stays of whom was taken for another child are that one's; a stay beside which that one was in a place already stays apart. */
import type { Joined } from '@vigia/kit/intake/known/found-to-be-another'

const AT_ONCE = (
  one: string,
  other: string,
) => `(${one}.facility_id, ${one}.entered_at) = (${other}.facility_id, ${other}.entered_at)
  or tstzrange(${one}.entered_at, ${one}.left_at, '[)') && tstzrange(${other}.entered_at, ${other}.left_at, '[)')`

/** Beside a stay of that child, or one that comes to it from somebody else it was taken for. */
const IS_ELSEWHERE = `
  exists (select from placements.stay o where o.child_id = m.now and (${AT_ONCE('o', 'f')}))
  or exists (
    select from placements.identifier_ref r join placements.stay o on o.child_id = r.child_before
    where r.child_id = m.now and r.child_before <> m.before and o.id < f.id and (${AT_ONCE('o', 'f')}))`

export const STAYS: Joined = {
  byNumbers: ['stay'],
  hanging: ['urgent_measure'],
  unless: {
    stay: IS_ELSEWHERE,
    urgent_measure: 'exists (select from placements.stay s where s.id = f.stay_id and s.child_id <> m.now)',
  },
}
