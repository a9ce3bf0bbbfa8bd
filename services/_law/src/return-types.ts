/** Acts by which a child leaves Mexico or is moved, and how (domain.md 3.11). */
import type { CodeList } from './code-list.ts'

interface ReturnEntry {
  /** By this act the child left Mexico against or without a plan of its own: counted by the board. */
  readonly isReturn: boolean
  /** Never lawful for a child (LM art. 120: assisted return or regularisation, nothing else). */
  readonly isProhibited: boolean
}

export const RETURN_TYPES = {
  ASSISTED_RETURN: {
    es: 'Retorno asistido',
    en: 'Assisted return',
    isReturn: true,
    isProhibited: false,
    aliases: ['retorno_asistido', 'retorno', 'retornado', 'retornada', 'RA'],
  },
  DEPORTATION: {
    es: 'Deportación',
    en: 'Deportation',
    isReturn: true,
    isProhibited: true,
    aliases: ['deportado', 'deportada'],
  },
  BORDER_REJECTION: {
    es: 'Rechazo en frontera',
    en: 'Rejection at the border',
    isReturn: true,
    isProhibited: true,
    aliases: ['rechazo_en_frontera', 'rechazo'],
  },
  REPATRIATION: {
    es: 'Repatriación',
    en: 'Repatriation from the United States',
    isReturn: false,
    isProhibited: false,
    aliases: ['repatriado', 'repatriada'],
  },
  THIRD_COUNTRY_REUNIFICATION: {
    es: 'Reunificación en tercer país',
    en: 'Reunification in a third country',
    isReturn: false,
    isProhibited: false,
    aliases: ['reunificacion_tercer_pais', 'reunificación tercer país'],
  },
  TRANSFER: {
    es: 'Traslado a otra entidad',
    en: 'Transfer to another state',
    isReturn: false,
    isProhibited: false,
    aliases: ['traslado_a_otra_entidad', 'traslado'],
  },
  EXPULSION: {
    es: 'Expulsión',
    en: 'Expulsion (Constitution art. 33)',
    isReturn: true,
    isProhibited: true,
    aliases: ['expulsión art. 33'],
  },
} as const satisfies CodeList & Record<string, ReturnEntry>

export type ReturnType = keyof typeof RETURN_TYPES

export function isReturn(type: ReturnType): boolean {
  return RETURN_TYPES[type].isReturn
}

export function isProhibitedReturn(type: ReturnType): boolean {
  return RETURN_TYPES[type].isProhibited
}

export const RETURN_MODES = {
  COMMERCIAL_FLIGHT: {
    es: 'Aéreo comercial',
    en: 'Commercial flight',
    aliases: ['aéreo', 'vuelo comercial'],
  },
  OFFICIAL_FLIGHT: {
    es: 'Aéreo oficial',
    en: 'Official flight (SEMAR, GN)',
    aliases: ['aéreo oficial (SEMAR/GN)', 'vuelo oficial', 'chárter'],
  },
  BUS: { es: 'Terrestre autobús', en: 'Bus', aliases: ['terrestre', 'autobús'] },
  OTHER: { es: 'Otro', en: 'Other' },
} as const satisfies CodeList

export type ReturnMode = keyof typeof RETURN_MODES
