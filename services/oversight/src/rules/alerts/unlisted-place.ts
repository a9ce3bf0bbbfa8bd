/**
 * A32: children are in a place that is in no list of any authority.
 *
 * Law     LGDNNA art. 112: the registry of centres is public; LGDNNA art. 94: DIF, and not INM, provides the places.
 * Court   None known.
 * Policy  Red as soon as a stay there is told. A place stays so until a list names it (lifecycle SIGHTED).
 */
import { climb } from '../../engine/course.ts'
import type { FacilityRule } from '../../engine/rule.ts'

export const unlistedPlace: FacilityRule = {
  kind: 'UNLISTED_PLACE',
  about: 'FACILITY',
  endedBy: null,
  courses: ({ id, state, lifecycle, entries, lastExit }, thresholds) => {
    const [since] = entries
    if (lifecycle === 'SIGHTED' && since)
      return [{ subject: id, state, facilityId: id, since, steps: climb({ since }, thresholds), ending: null }]
    const at = since ?? lastExit?.at
    if (!at) return []
    const proof = lifecycle === 'SIGHTED' ? lastExit : { fact: 'facility', id, at }
    return [{ subject: id, state, facilityId: id, since: at, steps: [], ending: null, proof }]
  },
}
