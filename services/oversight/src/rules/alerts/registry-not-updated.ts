/**
 * A31: the registry of social assistance centres of a state was not brought up to date.
 *
 * Law     LGDNNA art. 112: reported every six months, and public.
 * Court   None known.
 * Policy  Amber at 150 days, before the term. Counted from the last day that a list of places tells of; a state of which no
 *         list was ever sent has a silent office (A33) and not an old registry.
 */
import { climb } from '../../engine/course.ts'
import type { StateRule } from '../../engine/rule.ts'

export const registryNotUpdated: StateRule = {
  kind: 'REGISTRY_NOT_UPDATED',
  about: 'STATE',
  endedBy: 'placements/facilities/DIF',
  courses: ({ state, deliveries }, thresholds) =>
    deliveries.flatMap(({ delivery, toldUntil, lastFile }) => {
      if (delivery !== 'placements/facilities/DIF' || !toldUntil) return []
      const proof = lastFile && { fact: 'batch', id: lastFile.id, at: lastFile.takenAt }
      return [
        {
          subject: state,
          state,
          since: toldUntil,
          steps: climb({ since: toldUntil }, thresholds),
          ending: null,
          proof,
        },
      ]
    }),
}
