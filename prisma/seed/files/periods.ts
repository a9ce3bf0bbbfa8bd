/** How often a sender delivers, and until when: coarser in a small twin, because each file is one transaction of intake. */
import type { StateCode } from '@vigia/law/states'
import { civil, DAY, type Minute, minuteOf, startOfDay } from '../calendar.ts'
import type { FeedName } from './columns.ts'
import type { Sender } from './senders.ts'

/** Months in a delivery; 0 for one delivery of everything. */
type Grain = 0 | 1 | 3 | 12

/**
 * Days before the end on which an office sent its last file. Offices deliver weekly: more than a day past that is
 * late (Nayarit, Guerrero), more than seven days past it silent (Colima).
 */
export const SILENT_SINCE: Readonly<Partial<Record<StateCode, number>>> = { '06': 16, '18': 10, '12': 9 }

/**
 * The office whose determinations come in several files even in the smallest twin, so that what it writes down late does come in a
 * later file than the rest of its year.
 */
const BY_THE_YEAR: StateCode = '07'

export interface Periods {
  /** The delivery in which a row goes that is written down then: its last day, or null when none is sent any more. */
  cutoffOf(feed: FeedName, sender: Sender, arrivesAt: Minute): Minute | null
  /** True where the delivery is the sender's last so far. */
  isLast(sender: Sender, cutoff: Minute): boolean
}

export function periodsOf(scale: number, until: Minute): Periods {
  const byOffice: Grain = scale > 0.3 ? 1 : scale > 0.1 ? 12 : 0
  const byNation: Grain = scale > 0.3 ? 1 : scale > 0.1 ? 3 : 12
  const lastDay = ({ source, state }: Sender) =>
    startOfDay(until) - (source === 'PPNNA' && state ? (SILENT_SINCE[state] ?? 0) : 0) * DAY

  return {
    cutoffOf(feed, sender, arrivesAt) {
      const last = lastDay(sender)
      if (arrivesAt > until || arrivesAt >= last + DAY) return null
      const isWhole =
        feed === 'facilities' || feed === 'inspections' || feed === 'complaints' || sender.source === 'CNDH'
      const ofOffice: Grain = feed === 'determinations' && sender.state === BY_THE_YEAR ? byOffice || 12 : byOffice
      const end = endOf(isWhole ? 0 : sender.source === 'PPNNA' ? ofOffice : byNation, arrivesAt)
      return Math.min(end, last)
    },
    isLast: (sender, cutoff) => cutoff === lastDay(sender),
  }
}

/** The last day of the delivery that a moment falls in. */
function endOf(grain: Grain, at: Minute): Minute {
  if (grain === 0) return Number.POSITIVE_INFINITY
  const { year, month } = civil(at)
  const first = Math.floor((month - 1) / grain) * grain + 1
  return minuteOf(year, first + grain, 1) - DAY
}
