/** Durable solutions (domain.md 3.10). */
import type { CodeList } from './code-list.ts'

export const SOLUTIONS = {
  LOCAL_INTEGRATION: {
    es: 'Integración local con residencia',
    en: 'Local integration with residence',
    aliases: ['integración local', 'permanencia en México'],
  },
  REUNIFICATION_IN_MEXICO: {
    es: 'Reunificación familiar en México',
    en: 'Family reunification in Mexico',
    aliases: ['reunificación en México'],
  },
  THIRD_COUNTRY: {
    es: 'Reunificación o reasentamiento en tercer país',
    en: 'Reunification or resettlement in a third country',
    aliases: ['reunificación en tercer país', 'reasentamiento', 'reunificación/reasentamiento en tercer país'],
  },
  RETURN_WITH_PLAN: {
    es: 'Retorno con plan de reintegración',
    en: 'Return with a reintegration plan',
    aliases: ['retorno'],
  },
  ADOPTION: { es: 'Adopción', en: 'Adoption' },
  INDEPENDENT_LIVING: {
    es: 'Vida independiente al cumplir 18',
    en: 'Independent living at 18',
    aliases: ['vida independiente'],
  },
  NONE_YET: { es: 'Ninguna aún', en: 'None yet', aliases: ['ninguna', 'pendiente'] },
} as const satisfies CodeList

export type Solution = keyof typeof SOLUTIONS
