/**
 * Whether a reason for which a record is opened says something (_law/src/written-words.ts).
 *
 * Policy  Twenty characters for an emergency, ten for an ordinary reason.
 */
import type { OpenedBy } from '@vigia/law/opened-records'
import { faultOfWords, SHORTEST_REASON } from '@vigia/law/written-words'

const SHORTEST: Readonly<Record<OpenedBy, number>> = { REASON: SHORTEST_REASON, EMERGENCY: 20 }

/** What is wrong with it, in a sentence for its author; null where nothing is. */
export function faultOfReason(reason: string, by: OpenedBy): string | null {
  return faultOfWords(reason, SHORTEST[by])
}
