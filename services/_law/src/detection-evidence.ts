/** What shows that the first steps were taken: the notice, the interview, the initial evaluation, INM's procedure (domain.md 2.1). */
import type { CodeList } from './code-list.ts'

/** By which channel a Procuraduría was told (Ley de Migración art. 112 I). Default of Vigía: the law names none. */
export const NOTICE_CHANNELS = {
  LETTER: { es: 'Oficio', en: 'Official letter', aliases: ['escrito', 'por oficio'] },
  EMAIL: { es: 'Correo electrónico', en: 'E-mail', aliases: ['correo', 'correo institucional'] },
  PHONE: { es: 'Teléfono', en: 'Telephone', aliases: ['llamada', 'vía telefónica'] },
  IN_PERSON: { es: 'En persona', en: 'In person', aliases: ['presencial'] },
  SYSTEM: { es: 'Sistema de información', en: 'Information system', aliases: ['sistema', 'plataforma'] },
  OTHER: { es: 'Otro medio', en: 'Other channel', aliases: ['otro'] },
} as const satisfies CodeList

export type NoticeChannel = keyof typeof NOTICE_CHANNELS

/** Who interviewed the child. Only staff specialised in children may (Ley de Migración art. 112 VI). */
export const INTERVIEWERS = {
  CHILD_PROTECTION_OFFICER: {
    es: 'Oficial de Protección a la Infancia',
    en: 'Child protection officer of INM',
    aliases: ['OPI'],
  },
  FEDERAL_AGENT: { es: 'Agente federal de migración', en: 'Federal migration agent', aliases: ['AFM'] },
  PROCURADURIA: { es: 'Personal de la Procuraduría', en: 'Staff of the Procuraduría', aliases: ['PPNNA'] },
  DIF: { es: 'Personal del DIF', en: 'Staff of DIF', aliases: ['DIF'] },
  COMAR: { es: 'Personal de COMAR', en: 'Staff of COMAR', aliases: ['COMAR'] },
  OTHER: { es: 'Otra persona', en: 'Somebody else', aliases: ['otro', 'otra'] },
} as const satisfies CodeList

export type Interviewer = keyof typeof INTERVIEWERS

/** What the DIF's initial evaluation found (LGDNNA art. 98, Ley de Migración art. 29 III). */
export const EVALUATION_RESULTS = {
  PROTECTION_NEEDED: { es: 'Con indicios de protección internacional', en: 'Signs of a need for protection' },
  NOT_NEEDED: { es: 'Sin indicios de protección internacional', en: 'No signs of a need for protection' },
  INCONCLUSIVE: { es: 'No concluyente', en: 'Inconclusive', aliases: ['pendiente'] },
} as const satisfies CodeList

export type EvaluationResult = keyof typeof EVALUATION_RESULTS

/** What follows of what was said of signs of a need for protection, and of the evaluation, in a word that rules of alerts read. RULED_OUT: by the evaluation. */
export const PROTECTION_NEEDS = ['SEEN', 'RULED_OUT', 'SEEN_AND_RULED_OUT', 'NOT_SEEN'] as const

export type ProtectionNeed = (typeof PROTECTION_NEEDS)[number]

/** Of cells as they were read: whether somebody saw signs, `t` or `f`, and the result of the evaluation. */
export function needIn(signs: string | null, result: string | null): ProtectionNeed {
  const isSeen = signs === 't' || result === 'PROTECTION_NEEDED'
  if (result === 'NOT_NEEDED') return isSeen ? 'SEEN_AND_RULED_OUT' : 'RULED_OUT'
  return isSeen ? 'SEEN' : 'NOT_SEEN'
}

export function isNeedSeen(need: ProtectionNeed | null): boolean {
  return need === 'SEEN' || need === 'SEEN_AND_RULED_OUT'
}

export function isNeedRuledOut(need: ProtectionNeed | null): boolean {
  return need === 'RULED_OUT' || need === 'SEEN_AND_RULED_OUT'
}

/** How INM's administrative procedure of a child ended (Ley de Migración arts. 20 IV, 79, 112 III). */
export const PROCEDURE_DECISIONS = {
  REGULARISED: { es: 'Regularización', en: 'Regularised', aliases: ['regularización migratoria'] },
  ASSISTED_RETURN: { es: 'Retorno asistido', en: 'Assisted return' },
  EXIT_LETTER: { es: 'Oficio de salida', en: 'Exit letter' },
  REFERRED: { es: 'Remisión a otra autoridad', en: 'Referred to another authority', aliases: ['remisión'] },
  CLOSED: { es: 'Conclusión sin resolución', en: 'Closed without a decision', aliases: ['archivo', 'conclusión'] },
} as const satisfies CodeList

export type ProcedureDecision = keyof typeof PROCEDURE_DECISIONS
