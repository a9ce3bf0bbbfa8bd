/** The list of the files, in the order in which they can be taken in. */
import type { StateCode } from '@vigia/law/states'
import { FEEDS, type FeedName, type Service } from './columns.ts'
import type { Source } from './senders.ts'

export interface ManifestEntry {
  readonly file: string
  readonly service: Service
  readonly feed: FeedName
  readonly source: Source
  readonly state: StateCode | null
  /** Last day that the file tells of. */
  readonly cutoff: string
  readonly status: 'DEFINITIVE' | 'PRELIMINARY'
  /** Rows of data, without header, totals, blanks and notes. */
  readonly rows: number
}

/**
 * Service by service, so that each has to hear of the one before only once: lists of places, children with all
 * their detections, where they were, what Procuradurías did, who was returned. Inside a service delivery by delivery,
 * and in each what names something before what refers to it. DIF's stays come before INM's: DIF tells of a stay
 * while it lasts, and the exit must be known before the same child's next stay with INM is.
 */
export function inOrder(entries: readonly ManifestEntry[]): ManifestEntry[] {
  const key = ({ service, feed, cutoff, source, state }: ManifestEntry) => {
    const phase = feed === 'facilities' ? 0 : SERVICES.indexOf(service) + 1
    const rank = String(FEEDS[feed].rank).padStart(2, '0')
    const place = feed === 'stays' && source === 'SNDIF' ? '0' : '1'
    return [phase, cutoff, rank, place, source, state ?? ''].join(' ')
  }
  return entries
    .map((entry) => ({ entry, at: key(entry) }))
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
    .map(({ entry }) => entry)
}

const SERVICES: readonly Service[] = ['children', 'placements', 'representation', 'returns']
