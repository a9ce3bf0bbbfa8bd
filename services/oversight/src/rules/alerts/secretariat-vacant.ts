/**
 * A36: the executive secretary of SIPINNA, of a state or the federal one, is vacant, or whoever holds it has another post besides.
 *
 * Law     LGDNNA art. 136: the system of each state has an executive secretariat, by which the national one joins with it. Arts. 130, 131:
 *         an organ of the interior ministry is that of the national system, whose president appoints its head. No term.
 * Court   None known.
 * Policy  15, 30 and 90 days are defaults of Vigía (domain.md A36). Who oversees a post tells of it: of those of the states the federal
 *         secretary (LGDNNA art. 130 XV: coordinates with them), of the federal one the national ombudsperson. Where nothing was told
 *         nothing is guessed. What was told last holds.
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
