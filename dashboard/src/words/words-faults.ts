/** Which rule written words break, as whoever wrote them is told. */
import { LONGEST_WORDS, ruleBrokenBy, type WordsFault } from '@vigia/law/written-words'
import type { Language } from './words.ts'

/** In characters; `over` is how many are too many. */
type Bounds = { shortest: number; longest: number; over: number }

const SENTENCES: Readonly<Record<Language, Readonly<Record<WordsFault, (of: Bounds) => string>>>> = {
  es: {
    TOO_SHORT: ({ shortest }) => `Es demasiado corto: escriba al menos ${shortest} caracteres.`,
    TOO_LONG: ({ longest, over }) => `Es demasiado largo: caben ${longest} caracteres, y sobran ${over}.`,
    CHARACTERS: () => 'Tiene signos que no se ven: escríbalo de nuevo como texto simple, en un renglón.',
    NAMES_SOMEBODY: () => 'Lleva la CURP, el teléfono o el correo de alguien: quítelos, porque otras oficinas lo leen.',
    SAYS_NOTHING: () => 'No dice lo bastante: escriba al menos tres palabras distintas, con seis letras distintas.',
  },
  en: {
    TOO_SHORT: ({ shortest }) => `It is too short: write ${shortest} characters at least.`,
    TOO_LONG: ({ longest, over }) => `It is too long: ${longest} characters go in, and ${over} are too many.`,
    CHARACTERS: () => 'It holds signs that cannot be seen: write it again as plain text, in one line.',
    NAMES_SOMEBODY: () =>
      'It holds a CURP, telephone or e-mail of somebody: take it out, since other offices read this.',
    SAYS_NOTHING: () => 'It does not say enough: write at least three different words, with six different letters.',
  },
}

/** Null where nothing is wrong with them. `shortest` and `longest` are in characters. */
export function wordsFaultIn(
  words: string,
  shortest: number,
  language: Language,
  longest = LONGEST_WORDS,
): string | null {
  const over = words.trim().length - longest
  const rule = over > 0 ? 'TOO_LONG' : ruleBrokenBy(words, shortest)
  return rule && SENTENCES[language][rule]({ shortest, longest, over })
}
