/**
 * Whether a reason says something. Nobody can tell from its form that it is true; that is for those who read it afterwards.
 *
 * Policy  Twenty characters for an emergency, ten for an ordinary reason; three different words; no few letters over and over.
 */
import type { OpenedBy } from '@vigia/law/opened-records'

const LONGEST = 500
const SHORTEST: Readonly<Record<OpenedBy, number>> = { REASON: 10, EMERGENCY: 20 }
const FEWEST_WORDS = 3
const FEWEST_LETTERS = 6

/** What is wrong with it, in a sentence for its author; null where nothing is. */
export function faultOfReason(reason: string, by: OpenedBy): string | null {
  const text = reason.trim()
  if (text.length < SHORTEST[by]) return `Write the reason in at least ${SHORTEST[by]} characters.`
  if (text.length > LONGEST) return `Write the reason in at most ${LONGEST} characters.`
  // A reason is read as it was written: nothing turns the direction of writing or hides in it.
  if (/[\p{Cc}\p{Cf}\p{Cs}]/u.test(text)) return 'Write the reason in one line of plain text.'
  const words = new Set(text.toLowerCase().match(/\p{L}{2,}/gu))
  const letters = new Set(text.toLowerCase().match(/\p{L}/gu))
  const says = words.size >= FEWEST_WORDS && letters.size >= FEWEST_LETTERS
  return says ? null : 'Write a reason that says why: the record is not opened for this one.'
}
