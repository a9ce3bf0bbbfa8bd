/**
 * Whether a written reason says something. Nobody can tell from its form that it is true; that is for those who read it afterwards.
 *
 * Policy  Three different words and six different letters; no few letters over and over. No CURP, telephone or e-mail of anybody: what one
 *         office writes other offices read, and a form cannot tell a name from a word. Defaults of Vigía.
 */
export const LONGEST_WORDS = 500
/** Of the reason of what is no emergency. */
export const SHORTEST_REASON = 10
const FEWEST_WORDS = 3
const FEWEST_LETTERS = 6

export type WordsFault = 'TOO_SHORT' | 'TOO_LONG' | 'CHARACTERS' | 'NAMES_SOMEBODY' | 'SAYS_NOTHING'

/** Of a reason, and of a comment or an answer too. */
const SENTENCES: Readonly<Record<WordsFault, (shortest: number) => string>> = {
  TOO_SHORT: (shortest) => `Write at least ${shortest} characters.`,
  TOO_LONG: () => `Write at most ${LONGEST_WORDS} characters.`,
  CHARACTERS: () => 'Write one line of plain text.',
  NAMES_SOMEBODY: () => 'Write it without a CURP, telephone or e-mail of anybody: other offices read it.',
  SAYS_NOTHING: () => 'Write what says something: at least three different words, with six different letters.',
}

/** Ten digits of a telephone as people write them: 55 or 961 before the rest, which is whole, in two groups or in pairs. */
const GROUPS = [
  '\\d{10}',
  '(?:\\d{2}[ .-]|\\(\\d{2}\\)[ .-]?)\\d{4}[ .-]?\\d{4}',
  '(?:\\d{3}[ .-]|\\(\\d{3}\\)[ .-]?)\\d{3}[ .-]?(?:\\d{4}|\\d{2}[ .-]\\d{2})',
  '\\d{2}([ .-])\\d{2}\\1\\d{2}\\1\\d{2}\\1\\d{2}',
].join('|')

/** As they are written, of whatever case: a CURP, whether it exists or not; a telephone of here, announced or not, and of abroad; an address of mail. */
const OF_SOMEBODY: readonly RegExp[] = [
  /(?<![\p{L}\d])[A-Z]{4}[ -]?\d{6}[ -]?[HMX][A-Z]{2}[ -]?[A-Z]{3}[ -]?[A-Z\d]\d(?![\p{L}\d])/iu,
  new RegExp(`(?<![\\p{L}\\d/.-])(?:\\+?52[ .-]?(?:1[ .-]?)?)?(?:${GROUPS})(?!\\p{L}|[\\d/.-]*[\\p{L}\\d])`, 'u'),
  /(?<!\p{L})(?:tel|cel)\.(?=(?:[ .()-]{0,2}\d){8})/iu,
  /(?<![\p{L}\d])\+\d(?:[ .()-]{0,2}\d){7,14}(?!\d)/u,
  /[^\s@]+ ?@ ?[^\s@]+\.\p{L}{2,}/u,
]

/** Whether a text holds what leads to one person, in whichever signs of Unicode it is written. Names it does not know. */
export function namesSomebody(text: string): boolean {
  const plain = text.normalize('NFKC').replace(/\p{Pd}/gu, '-')
  return OF_SOMEBODY.some((form) => form.test(plain))
}

/** What is wrong with it, in a sentence for its author; null where nothing is. `shortest` is in characters. */
export function faultOfWords(words: string, shortest: number): string | null {
  const rule = ruleBrokenBy(words, shortest)
  return rule && SENTENCES[rule](shortest)
}

/** Which rule it breaks, the first first; null where none. */
export function ruleBrokenBy(words: string, shortest: number): WordsFault | null {
  const text = words.trim()
  if (text.length < shortest) return 'TOO_SHORT'
  if (text.length > LONGEST_WORDS) return 'TOO_LONG'
  // A reason is read as it was written: nothing turns the direction of writing or hides in it.
  if (/[\p{Cc}\p{Cf}\p{Cs}]/u.test(text)) return 'CHARACTERS'
  if (namesSomebody(text)) return 'NAMES_SOMEBODY'
  const different = new Set(text.toLowerCase().match(/\p{L}{2,}/gu))
  const letters = new Set(text.toLowerCase().match(/\p{L}/gu))
  const says = different.size >= FEWEST_WORDS && letters.size >= FEWEST_LETTERS
  return says ? null : 'SAYS_NOTHING'
}
