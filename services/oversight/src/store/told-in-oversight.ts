/** Where oversight keeps what every service was told: batches and day counters that it has from their events. */
import type { ToldTables } from '@vigia/kit/figures/told'

export const TOLD_IN_OVERSIGHT: ToldTables = {
  service: 'oversight',
  batches:
    'select state, source, cutoff_on from oversight.feed_batch where service = $1 and feed = $2 and not is_withdrawn and not awaits_count',
  days: 'oversight.indicator_day',
}
