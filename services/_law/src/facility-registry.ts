/** What is known of a facility itself: how it came to be known, and whether it stands in the registry of centres. */
import type { CodeList } from './code-list.ts'

/** How a place came to be known, from one sighting to its closing. Default of Vigía. */
export const FACILITY_LIFECYCLES = {
  SIGHTED: { es: 'Avistado', en: 'Sighted by one source' },
  CORROBORATED: { es: 'Corroborado', en: 'Seen by two sources or more' },
  ACKNOWLEDGED: {
    es: 'Reconocido',
    en: 'Acknowledged by its authority',
    aliases: ['activo', 'en operación'],
  },
  DENIED: { es: 'Negado', en: 'Denied by its authority' },
  CLOSED: { es: 'Cerrado', en: 'Closed', aliases: ['inactivo', 'suspendido', 'clausurado'] },
} as const satisfies CodeList

export type FacilityLifecycle = keyof typeof FACILITY_LIFECYCLES

/** Its standing in the national registry of social assistance centres (LGDNNA art. 112). */
export const REGISTRY_STATUSES = {
  REGISTERED: { es: 'Registrado', en: 'Registered' },
  CERTIFIED: { es: 'Certificado', en: 'Registered and certified' },
  UNREGISTERED: { es: 'Sin registro', en: 'Unregistered', aliases: ['no registrado'] },
  EXPIRED: { es: 'Registro vencido', en: 'Registration expired', aliases: ['vencido'] },
  UNKNOWN: { es: 'Se desconoce', en: 'Unknown', aliases: ['desconocido', 'no especificado', 'N.E.', 'S/D'] },
} as const satisfies CodeList

export type RegistryStatus = keyof typeof REGISTRY_STATUSES

/**
 * Whether a centre of this standing is in the national registry; null where nobody tells.
 *
 * Law     LGDNNA arts. 111 I and 112: a centre is part of it, or is not.
 * Policy  Whose registration has expired is not: the law of 2014 knows no term of a registration, those who keep the lists do.
 */
export function isInRegistry(status: RegistryStatus): boolean | null {
  if (status === 'UNKNOWN') return null
  return status === 'REGISTERED' || status === 'CERTIFIED'
}

/** What an inspection found. Default of Vigía; CNDH's own words differ from year to year. */
export const INSPECTION_RESULTS = {
  NO_FINDINGS: {
    es: 'Sin observaciones',
    en: 'No findings',
    aliases: ['adecuado', 'satisfactorio', 'cumple'],
  },
  FINDINGS: {
    es: 'Con observaciones',
    en: 'Findings',
    aliases: ['medio', 'cumple parcialmente', 'observaciones'],
  },
  SERIOUS_FINDINGS: {
    es: 'Observaciones graves',
    en: 'Serious findings',
    aliases: ['crítico', 'no cumple', 'irregularidades graves'],
  },
  ACCESS_DENIED: { es: 'Acceso negado', en: 'Access denied', aliases: ['se negó el acceso'] },
  CLOSURE_ORDERED: { es: 'Clausura ordenada', en: 'Closure ordered', aliases: ['clausura', 'suspensión'] },
} as const satisfies CodeList

export type InspectionResult = keyof typeof INSPECTION_RESULTS

/** Whether those who live there may come and go (LGDNNA arts. 109, 112). */
export const REGIMES = {
  OPEN: { es: 'Abierto', en: 'Open', aliases: ['puertas abiertas'] },
  SEMI_OPEN: { es: 'Semiabierto', en: 'Semi-open', aliases: ['semi abierto'] },
  CLOSED: { es: 'Puertas cerradas', en: 'Closed-door', aliases: ['cerrado', 'régimen cerrado'] },
} as const satisfies CodeList

export type Regime = keyof typeof REGIMES

/** In what legal form it is run (LGDNNA art. 112). */
export const LEGAL_FIGURES = {
  FEDERAL_BODY: { es: 'Organismo público federal', en: 'Federal public body', aliases: ['federal'] },
  STATE_BODY: { es: 'Organismo público estatal', en: 'State public body', aliases: ['estatal'] },
  MUNICIPAL_BODY: { es: 'Organismo público municipal', en: 'Municipal public body', aliases: ['municipal'] },
  CIVIL_ASSOCIATION: { es: 'Asociación civil', en: 'Civil association', aliases: ['A.C.'] },
  PRIVATE_CHARITY: { es: 'Institución de asistencia privada', en: 'Private charity', aliases: ['I.A.P.', 'I.B.P.'] },
  RELIGIOUS_ASSOCIATION: { es: 'Asociación religiosa', en: 'Religious association', aliases: ['A.R.'] },
  NONE: { es: 'Sin figura jurídica', en: 'No legal form' },
  OTHER: { es: 'Otra', en: 'Other', aliases: ['otra figura'] },
} as const satisfies CodeList

export type LegalFigure = keyof typeof LEGAL_FIGURES
