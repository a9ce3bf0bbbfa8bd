/** In what quality somebody represents a child, before whom, and what became of a request for counsel (domain.md 3.12). */
import type { CodeList } from './code-list.ts'

interface QualityEntry {
  /** PPNNA: by the Procuraduría. INDEPENDENT: counsel that is not its own. FAMILY: parents or guardian. */
  readonly by: 'FAMILY' | 'PPNNA' | 'INDEPENDENT' | 'NOBODY'
}

export const REPRESENTATION_QUALITIES = {
  ORIGINAL: {
    es: 'Originaria',
    en: 'By parents or guardian',
    by: 'FAMILY',
    aliases: ['representación originaria'],
  },
  SUBSTITUTE: {
    es: 'En suplencia',
    en: 'By the Procuraduría in their place',
    by: 'PPNNA',
    aliases: ['suplencia', 'representación en suplencia', 'en suplencia (PPNNA)'],
  },
  ADJUNCT: {
    es: 'Coadyuvante',
    en: 'By the Procuraduría alongside',
    by: 'PPNNA',
    aliases: ['coadyuvancia', 'representación coadyuvante', 'coadyuvante (PPNNA)'],
  },
  GUARDIAN: {
    es: 'Tutor o guarda',
    en: 'Guardian',
    by: 'FAMILY',
    aliases: ['tutor', 'tutora', 'guarda', 'tutor/guarda'],
  },
  CSO_LAWYER: {
    es: 'Abogado independiente OSC',
    en: 'Independent lawyer of civil society',
    by: 'INDEPENDENT',
    aliases: ['abogado independiente', 'abogado OSC', 'abogada independiente OSC'],
  },
  PRO_BONO: { es: 'Pro bono', en: 'Pro bono lawyer', by: 'INDEPENDENT', aliases: ['abogado pro bono'] },
  FEDERAL_DEFENDER: {
    es: 'Defensoría Pública Federal',
    en: 'Federal public defender',
    by: 'INDEPENDENT',
    aliases: ['IFDP', 'Defensoría Pública Federal (IFDP)'],
  },
  STATE_DEFENDER: {
    es: 'Defensoría estatal',
    en: 'State public defender',
    by: 'INDEPENDENT',
    aliases: ['defensoría pública estatal'],
  },
  NONE: { es: 'Ninguna', en: 'None', by: 'NOBODY', aliases: ['sin representación', 'ninguno'] },
} as const satisfies CodeList & Record<string, QualityEntry>

export type RepresentationQuality = keyof typeof REPRESENTATION_QUALITIES

export function isByProcuraduria(quality: RepresentationQuality): boolean {
  return REPRESENTATION_QUALITIES[quality].by === 'PPNNA'
}

export function isIndependentCounsel(quality: RepresentationQuality): boolean {
  return REPRESENTATION_QUALITIES[quality].by === 'INDEPENDENT'
}

export const FORUMS = {
  MIGRATION_PROCEDURE: {
    es: 'PAM',
    en: 'Migration procedure',
    aliases: ['procedimiento administrativo migratorio'],
  },
  COMAR: { es: 'COMAR', en: 'Asylum procedure' },
  AMPARO: { es: 'Amparo', en: 'Amparo' },
  CRIMINAL: { es: 'Penal', en: 'Criminal court' },
  FAMILY: { es: 'Familiar', en: 'Family court' },
  OMBUDS: {
    es: 'Queja CNDH o CEDH',
    en: 'Complaint to the ombudsperson',
    aliases: ['queja', 'queja CNDH/CEDH', 'CNDH', 'CEDH'],
  },
} as const satisfies CodeList

export type Forum = keyof typeof FORUMS

/** What a judge of amparo has said of the act that is challenged: whether it may be carried out meanwhile (Ley de Amparo arts. 125-126). */
export const SUSPENSIONS = {
  GRANTED: { es: 'Concedida', en: 'Granted', aliases: ['concedido', 'suspensión concedida', 'de plano'] },
  DENIED: { es: 'Negada', en: 'Denied', aliases: ['negado', 'suspensión negada'] },
  LIFTED: { es: 'Sin efectos', en: 'Lifted', aliases: ['revocada', 'sin efecto', 'dejada sin efectos'] },
} as const satisfies CodeList

export type Suspension = keyof typeof SUSPENSIONS

/** What became of a request for independent counsel (LGDNNA art. 92 VII). */
export const COUNSEL_ANSWERS = {
  REQUESTED: { es: 'Solicitado', en: 'Requested', aliases: ['solicitada', 'pendiente'] },
  GRANTED: { es: 'Concedido', en: 'Granted', aliases: ['concedida', 'otorgado'] },
  DENIED: { es: 'Negado', en: 'Denied', aliases: ['negada'] },
  UNANSWERED: { es: 'Sin respuesta', en: 'Unanswered' },
} as const satisfies CodeList

export type CounselAnswer = keyof typeof COUNSEL_ANSWERS

/** Who denies a child counsel of its own (domain.md 3.12). */
export const COUNSEL_DENIERS = {
  PPNNA: { es: 'Procuraduría de Protección', en: 'Office for child protection', aliases: ['PPNNA', 'procuraduría'] },
  CENTRE: {
    es: 'Centro de asistencia social',
    en: 'Social assistance centre',
    aliases: ['CAS', 'DIF', 'albergue', 'centro'],
  },
  COMAR: { es: 'COMAR', en: 'COMAR' },
  INM: { es: 'INM', en: 'INM', aliases: ['Instituto Nacional de Migración'] },
} as const satisfies CodeList

export type CounselDenier = keyof typeof COUNSEL_DENIERS
