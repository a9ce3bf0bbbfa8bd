/**
 * A32: children are in a place that is in no list of any authority.
 *
 * Law     LGDNNA art. 112: the registry of centres is public; LGDNNA art. 94: DIF, and not INM, provides the places.
 * Court   None known.
 * Policy  Red as soon as a stay there is told. INM owes that its premises are in its list, DIF that of any other place; when INM's list is due
 *         nobody says: who is still there its stays tell. A place stays so until its authority acknowledges it: a second source that saw it does not,
 *         and an authority that denies it the less.
 */
import { climb } from '../../engine/course.ts'
import type { FacilityPicture } from '../../engine/facility.ts'
import type { FacilityRule } from '../../engine/rule.ts'

const UNLISTED: readonly FacilityPicture['lifecycle'][] = ['SIGHTED', 'CORROBORATED', 'DENIED']

export const unlistedPlace: FacilityRule = {
  kind: 'UNLISTED_PLACE',
  about: 'FACILITY',
  endedBy: { ofInm: 'placements/stays/INM', ofOthers: 'placements/facilities/DIF' },
  courses: ({ id, state, lifecycle, entries, lastExit }, thresholds) => {
    const [since] = entries
    const isUnlisted = UNLISTED.includes(lifecycle)
    if (isUnlisted && since)
      return [{ subject: id, state, facilityId: id, since, steps: climb({ since }, thresholds), ending: null }]
    const at = since ?? lastExit?.at
    if (!at) return []
    // Of which day the list is that names it, nobody tells here.
    const proof = isUnlisted ? lastExit : { fact: 'facility', id, at: null }
    return [{ subject: id, state, facilityId: id, since: at, steps: [], ending: null, proof }]
  },
}
