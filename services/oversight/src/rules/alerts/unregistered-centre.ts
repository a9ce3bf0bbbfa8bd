/**
 * A31: children are in a social assistance centre that is not in the national registry, or not any more.
 *
 * Law     LGDNNA art. 111 I: whoever heads a centre sees to it that it can be in the registry; art. 112: the Procuradurías authorise and
 *         register it. No term is set, nor a time without registration in which a centre may keep children.
 * Court   None known.
 * Policy  Red as long as a child is there, since the first entry of those who are: what a list told last holds for the whole time. Of
 *         a centre of which no list tells nothing is said, as of one that is only sighted: that is unlisted-place.ts.
 */
import { isSocialAssistanceCentre } from '@vigia/law/facilities'
import { isInRegistry } from '@vigia/law/facility-registry'
import { climb } from '../../engine/course.ts'
import type { FacilityRule } from '../../engine/rule.ts'

export const unregisteredCentre: FacilityRule = {
  kind: 'UNREGISTERED_CENTRE',
  about: 'FACILITY',
  endedBy: 'placements/facilities/DIF',
  courses: ({ id, state, type, registryStatus, entries, lastExit }, thresholds) => {
    const isRegistered = isInRegistry(registryStatus)
    if (isRegistered === null || !isSocialAssistanceCentre(type)) return []
    const of = { subject: id, state, facilityId: id, ending: null }
    const [since] = entries
    if (!isRegistered && since) return [{ ...of, since, steps: climb({ since }, thresholds) }]
    const at = since ?? lastExit?.at
    if (!at) return []
    return [{ ...of, since: at, steps: [], proof: isRegistered ? { fact: 'facility', id, at: null } : lastExit }]
  },
}
