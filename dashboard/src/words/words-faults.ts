/** Which rule written words break, as whoever wrote them is told. */
import { LONGEST_WORDS, ruleBrokenBy, type WordsFault } from '@vigia/law/written-words'
import type { Language } from './words.ts'

const SENTENCES: Readonly<Record<Language, Readonly<Record<WordsFault, (shortest: number) => string>>>> = {
  es: {
    TOO_SHORT: (shortest) => `Es demasiado corto: escriba al menos ${shortest} caracteres.`,
    TOO_LONG: () => `Es demasiado largo: escriba a lo más ${LONGEST_WORDS} caracteres.`,
    CHARACTERS: () => 'Tiene signos que no se ven: escríbalo de nuevo como texto simple, en un renglón.',
    NAMES_SOMEBODY: () => 'Lleva la CURP, el teléfono o el correo de alguien: quítelos, porque otras oficinas lo leen.',
    SAYS_NOTHING: () => 'No dice lo bastante: escriba al menos tres palabras distintas, con seis letras distintas.',
  },
  en: {
    TOO_SHORT: (shortest) => `It is too short: write ${shortest} characters at least.`,
    TOO_LONG: () => `It is too long: write ${LONGEST_WORDS} characters at most.`,
    CHARACTERS: () => 'It holds signs that cannot be seen: write it again as plain text, in one line.',
    NAMES_SOMEBODY: () =>
      'It holds a CURP, telephone or e-mail of somebody: take it out, since other offices read this.',
    SAYS_NOTHING: () => 'It does not say enough: write at least three different words, with six different letters.',
  },
}

/** Null where nothing is wrong with them. `shortest` is in characters. */
export function wordsFaultIn(words: string, shortest: number, language: Language): string | null {
  const rule = ruleBrokenBy(words, shortest)
  return rule && SENTENCES[language][rule](shortest)
}
