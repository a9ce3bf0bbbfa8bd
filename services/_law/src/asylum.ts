/** The states of a claim before COMAR, from a first indication to its end (LRPCAP; domain.md 3.9). */
import type { CodeList } from './code-list.ts'

interface AsylumEntry {
  /** Before a claim, a claim that is pending, a claim that protects, or one that has ended without. */
  readonly phase: 'BEFORE' | 'PENDING' | 'PROTECTED' | 'ENDED'
}

export const ASYLUM_STATUSES = {
  NO_INDICATION: { es: 'Sin indicio', en: 'No indication', phase: 'BEFORE' },
  INDICATION: {
    es: 'Indicio identificado',
    en: 'Indication identified',
    phase: 'BEFORE',
    aliases: ['indicio'],
  },
  NOT_INFORMED: {
    es: 'No informado',
    en: 'Not informed of the right',
    phase: 'BEFORE',
    aliases: ['no informada'],
  },
  INTENTION: { es: 'Manifestó intención', en: 'Said they want to claim', phase: 'BEFORE' },
  FILED: {
    es: 'Solicitud presentada',
    en: 'Claim filed',
    phase: 'PENDING',
    aliases: ['presentada', 'solicitud'],
  },
  CERTIFICATE_ISSUED: {
    es: 'Constancia expedida',
    en: 'Certificate issued',
    phase: 'PENDING',
    aliases: ['constancia'],
  },
  INTERVIEW: { es: 'En entrevista', en: 'In interview', phase: 'PENDING', aliases: ['entrevista'] },
  EXTENDED: { es: 'Ampliación de plazo', en: 'Term extended', phase: 'PENDING' },
  REFUGEE: {
    es: 'Reconocido refugiado',
    en: 'Recognised as a refugee',
    phase: 'PROTECTED',
    aliases: ['reconocida', 'reconocido', 'refugiado', 'reconocida refugiada'],
  },
  COMPLEMENTARY_PROTECTION: {
    es: 'Protección complementaria',
    en: 'Complementary protection',
    phase: 'PROTECTED',
  },
  DENIED: { es: 'Negado', en: 'Denied', phase: 'ENDED', aliases: ['negada'] },
  IN_REVIEW: { es: 'En revisión', en: 'In review', phase: 'PENDING', aliases: ['recurso de revisión'] },
  IN_AMPARO: { es: 'En amparo', en: 'In amparo', phase: 'PENDING', aliases: ['amparo'] },
  WITHDRAWN: { es: 'Desistimiento', en: 'Withdrawn', phase: 'ENDED', aliases: ['desistió'] },
  ABANDONED: { es: 'Abandono', en: 'Abandoned', phase: 'ENDED', aliases: ['abandonada'] },
  FILED_AWAY: {
    es: 'Archivado o duplicado',
    en: 'Filed away or duplicate',
    phase: 'ENDED',
    aliases: ['archivado', 'duplicado', 'archivado/duplicado'],
  },
  DERIVATIVE_REQUESTED: {
    es: 'Derivación por familia solicitada',
    en: 'Derivative status requested',
    phase: 'PENDING',
  },
  DERIVATIVE_GRANTED: {
    es: 'Derivación por familia otorgada',
    en: 'Derivative status granted',
    phase: 'PROTECTED',
  },
  DERIVATIVE_DENIED: { es: 'Derivación por familia negada', en: 'Derivative status denied', phase: 'ENDED' },
} as const satisfies CodeList & Record<string, AsylumEntry>

export type AsylumStatus = keyof typeof ASYLUM_STATUSES

/** Nobody may be returned while this holds (LRPCAP art. 6; LM art. 121). */
export function forbidsReturn(status: AsylumStatus): boolean {
  const { phase } = ASYLUM_STATUSES[status]
  return phase === 'PENDING' || phase === 'PROTECTED'
}

/** It was presented: an indication, or the wish to claim, keeps no term (LRPCAP art. 18) and asks for no decision (art. 24). */
export function wasFiled(status: AsylumStatus): boolean {
  return ASYLUM_STATUSES[status].phase !== 'BEFORE'
}

/** COMAR's file tells of a need, of the wish to claim, or of a claim, whatever became of it; not that there is no sign, or that nobody informed the child. */
export function tellsOfNeed(status: AsylumStatus): boolean {
  return status !== 'NO_INDICATION' && status !== 'NOT_INFORMED'
}

/** COMAR has said whether it protects: what is reviewed, or before a court, was denied before. One that was given up was not decided. */
export function wasDecided(status: AsylumStatus): boolean {
  const isDenied = status === 'DENIED' || status === 'DERIVATIVE_DENIED'
  return isDenied || isChallenged(status) || ASYLUM_STATUSES[status].phase === 'PROTECTED'
}

/** A denial of COMAR is before COMAR itself, or before a judge. */
export function isChallenged(status: AsylumStatus): boolean {
  return status === 'IN_REVIEW' || status === 'IN_AMPARO'
}

/** Why a claim was withdrawn or abandoned. The authority has no list of its own: a default of Vigía, by what KIND and CNDH report. */
export const REASONS_FOR_GIVING_UP = {
  RETURNS_HOME: { es: 'Prefiere regresar', en: 'Would rather return', aliases: ['retorno', 'regreso a su país'] },
  GOES_ON: { es: 'Continuó su ruta', en: 'Went on', aliases: ['continuó ruta migratoria', 'siguió su camino'] },
  JOINS_FAMILY: { es: 'Reunificación familiar', en: 'Joins the family', aliases: ['reunificación'] },
  TOO_LONG: { es: 'Tardanza del procedimiento', en: 'It took too long', aliases: ['tardanza', 'demora'] },
  HELD: { es: 'Encierro', en: 'Being kept in', aliases: ['detención', 'no quiere permanecer en el CAS'] },
  NO_COUNSEL: {
    es: 'Falta de información o de asesoría',
    en: 'Want of information or counsel',
    aliases: ['sin asesoría'],
  },
  FEAR: { es: 'Temor o presión', en: 'Fear or pressure', aliases: ['temor', 'presión'] },
  MISSED: { es: 'No se presentó', en: 'Did not appear', aliases: ['inasistencia', 'no compareció'] },
  OTHER: { es: 'Otro', en: 'Other', aliases: ['otra'] },
  NOT_SAID: { es: 'No quiso decir', en: 'Would not say', aliases: ['no dijo'] },
} as const satisfies CodeList

export type ReasonForGivingUp = keyof typeof REASONS_FOR_GIVING_UP
