/**
 * How grave it is that notices wait for a case (domain.md A06).
 *
 * Law     LGDNNA arts. 122 and 123: the duty; no number of days.
 * Policy  24 hours, 72 hours and 5 working days are defaults of Vigía, as for the alert.
 */
import { hoursBetween } from '../../format/calendar.ts'
import type { Severity } from '../../ui/severity-mark.tsx'

type Waiting = { unprocessed: number; overdue: number; asOf: string; oldestNotifiedAt: string | null }

const STEPS: readonly [fromHours: number, severity: Severity][] = [
  [72, 'red'],
  [24, 'amber'],
]

/** By the oldest notice that still waits; `overdue` are those of more than 5 working days, which the registry counts by its calendar. */
export function severityOfWaiting({ unprocessed, overdue, asOf, oldestNotifiedAt }: Waiting): Severity | null {
  if (unprocessed === 0 || oldestNotifiedAt === null) return null
  if (overdue > 0) return 'critical'
  const hours = hoursBetween(oldestNotifiedAt, asOf)
  return STEPS.find(([fromHours]) => hours >= fromHours)?.[1] ?? null
}
