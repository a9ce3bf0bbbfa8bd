/** What makes an alert of a kind as grave as no time does, in a few words: which act it is, and of whom it is asked. */
import type { AlertKind } from '../api/filters.ts'
import type { Language } from './words.ts'

const WORDS: Readonly<Record<Language, Readonly<Partial<Record<AlertKind, string>>>>> = {
  es: {
    NOT_REPRESENTED: 'si antes se le entrevistó o se resolvió algo',
    STATUS_WITHOUT_CARD: 'si una autoridad retiene la tarjeta o limita dónde puede estar',
    NO_INITIAL_EVALUATION: 'si se programa o se ejecuta su retorno sin ella',
    RETURN_WHILE_PENDING: 'si un amparo suspendió el retorno',
    UNSAFE_RETURN: 'si lo que consta son armas a la vista o pertenencias que faltan',
    CLAIM_GIVEN_UP_IN_CARE: 'si no consta abogado independiente',
    OVERCROWDED: 'con una persona más de las que caben, si es una estación o estancia',
    NO_INTERPRETER: 'si faltó en la determinación',
    COUNSEL_REQUEST_UNANSWERED: 'si se le negó',
  },
  en: {
    NOT_REPRESENTED: 'where the child was interviewed, or something was decided, before',
    STATUS_WITHOUT_CARD: 'where an authority keeps the card or limits where the child may be',
    NO_INITIAL_EVALUATION: 'once a return is planned or executed without it',
    RETURN_WHILE_PENDING: 'where an amparo suspended the return',
    UNSAFE_RETURN: 'where what is told is visible firearms or missing belongings',
    CLAIM_GIVEN_UP_IN_CARE: 'where no independent counsel is recorded',
    OVERCROWDED: 'by one more than it has room for, of a station or of temporary premises of INM',
    NO_INTERPRETER: 'where it was missing at the determination',
    COUNSEL_REQUEST_UNANSWERED: 'once denied',
  },
}

/** Undefined of kinds that time alone, or a number, makes graver. */
export const actThatWeighs = (kind: AlertKind, language: Language): string | undefined => WORDS[language][kind]
