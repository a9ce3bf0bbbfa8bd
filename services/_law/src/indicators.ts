/** The indicators that are counted by day and drawn as series, and the grains of a series. */
import type { CodeList } from './code-list.ts'

/** FLOW: what happened in a period. STOCK: how many at the end of a day. */
export type Measure = 'FLOW' | 'STOCK'

export const INDICATORS = {
  CHILDREN_DETECTED: {
    es: 'Niñas, niños y adolescentes detectados (personas, por su primera detección)',
    en: 'Children detected (persons, by first detection)',
    measure: 'FLOW',
  },
  DETECTIONS: { es: 'Detecciones (eventos)', en: 'Detections (events)', measure: 'FLOW' },
  PPNNA_NOTIFIED: {
    es: 'Con aviso a la Procuraduría (eventos, por el día del aviso)',
    en: 'Procuraduría notified (events, by the day of the notice)',
    measure: 'FLOW',
  },
  HELD_IN_REFERRAL_CENTERS: {
    es: 'En centros de canalización',
    en: 'Held in referral centres',
    measure: 'STOCK',
  },
  HELD_IN_PROHIBITED_PLACES: {
    es: 'En lugares prohibidos',
    en: 'Held in prohibited places',
    measure: 'STOCK',
  },
  HELD_IN_OTHER_AD_HOC_PLACES: {
    es: 'En otros lugares sin fundamento',
    en: 'Held in other ad hoc places',
    measure: 'STOCK',
  },
  HELD: { es: 'Retenidos', en: 'Held', measure: 'STOCK' },
  CHILDREN_IN_CARE: { es: 'En cuidado', en: 'Children in care', measure: 'STOCK' },
  CASES_OPENED: {
    es: 'Con expediente abierto por la Procuraduría (personas, por el primero)',
    en: 'Cases opened (persons, by first case)',
    measure: 'FLOW',
  },
  UNPROCESSED_CASES: { es: 'Avisos sin expediente', en: 'Notified, no case opened', measure: 'STOCK' },
  WITHOUT_DETERMINATION: {
    es: 'Expedientes sin determinación',
    en: 'Case open, no determination yet',
    measure: 'STOCK',
  },
  DETERMINATIONS: {
    es: 'Con determinación del interés superior (personas, por la primera)',
    en: 'Best-interests determinations (persons, by first determination)',
    measure: 'FLOW',
  },
  PLANS_ISSUED: {
    es: 'Con plan de restitución (personas, por el primero)',
    en: 'Restitution plans issued (persons, by first plan)',
    measure: 'FLOW',
  },
  RETURNS: { es: 'Retornos', en: 'Returns', measure: 'FLOW' },
  RETURNS_WITHOUT_VALID_DETERMINATION: {
    es: 'Retornos sin determinación válida',
    en: 'Returns without a valid determination',
    measure: 'FLOW',
  },
  RETURNS_WITHIN_72_HOURS: {
    es: 'Retornos en 72 horas o menos desde la detección',
    en: 'Returns within 72 hours of detection',
    measure: 'FLOW',
  },
  DEPORTATIONS: { es: 'Deportaciones', en: 'Deportations', measure: 'FLOW' },
} as const satisfies CodeList & Record<string, { measure: Measure }>

export type Indicator = keyof typeof INDICATORS

export function measureOf(indicator: Indicator): Measure {
  return INDICATORS[indicator].measure
}

/** Weeks run from Monday to Sunday. */
export const GRAINS = {
  DAY: { es: 'Día', en: 'Day' },
  WEEK: { es: 'Semana', en: 'Week' },
  MONTH: { es: 'Mes', en: 'Month' },
} as const satisfies CodeList

export type Grain = keyof typeof GRAINS

/** Why a point of a series has no count. */
export const MISSING_REASONS = {
  NOT_REPORTED: { es: 'No reportado', en: 'Not reported' },
  NOT_YET_CLOSED: { es: 'Periodo sin cerrar', en: 'Period not yet closed' },
} as const satisfies CodeList

export type MissingReason = keyof typeof MISSING_REASONS
