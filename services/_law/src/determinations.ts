/** The best-interests determination (BID): how far it is, what it says, and what must have been heeded (domain.md 3.10). */
import { type CodeList, codesOf } from './code-list.ts'
import { atTheLatest, localDateOf } from './mexican-time.ts'

interface StatusEntry {
  /** Something was determined: before that it answers for no duty and permits no return (LGDNNA arts. 97, 123). */
  readonly isDecided: boolean
}

export const DETERMINATION_STATUSES = {
  NOT_STARTED: { es: 'No iniciada', en: 'Not started', isDecided: false },
  STARTED: { es: 'Iniciada', en: 'Started', isDecided: false },
  SUSPENDED: { es: 'Información suspendida', en: 'Information suspended', isDecided: false, aliases: ['suspendida'] },
  DECIDED: { es: 'Decidida', en: 'Decided', isDecided: true, aliases: ['emitida'] },
  REVIEWED: { es: 'Revisada', en: 'Reviewed', isDecided: true },
  CHALLENGED: { es: 'Impugnada', en: 'Challenged', isDecided: true },
} as const satisfies CodeList & Record<string, StatusEntry>

export type DeterminationStatus = keyof typeof DETERMINATION_STATUSES

export function isDecided(status: DeterminationStatus): boolean {
  return DETERMINATION_STATUSES[status].isDecided
}

/** By which nothing was determined yet. */
export const UNDECIDED_STATUSES: readonly DeterminationStatus[] = codesOf(DETERMINATION_STATUSES).filter(
  (status) => !isDecided(status),
)

export const DETERMINATION_OUTCOMES = {
  STAY_IN_MEXICO: {
    es: 'Permanencia en México',
    en: 'Stay in Mexico (integration)',
    aliases: ['permanencia', 'integración', 'permanencia en México (integración)'],
  },
  REUNIFICATION_IN_MEXICO: {
    es: 'Reunificación en México',
    en: 'Reunification in Mexico',
    aliases: ['reunificación familiar en México'],
  },
  REUNIFICATION_IN_THIRD_COUNTRY: {
    es: 'Reunificación en tercer país',
    en: 'Reunification in a third country',
    aliases: ['reunificación en un tercer país'],
  },
  RETURN_PERMITTED: {
    es: 'Retorno al país de origen permitido',
    en: 'Return to the country of origin permitted',
    aliases: ['retorno permitido', 'retorno asistido', 'retorno al país de origen'],
  },
  RETURN_NOT_PERMITTED: { es: 'Retorno no permitido', en: 'Return not permitted', aliases: ['no retorno'] },
  INTERNATIONAL_PROTECTION: { es: 'Protección internacional', en: 'International protection' },
  TEMPORARY_CARE: {
    es: 'Acogimiento o medida temporal',
    en: 'Care or temporary measure',
    aliases: ['acogimiento', 'medida temporal', 'acogimiento/medida temporal'],
  },
  MORE_INFORMATION: {
    es: 'Más información requerida',
    en: 'More information needed',
    aliases: ['más información'],
  },
} as const satisfies CodeList

export type DeterminationOutcome = keyof typeof DETERMINATION_OUTCOMES

export function permitsReturn(outcome: DeterminationOutcome): boolean {
  return outcome === 'RETURN_PERMITTED'
}

/**
 * The return from which a child had come back by then, as being found again on a later local day shows: the latest one; null
 * for none. What was permitted before it permits no other (LGDNNA art. 97 asks for a determination of each return; that a
 * later find and no other fact shows the coming back is a default of Vigía, and so is the later day: a return may be told
 * without its hour). A departure without an hour was after a find of its day: whoever returns a child has to show otherwise.
 */
export function cameBackFrom(at: Date, departures: readonly Date[], finds: readonly Date[]): Date | null {
  const found = latestOf(finds.filter((found) => found <= atTheLatest(at)))
  return found && latestOf(departures.filter((departed) => localDateOf(departed) < localDateOf(found)))
}

const latestOf = (instants: readonly Date[]): Date | null =>
  instants.reduce<Date | null>((last, instant) => (last && last >= instant ? last : instant), null)

/** What must have been heeded; each is yes, no or unknown. The Spanish label is the column of the file. */
export const GUARANTEES = {
  CHILD_HEARD: { es: 'NNA escuchada', en: 'Child heard' },
  INTERPRETER: { es: 'Intérprete', en: 'Interpreter' },
  REPRESENTATIVE_PRESENT: { es: 'Representante presente', en: 'Representative present' },
  LAWYER_PRESENT: {
    es: 'Abogado presente',
    en: 'Independent lawyer present',
    aliases: ['abogado independiente presente'],
  },
  MULTIDISCIPLINARY_TEAM: { es: 'Equipo multidisciplinario', en: 'Multidisciplinary team' },
  ORIGIN_ASSESSED: { es: 'País de origen evaluado', en: 'Country of origin assessed' },
  FAMILY_ASSESSED: { es: 'Familia evaluada', en: 'Family assessed' },
  REASONED: { es: 'Fundada y motivada', en: 'Reasoned' },
  NOTIFIED: { es: 'Notificada', en: 'Notified to the child' },
  REMEDY_EXPLAINED: {
    es: 'Impugnación informada',
    en: 'Remedy explained',
    aliases: ['vía de impugnación informada'],
  },
} as const satisfies CodeList

export type Guarantee = keyof typeof GUARANTEES

/** Whether it may be heeded after the decision: its notice, and what is said of how to challenge it. All else comes before. */
export function mayFollowDecision(guarantee: Guarantee): boolean {
  return guarantee === 'NOTIFIED' || guarantee === 'REMEDY_EXPLAINED'
}
