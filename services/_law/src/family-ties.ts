/** Who a relative is to a child, where that relative is, and whether there is contact (domain.md 3.7). */
import type { CodeList } from './code-list.ts'

export const FAMILY_TIES = {
  MOTHER: { es: 'Madre', en: 'Mother', aliases: ['mamá'] },
  FATHER: { es: 'Padre', en: 'Father', aliases: ['papá'] },
  SIBLING: {
    es: 'Hermana o hermano',
    en: 'Sibling',
    aliases: ['hermana', 'hermano', 'hermana/o', 'hermano/a', 'hermano(a)'],
  },
  GRANDPARENT: {
    es: 'Abuela o abuelo',
    en: 'Grandparent',
    aliases: ['abuela', 'abuelo', 'abuela/o', 'abuelo/a', 'abuelo(a)'],
  },
  AUNT_OR_UNCLE: {
    es: 'Tía o tío',
    en: 'Aunt or uncle',
    aliases: ['tía', 'tío', 'tía/o', 'tío/a', 'tío(a)'],
  },
  COUSIN: {
    es: 'Prima o primo',
    en: 'Cousin',
    aliases: ['prima', 'primo', 'prima/o', 'primo/a', 'primo(a)'],
  },
  PARTNER: {
    es: 'Cónyuge o pareja',
    en: 'Spouse or partner',
    aliases: ['cónyuge', 'pareja', 'cónyuge/pareja'],
  },
  CHILD: { es: 'Hija o hijo', en: 'Child', aliases: ['hija', 'hijo', 'hija/o', 'hijo/a', 'hijo(a)'] },
  GUARDIAN: { es: 'Persona tutora', en: 'Guardian', aliases: ['tutor', 'tutora', 'tutor(a)'] },
  CAREGIVER: { es: 'Persona cuidadora', en: 'Caregiver', aliases: ['cuidador', 'cuidadora'] },
  OTHER_RELATIVE: { es: 'Otro familiar', en: 'Other relative', aliases: ['familiar'] },
  NOT_A_RELATIVE: { es: 'No familiar', en: 'Not a relative', aliases: ['sin parentesco', 'sin vínculo'] },
} as const satisfies CodeList

export type FamilyTie = keyof typeof FAMILY_TIES

export const FAMILY_PLACES = {
  ORIGIN: { es: 'Origen', en: 'Country of origin', aliases: ['país de origen'] },
  MEXICO: { es: 'México', en: 'Mexico' },
  UNITED_STATES: { es: 'Estados Unidos', en: 'United States', aliases: ['EUA', 'EE.UU.'] },
  OTHER: { es: 'Otro', en: 'Other' },
  UNKNOWN: { es: 'Se desconoce', en: 'Unknown', aliases: ['desconocido'] },
} as const satisfies CodeList

export type FamilyPlace = keyof typeof FAMILY_PLACES

export const FAMILY_CONTACTS = {
  YES: { es: 'Sí', en: 'Yes' },
  NO: { es: 'No', en: 'No' },
  LOST: { es: 'Perdido', en: 'Lost' },
  DANGEROUS: { es: 'Riesgoso', en: 'Dangerous' },
} as const satisfies CodeList

export type FamilyContact = keyof typeof FAMILY_CONTACTS

/** Whether somebody has verified the tie (domain.md 3.3). */
export const TIE_VERIFICATIONS = {
  YES: { es: 'Sí', en: 'Yes', aliases: ['verificado'] },
  NO: { es: 'No', en: 'No', aliases: ['no verificado'] },
  PENDING: { es: 'Pendiente', en: 'Pending', aliases: ['en proceso'] },
} as const satisfies CodeList

export type TieVerification = keyof typeof TIE_VERIFICATIONS
