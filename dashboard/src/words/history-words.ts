/** What the list is called that holds all alerts of one child, those that are over too: its history. */
import type { Language } from './words.ts'

interface HistoryWords {
  title: string
  /** Where else it would say that they stand open. */
  standing: string
}

const WORDS: Readonly<Record<Language, HistoryWords>> = {
  es: { title: 'Todas las alertas de una niña, niño o adolescente', standing: 'abiertas y terminadas' },
  en: { title: 'All alerts of one child', standing: 'open and over' },
}

export const historyWords = (language: Language): HistoryWords => WORDS[language]
