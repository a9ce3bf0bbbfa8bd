/** What published figures are about, in what they count, and how a source's delivery stands against what was due. */
import type { CodeList } from './code-list.ts'

export const FIGURE_TOPICS = {
  DETECTIONS: { es: 'Detecciones', en: 'Detections', aliases: ['eventos', 'encuentros'] },
  DETENTION: { es: 'Detención', en: 'Detention', aliases: ['alojamiento en estaciones'] },
  CARE: { es: 'Cuidado', en: 'Care', aliases: ['CAS', 'acogimiento'] },
  CASES: { es: 'Expedientes de la Procuraduría', en: 'Cases of the Procuraduría', aliases: ['procesados', 'PPNNA'] },
  RETURNS: { es: 'Retornos', en: 'Returns', aliases: ['devoluciones'] },
  ASYLUM: { es: 'Refugio', en: 'Asylum', aliases: ['asilo', 'COMAR'] },
  DOCUMENTS: { es: 'Documentos migratorios', en: 'Migration documents', aliases: ['TVRH'] },
  REUNIFICATION: { es: 'Reunificación familiar', en: 'Family reunification' },
  BUDGET: { es: 'Presupuesto', en: 'Budget', aliases: ['recursos'] },
  INSTITUTIONS: { es: 'Instituciones', en: 'Institutions' },
  BORDER: { es: 'Frontera con Estados Unidos', en: 'Border with the United States', aliases: ['CBP'] },
} as const satisfies CodeList

export type FigureTopic = keyof typeof FIGURE_TOPICS

export const FIGURE_UNITS = {
  PERSONS: { es: 'Personas', en: 'Persons', aliases: ['niñas, niños y adolescentes', 'NNA'] },
  EVENTS: { es: 'Eventos', en: 'Events' },
  PERCENT: { es: 'Porcentaje', en: 'Per cent', aliases: ['%', 'por ciento'] },
  MXN: { es: 'Pesos', en: 'Mexican pesos', aliases: ['MXN', 'pesos mexicanos'] },
  FACILITIES: { es: 'Lugares', en: 'Facilities', aliases: ['centros'] },
  PLACES: { es: 'Plazas', en: 'Places', aliases: ['capacidad'] },
  CLAIMS: { es: 'Solicitudes', en: 'Claims', aliases: ['trámites'] },
  DOCUMENTS: { es: 'Documentos', en: 'Documents', aliases: ['tarjetas'] },
  OTHER: { es: 'Otra unidad', en: 'Other unit' },
} as const satisfies CodeList

export type FigureUnit = keyof typeof FIGURE_UNITS

/**
 * Law     LGDNNA art. 99 ¶2: the information is sent at the moment in which it arises.
 * Policy  24 hours, 72 hours and 7 days of silence are defaults of Vigía (domain.md A33).
 */
export const REPORTING_STATUSES = {
  ON_TIME: { es: 'Al corriente', en: 'On time' },
  LATE: { es: 'Con retraso', en: 'Late' },
  SILENT: { es: 'En silencio', en: 'Silent' },
  NEVER_REPORTED: { es: 'Nunca ha reportado', en: 'Never reported' },
} as const satisfies CodeList

export type ReportingStatus = keyof typeof REPORTING_STATUSES
