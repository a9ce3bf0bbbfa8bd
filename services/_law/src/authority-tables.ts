/** What INM says of itself: its daily tables and what each of them measures (real-data/README.md). */
import type { CodeList } from './code-list.ts'

export const AUTHORITY_SOURCES = {
  INM_DAILY_TABLES: { es: 'Tablas diarias del INM', en: "INM's daily operational tables" },
} as const satisfies CodeList

export type AuthoritySource = keyof typeof AUTHORITY_SOURCES

export const AUTHORITY_TABLES = {
  RESCATADOS: { es: 'Rescatados', en: 'Rescued' },
  PRESENTADOS: { es: 'Presentados', en: 'Presented in stations' },
  CANALIZADOS: { es: 'Canalizados', en: 'Channelled to DIF' },
  RETORNADOS: { es: 'Retornados', en: 'Returned' },
  /** Its own count, which agrees with no other table (domain.md 4.9): never added to CANALIZADOS. */
  CANALIZADOS_POR_PERSONA: {
    es: 'Canalizados, una fila por persona',
    en: 'Channelled to DIF, one row a person',
  },
} as const satisfies CodeList

export type AuthorityTable = keyof typeof AUTHORITY_TABLES

export const AUTHORITY_MEASURES = {
  RESCUED: { es: 'Rescatados por primera vez', en: 'Rescued for the first time' },
  RESCUED_AGAIN: { es: 'Reincidentes', en: 'Rescued again' },
  PRESENTED: { es: 'Presentados en estaciones', en: 'Presented in stations' },
  CHANNELLED: { es: 'Canalizados al DIF', en: 'Channelled to DIF' },
  CHANNELLED_PLACE_UNRECORDED: {
    es: 'Canalizados sin lugar registrado',
    en: 'Channelled, place not recorded',
  },
  CHANNELLED_CHILDREN: { es: 'Niñas, niños y adolescentes canalizados', en: 'Children channelled' },
  CHANNELLED_ADULTS: { es: 'Personas adultas que los acompañaban', en: 'Adults channelled with them' },
  RETURNED: { es: 'Retornados a su país', en: 'Returned to their country' },
  DEPORTED: { es: 'Deportados', en: 'Deported' },
  ASSISTED_RETURN: { es: 'Retornos asistidos', en: 'Assisted returns' },
} as const satisfies CodeList

export type AuthorityMeasure = keyof typeof AUTHORITY_MEASURES

/** Which table speaks of which measure, in the order of the acceptance query. */
export const MEASURES_OF_TABLE = {
  RESCATADOS: ['RESCUED', 'RESCUED_AGAIN', 'PRESENTED', 'CHANNELLED'],
  PRESENTADOS: ['PRESENTED'],
  CANALIZADOS: ['CHANNELLED', 'CHANNELLED_PLACE_UNRECORDED'],
  RETORNADOS: ['RETURNED', 'DEPORTED', 'ASSISTED_RETURN'],
  CANALIZADOS_POR_PERSONA: ['CHANNELLED_CHILDREN', 'CHANNELLED_ADULTS'],
} as const satisfies Record<AuthorityTable, readonly AuthorityMeasure[]>
