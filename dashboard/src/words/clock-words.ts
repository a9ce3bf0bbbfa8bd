/** What is said of the clock of an alert that is over. */
import type { Language } from './words.ts'

interface ClockWords {
  ranWithinADay: string
  neverRan: string
  /** Of the time that it ran, the part past the term. */
  shareRan: (share: string) => string
  /** Of a backlog: nobody tells a fact by which it grows less. */
  grewLess: string
}

const WORDS: Readonly<Record<Language, ClockWords>> = {
  es: {
    ranWithinADay: 'terminó el mismo día',
    neverRan: 'terminó antes de empezar a correr',
    shareRan: (share) => `Del tiempo que corrió, ${share} estuvo fuera de plazo.`,
    grewLess: 'El rezago volvió a crecer menos que el umbral, o se corrigió el dato en que descansaba.',
  },
  en: {
    ranWithinADay: 'was over the same day',
    neverRan: 'was over before it began to run',
    shareRan: (share) => `Of the time that it ran, ${share} was past the term.`,
    grewLess: 'The backlog grows by less than the threshold again, or what it rested on was corrected.',
  },
}

export const clockWords = (language: Language): ClockWords => WORDS[language]
