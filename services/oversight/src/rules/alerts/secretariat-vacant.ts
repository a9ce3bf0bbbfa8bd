/**
 * A36: the executive secretary of SIPINNA of a state is vacant, or whoever holds it has another post besides.
 *
 * Law     LGDNNA art. 136: the system of each state has an executive secretariat, by which the national one joins with it. No term.
 * Court   None known.
 * Policy  15, 30 and 90 days are defaults of Vigía (domain.md A36). The federal secretary tells of it (LGDNNA art. 130 XV: coordinates
 *         with those of the states); of a state of which nothing was told nothing is guessed. What was told last holds.
 */
import { instantOf } from '@vigia/law/mexican-time'
import { climb } from '../../engine/course.ts'
import type { StateRule } from '../../engine/rule.ts'

export const secretariatVacant: StateRule = {
  kind: 'SECRETARIAT_VACANT',
  about: 'STATE',
  endedBy: null,
  courses: ({ state, secretariat }, thresholds) => {
    if (!secretariat) return []
    const { id, condition } = secretariat
    const since = instantOf(secretariat.since)
    const told = { fact: 'secretariat', id, at: since }
    return condition === 'HELD'
      ? [{ subject: state, state, since, steps: [], ending: null, proof: told }]
      : [{ subject: state, state, since, steps: climb({ since }, thresholds), ending: null }]
  },
}
