/** In whose custody a child is (domain.md 3.5). Exactly one current value per open case. */
import type { CodeList } from './code-list.ts'

export const CUSTODY_STATUSES = {
  INM: { es: 'INM', en: 'INM' },
  REFERRAL_CENTER: { es: 'Centro de canalización', en: 'Referral centre', aliases: ['CENTRO_CANALIZACION'] },
  CAS: { es: 'Centro de asistencia social', en: 'Social assistance centre', aliases: ['CAS'] },
  PPNNA: {
    es: 'Tutela o guarda de la Procuraduría',
    en: 'Guardianship of the Procuraduría',
    aliases: ['tutela', 'guarda'],
  },
  COMAR: { es: 'Alojamiento o programa de COMAR', en: 'COMAR programme', aliases: ['COMAR'] },
  FOSTER_FAMILY: { es: 'Familia de acogida', en: 'Foster family', aliases: ['FAMILIA_ACOGIDA'] },
  EXTENDED_FAMILY: { es: 'Familia extensa', en: 'Extended family', aliases: ['FAMILIA_EXTENSA'] },
  FAMILY_OF_ORIGIN: { es: 'Familia de origen', en: 'Family of origin', aliases: ['FAMILIA_ORIGEN'] },
  SHELTER: {
    es: 'Albergue de organización civil',
    en: 'Civil-society shelter',
    aliases: ['ALBERGUE_OSC', 'albergue'],
  },
  HOSPITAL: { es: 'Hospital', en: 'Hospital' },
  IN_TRANSFER: { es: 'En traslado', en: 'In transfer', aliases: ['EN_TRASLADO'] },
  IN_RETURN: { es: 'En retorno', en: 'In return', aliases: ['EN_RETORNO'] },
  COMMUNITY: { es: 'Comunidad', en: 'Community' },
  UNAUTHORISED_EXIT: {
    es: 'Salida no autorizada',
    en: 'Unauthorised exit',
    aliases: ['SALIDA_NO_AUTORIZADA'],
  },
  UNKNOWN: { es: 'Se desconoce', en: 'Unknown', aliases: ['DESCONOCIDO'] },
} as const satisfies CodeList

export type CustodyStatus = keyof typeof CUSTODY_STATUSES
