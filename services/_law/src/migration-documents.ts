/** Migration documents: which, in what state, in whose hands, and the CURP that comes with them (LM arts. 52, 54; domain.md 3.8). */
import type { CodeList } from './code-list.ts'

export const MIGRATION_DOCUMENTS = {
  VISITOR_WITHOUT_PERMISSION: {
    es: 'Visitante sin permiso',
    en: 'Visitor without permission to work',
    aliases: ['visitante sin permiso para realizar actividades remuneradas'],
  },
  VISITOR_WITH_PERMISSION: {
    es: 'Visitante con permiso',
    en: 'Visitor with permission to work',
    aliases: ['con permiso', 'visitante con permiso para realizar actividades remuneradas'],
  },
  REGIONAL_VISITOR: {
    es: 'Visitante regional',
    en: 'Regional visitor',
    aliases: ['TVR', 'tarjeta de visitante regional'],
  },
  BORDER_WORKER: {
    es: 'Visitante trabajador fronterizo',
    en: 'Border worker',
    aliases: ['TVTF', 'trabajador fronterizo'],
  },
  HUMANITARIAN_VISITOR: {
    es: 'Visitante por razones humanitarias',
    en: 'Visitor on humanitarian grounds',
    aliases: ['TVRH', 'VRH', 'tarjeta de visitante por razones humanitarias', 'razones humanitarias'],
  },
  ADOPTION_VISITOR: {
    es: 'Visitante con fines de adopción',
    en: 'Visitor for adoption',
    aliases: ['con fines de adopción'],
  },
  TEMPORARY_RESIDENT: { es: 'Residente temporal', en: 'Temporary resident' },
  STUDENT_RESIDENT: { es: 'Residente temporal estudiante', en: 'Student', aliases: ['estudiante'] },
  PERMANENT_RESIDENT: { es: 'Residente permanente', en: 'Permanent resident' },
  ASYLUM_CERTIFICATE: {
    es: 'Constancia de trámite COMAR',
    en: 'Certificate of asylum claim',
    aliases: ['constancia COMAR', 'constancia de trámite'],
  },
  PROVISIONAL_PERMIT: {
    es: 'Oficio o permiso provisional',
    en: 'Provisional permit',
    aliases: ['permiso provisional', 'oficio provisional', 'oficio/permiso provisional con vigencia y territorio'],
  },
  EXIT_LETTER: { es: 'Oficio de salida', en: 'Exit letter' },
  NONE: {
    es: 'Ninguno',
    en: 'None, irregular',
    aliases: ['irregular', 'ninguno/irregular', 'sin documento'],
  },
  MEXICAN: {
    es: 'Mexicana o mexicano',
    en: 'Mexican national',
    aliases: ['mexicana/o', 'mexicana', 'mexicano'],
  },
} as const satisfies CodeList

export type MigrationDocument = keyof typeof MIGRATION_DOCUMENTS

export const DOCUMENT_STATUSES = {
  REQUESTED: { es: 'Solicitado', en: 'Requested', aliases: ['solicitada', 'en trámite'] },
  GRANTED_WITHOUT_CARD: {
    es: 'Otorgado sin tarjeta',
    en: 'Granted, no card yet',
    aliases: ['otorgado', 'otorgada'],
  },
  CARD_ISSUED: { es: 'Tarjeta expedida', en: 'Card issued', aliases: ['expedido', 'expedida'] },
  EXPIRED: { es: 'Vencido', en: 'Expired', aliases: ['vencida'] },
  IN_RENEWAL: { es: 'En renovación', en: 'In renewal' },
  DENIED: { es: 'Negado', en: 'Denied', aliases: ['negada'] },
} as const satisfies CodeList

export type DocumentStatus = keyof typeof DOCUMENT_STATUSES

/** Who holds the card. Held by an authority, it is retained. */
export const DOCUMENT_HOLDERS = {
  CHILD: { es: 'NNA', en: 'The child', aliases: ['niña, niño o adolescente'] },
  FAMILY: { es: 'Familia', en: 'The family' },
  CAS_OR_DIF: { es: 'CAS o DIF', en: 'Centre or DIF', aliases: ['CAS', 'DIF', 'CAS/DIF'] },
  PPNNA: { es: 'Procuraduría', en: 'The Procuraduría', aliases: ['PPNNA'] },
  INM: { es: 'INM', en: 'INM' },
  UNKNOWN: { es: 'Se desconoce', en: 'Unknown', aliases: ['desconocido', 'N.E.'] },
} as const satisfies CodeList

export type DocumentHolder = keyof typeof DOCUMENT_HOLDERS

export function isRetained(holder: DocumentHolder): boolean {
  return holder === 'CAS_OR_DIF' || holder === 'PPNNA' || holder === 'INM'
}

export const CURP_ASSIGNMENTS = {
  NONE: { es: 'Ninguna', en: 'None', aliases: ['sin CURP', 'no'] },
  TEMPORARY: { es: 'Temporal', en: 'Temporary', aliases: ['CURP temporal'] },
  DEFINITIVE: { es: 'Definitiva', en: 'Definitive', aliases: ['CURP definitiva', 'sí'] },
} as const satisfies CodeList

export type CurpAssignment = keyof typeof CURP_ASSIGNMENTS
