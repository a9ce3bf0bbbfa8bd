/**
 * Which feeds are due for every state, from whom and how often, and when silence becomes grave.
 *
 * Law     LGDNNA art. 99: the information is sent at the moment in which it arises, and INM and COMAR provide theirs. Art. 112: the
 *         Procuradurías report every six months what the visits to centres found.
 * Policy  The usual periods are how the authorities deliver today (domain.md 6): INM by day, offices by week or month. What a checklist says of
 *         a return INM owes by the week, since who escorts a child writes it down afterwards; what the CNDH saw is told beside. No law
 *         has a commission of human rights tell this registry of complaints: it is asked by the month, as COMAR is. 24 hours late is LATE and 7 days late is SILENT: the first and last steps of A33 of domain.md, defaults of Vigía.
 */
import type { Authority } from '@vigia/law/authorities'
import { DAY_IN_MS, HOUR_IN_MS } from '@vigia/law/durations'
import type { ReportingStatus } from '@vigia/law/official-figures'

export interface ExpectedFeed {
  service: string
  feed: string
  /** Whoever of these sends it, it has been sent. */
  sources: readonly [Authority, ...Authority[]]
  usualPeriodInDays: number
}

export const EXPECTED_FEEDS: readonly ExpectedFeed[] = [
  { service: 'children', feed: 'detections', sources: ['INM'], usualPeriodInDays: 1 },
  { service: 'children', feed: 'migration-documents', sources: ['INM'], usualPeriodInDays: 7 },
  { service: 'children', feed: 'asylum-claims', sources: ['COMAR'], usualPeriodInDays: 31 },
  { service: 'placements', feed: 'facilities', sources: ['DIF', 'SNDIF'], usualPeriodInDays: 183 },
  { service: 'placements', feed: 'inspections', sources: ['PPNNA'], usualPeriodInDays: 183 },
  { service: 'placements', feed: 'stays', sources: ['INM'], usualPeriodInDays: 1 },
  { service: 'placements', feed: 'stays', sources: ['DIF', 'SNDIF'], usualPeriodInDays: 7 },
  { service: 'representation', feed: 'protection-cases', sources: ['PPNNA'], usualPeriodInDays: 7 },
  { service: 'representation', feed: 'representations', sources: ['PPNNA'], usualPeriodInDays: 7 },
  { service: 'representation', feed: 'determinations', sources: ['PPNNA'], usualPeriodInDays: 7 },
  { service: 'representation', feed: 'complaints', sources: ['CNDH'], usualPeriodInDays: 31 },
  { service: 'representation', feed: 'complaints', sources: ['CEDH'], usualPeriodInDays: 31 },
  { service: 'returns', feed: 'executed-returns', sources: ['INM'], usualPeriodInDays: 1 },
  { service: 'returns', feed: 'return-checklists', sources: ['INM'], usualPeriodInDays: 7 },
]

/** From how many hours past what is usual; gravest first. */
const STEPS: readonly [moreThanHours: number, status: ReportingStatus][] = [
  [7 * 24, 'SILENT'],
  [24, 'LATE'],
]

/** How a delivery stands at `now`. `toldUntil` is the end of the last day that was told of; null when nothing ever was. */
export function reportingStatus(toldUntil: Date | null, usualPeriodInDays: number, now: Date): ReportingStatus {
  if (!toldUntil) return 'NEVER_REPORTED'
  const overdueInMs = now.getTime() - toldUntil.getTime() - usualPeriodInDays * DAY_IN_MS
  return STEPS.find(([hours]) => overdueInMs > hours * HOUR_IN_MS)?.[1] ?? 'ON_TIME'
}
