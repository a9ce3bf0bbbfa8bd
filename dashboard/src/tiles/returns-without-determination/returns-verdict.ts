/**
 * How grave returns without a valid determination are, and since when there is no week without them (domain.md A16).
 *
 * Law     LGDNNA art. 97, Ley de Migración art. 112 III: never before a determination that permits it. One is a breach.
 */
import type { Severity } from '../../ui/severity-mark.tsx'

export const severityOfReturns = (withoutValidDetermination: number): Severity | null =>
  withoutValidDetermination > 0 ? 'critical' : null

type Week = { from: string; count: number | null }
type Since = { kind: 'week'; from: string } | { kind: 'always' } | { kind: 'now' }

/**
 * The first of the weeks, up to the last closed one, that had such returns without a break. An unknown week breaks nothing, and
 * none begins with one: nobody knows that it had any. `running` is what the week that has not ended yet has had; null where none had any.
 */
export function unbrokenSince(weeks: readonly Week[], running: number | null): Since | null {
  const after = weeks.findLastIndex(({ count }) => count === 0) + 1
  const first = weeks.findIndex(({ count }, at) => at >= after && count !== null)
  if (first === -1) return running ? { kind: 'now' } : null
  return first === 0 ? { kind: 'always' } : { kind: 'week', from: weeks[first]?.from ?? '' }
}
