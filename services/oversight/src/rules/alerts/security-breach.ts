/**
 * A38: the security of personal data was breached, and those whom it concerns were not told.
 *
 * Law     LGPDPPSO art. 34: those concerned, and the authority that watches over data, are told without delay of a breach that touches
 *         rights significantly, once it is confirmed and its extent is being looked into; art. 33: a log of breaches. No hours are given.
 * Court   None known.
 * Policy  Red from the hour in which it was found, in each state of whose children it is: it counts as confirmed until it is withdrawn.
 *         The secretariats that run the information system keep the log (LGDNNA arts. 130 VIII, 137 XVI); the authority whose data they
 *         were owes the notice.
 */
import { climb } from '../../engine/course.ts'
import type { StateRule } from '../../engine/rule.ts'

export const securityBreach: StateRule = {
  kind: 'SECURITY_BREACH',
  about: 'STATE',
  endedBy: null,
  courses: ({ state, breaches }, thresholds) =>
    breaches.map(({ id, authority, foundAt: since, toldAt }) => ({
      ...{ subject: `${id}/${authority}`, state, since, steps: climb({ since }, thresholds) },
      ending: toldAt && { fact: 'breach', id, at: toldAt },
    })),
}
