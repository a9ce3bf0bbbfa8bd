/** The Procuraduría's file on a child: its status and why it is closed (domain.md 3.14). */
import type { CodeList } from './code-list.ts'

export const CASE_STATUSES = {
  OPEN: { es: 'Abierto', en: 'Open', aliases: ['abierta', 'activo', 'en trámite'] },
  IN_FOLLOW_UP: { es: 'En seguimiento', en: 'In follow-up', aliases: ['seguimiento'] },
  CLOSED: { es: 'Cerrado', en: 'Closed', aliases: ['cerrada', 'concluido', 'concluida', 'baja'] },
  TRANSFERRED: {
    es: 'Transferido',
    en: 'Transferred to another Procuraduría',
    aliases: ['trasladado', 'declinado'],
  },
} as const satisfies CodeList

export type CaseStatus = keyof typeof CASE_STATUSES

interface ClosingEntry {
  /** Closed because the child had gone: the fate LEFT. */
  readonly left: boolean
}

export const CLOSING_REASONS = {
  PLAN_FULFILLED: {
    es: 'Cumplimiento del plan de restitución',
    en: 'Restitution plan fulfilled',
    left: false,
    aliases: ['cumplimiento del plan'],
  },
  FAMILY_REINTEGRATION: { es: 'Reintegración familiar', en: 'Family reintegration', left: false },
  REFERRED: {
    es: 'Canalización a autoridad competente',
    en: 'Referred to the competent authority',
    left: false,
    aliases: ['canalización'],
  },
  IMPOSSIBLE: { es: 'Imposibilidad material', en: 'Materially impossible', left: false },
  RETURN_WITH_DETERMINATION: {
    es: 'Retorno con BID',
    en: 'Returned with a determination',
    left: false,
    aliases: ['retorno con determinación'],
  },
  RETURN_WITHOUT_DETERMINATION: {
    es: 'Retorno sin BID',
    en: 'Returned without a determination',
    left: false,
    aliases: ['retorno sin determinación'],
  },
  MAJORITY: { es: 'Mayoría de edad', en: 'Turned 18', left: false },
  DEATH: { es: 'Fallecimiento', en: 'Death', left: false },
  DUPLICATE: { es: 'Duplicado', en: 'Duplicate', left: false },
  REFUGEE_INTEGRATED: {
    es: 'Reconocido refugiado e integrado',
    en: 'Recognised refugee, integrated',
    left: false,
  },
  UNAUTHORISED_EXIT: { es: 'Salida no autorizada', en: 'Unauthorised exit', left: true },
  CONTINUED_ROUTE: {
    es: 'Continuó ruta migratoria',
    en: 'Continued on the way',
    left: true,
    aliases: ['continuó ruta'],
  },
  ABANDONMENT: {
    es: 'Abandono voluntario',
    en: 'Abandoned the procedure',
    left: true,
    aliases: ['abandono'],
  },
  NOT_LOCATED: {
    es: 'No localización',
    en: 'Not located',
    left: true,
    aliases: ['no localizada', 'no localizado'],
  },
  OTHER: { es: 'Otro', en: 'Other', left: false, aliases: ['otra'] },
} as const satisfies CodeList & Record<string, ClosingEntry>

export type ClosingReason = keyof typeof CLOSING_REASONS

export function hasLeft(reason: ClosingReason): boolean {
  return CLOSING_REASONS[reason].left
}
