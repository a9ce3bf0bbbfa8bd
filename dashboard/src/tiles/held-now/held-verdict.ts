/**
 * How grave it is that children are held now (domain.md A01, A02).
 *
 * Law     Ley de Migración art. 99 ¶3: never in a station or a place set up as one.
 * Court   SCJN, AR 388/2022: nobody may be held for more than 36 hours.
 * Policy  3 and 24 hours are defaults of Vigía; the law says "de inmediato".
 */
import type { Severity } from '../../ui/severity-mark.tsx'

type Held = { heldNow: number; inProhibitedPlaces: number; over36Hours: number; longestHours: number | null }

const RED_FROM_HOURS = 24
const AMBER_FROM_HOURS = 3

export function severityOfHeld({ heldNow, inProhibitedPlaces, over36Hours, longestHours }: Held): Severity | null {
  if (heldNow === 0) return null
  if (inProhibitedPlaces > 0 || over36Hours > 0) return 'critical'
  const hours = longestHours ?? 0
  if (hours >= RED_FROM_HOURS) return 'red'
  return hours >= AMBER_FROM_HOURS ? 'amber' : null
}
