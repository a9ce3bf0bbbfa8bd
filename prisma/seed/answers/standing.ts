/**
 * The standing that a return should have, by the determinations that were sent (LGDNNA art. 97; as the returns service has
 * it). Determinations are sent by the day: one of the day of departure is not known to have come before it. What permitted the
 * return from which the child had come back (null for none) permits no other.
 */
import { mayDetermineBestInterests } from '@vigia/law/authorities'
import { permitsReturn } from '@vigia/law/determinations'
import type { Standing } from '@vigia/law/standings'
import { type Minute, startOfDay } from '../calendar.ts'
import type { Decision } from './ledger.ts'

export function expectedStanding(
  departedAt: Minute,
  decisions: readonly Decision[],
  cameBackFrom: Minute | null,
): Standing {
  const left = cameBackFrom === null ? decisions : notUsedUp(decisions, startOfDay(cameBackFrom))
  const before = left.filter(({ on }) => startOfDay(on) < startOfDay(departedAt)).toSorted((a, b) => b.on - a.on)
  const last = before.find(({ authority }) => mayDetermineBestInterests(authority))
  if (last) return permitsReturn(last.outcome) ? 'VALID' : 'DETERMINATION_SAYS_OTHERWISE'
  if (before.some(({ outcome }) => permitsReturn(outcome))) return 'DETERMINED_BY_WRONG_AUTHORITY'
  if (before.length > 0) return 'DETERMINATION_SAYS_OTHERWISE'
  const isLate = left.some(({ authority }) => mayDetermineBestInterests(authority))
  return isLate ? 'DETERMINED_AFTER_DEPARTURE' : 'NO_DETERMINATION'
}

function notUsedUp(decisions: readonly Decision[], day: Minute): Decision[] {
  const isUsed = ({ outcome, on }: Decision) => permitsReturn(outcome) && startOfDay(on) < day
  const replaced = Math.max(
    ...decisions.flatMap((one) =>
      isUsed(one) && mayDetermineBestInterests(one.authority) ? [startOfDay(one.on)] : [],
    ),
  )
  return decisions.filter((one) => !isUsed(one) && startOfDay(one.on) > replaced)
}
