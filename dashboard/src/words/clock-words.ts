/** What is said of the clock of an alert that is over. */
import type { AlertKind } from '../api/filters.ts'
import type { Language } from './words.ts'

interface ClockWords {
  ranWithinADay: string
  neverRan: string
  /** Of one that no fact ended: nobody knows that it was so, nor for how long. */
  withdrawn: string
  /** How grave by something done, or by days of an office, which are no hours of a clock. */
  graveFor: (severity: string, span: string) => string
  graveSince: (severity: string, when: string) => string
  /** Of the time that it ran, the part past the term. */
  shareRan: (share: string) => string
  /** Of what no term is given for, and of an act, which is never overdue. */
  goesOn: (span: string) => string
  /** Of a return: a plan, for a day that may not be told, or what was done. */
  planned: (day: string | null) => string
  carriedOut: string
  /** What a kind of alert says is so, of one that is over. */
  saidThen: (meaning: string) => string
  /** Of kinds that end by what is told, and not by a fact that somebody names: or by a correction, which cannot be told from it. */
  noFact: Readonly<Partial<Record<AlertKind, string>>>
}

const WORDS: Readonly<Record<Language, ClockWords>> = {
  es: {
    ranWithinADay: 'terminó el mismo día',
    neverRan: 'terminó antes de empezar a correr',
    withdrawn: 'se corrigió o se retiró su dato',
    graveFor: (severity, span) => `${severity} desde hace ${span}`,
    graveSince: (severity, when) => `${severity} desde el ${when}`,
    planned: (day) => (day === null ? 'Retorno programado' : `Retorno programado para el ${day}`),
    carriedOut: 'Retorno ya ejecutado',
    saidThen: (meaning) => `Mientras estuvo abierta: ${meaning}`,
    goesOn: (span) => `desde hace ${span}`,
    shareRan: (share) => `Del tiempo que corrió, ${share} estuvo fuera de plazo.`,
    noFact: {
      BACKLOG_GROWS: 'El rezago volvió a crecer menos que el umbral, o se corrigió el dato en que descansaba.',
      OVERCROWDED: 'Un padrón informó más plazas, o se corrigió o se retiró el dato en que descansaba.',
      TOO_FEW_CARERS:
        'Un padrón informó más personas de atención, o se corrigió o se retiró el dato en que descansaba.',
      CLAIM_GIVEN_UP_IN_CARE:
        'La COMAR informó que la solicitud sigue, o se corrigió o se retiró el dato en que descansaba.',
    },
  },
  en: {
    ranWithinADay: 'was over the same day',
    neverRan: 'was over before it began to run',
    withdrawn: 'what it rested on was corrected or withdrawn',
    graveFor: (severity, span) => `${severity} for ${span}`,
    graveSince: (severity, when) => `${severity} since ${when}`,
    planned: (day) => (day === null ? 'Return that is planned' : `Return planned for ${day}`),
    carriedOut: 'Return already carried out',
    saidThen: (meaning) => `While it was open: ${meaning}`,
    goesOn: (span) => `for ${span}`,
    shareRan: (share) => `Of the time that it ran, ${share} was past the term.`,
    noFact: {
      BACKLOG_GROWS: 'The backlog grows by less than the threshold again, or what it rested on was corrected.',
      OVERCROWDED: 'A list told of more places, or what it rested on was corrected or withdrawn.',
      TOO_FEW_CARERS: 'A list told of more carers, or what it rested on was corrected or withdrawn.',
      CLAIM_GIVEN_UP_IN_CARE: 'COMAR told that the claim goes on, or what it rested on was corrected or withdrawn.',
    },
  },
}

export const clockWords = (language: Language): ClockWords => WORDS[language]
