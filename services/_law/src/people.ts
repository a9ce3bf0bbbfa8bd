/** What is recorded of a person: sex, age group, with whom the child travels and how that is known (domain.md 3.3). */
import type { CodeList } from './code-list.ts'

export const SEXES = {
  MALE: { es: 'Hombre', en: 'Male', aliases: ['H', 'masculino', 'masc.', 'niño', 'varón', 'hombres'] },
  FEMALE: { es: 'Mujer', en: 'Female', aliases: ['M', 'F', 'femenino', 'fem.', 'niña', 'mujeres'] },
  NON_BINARY: { es: 'No binario', en: 'Non-binary', aliases: ['X', 'no binario/otra', 'otra'] },
  UNSPECIFIED: { es: 'No especificado', en: 'Unspecified', aliases: ['N', 'N.E.', 'se desconoce', 'S/D'] },
} as const satisfies CodeList

export type Sex = keyof typeof SEXES

/** The two groups of every UPMRIP table. */
export const AGE_GROUPS = {
  FROM_0_TO_11: { es: '0 a 11 años', en: '0 to 11', aliases: ['0-11', '0 - 11', 'de 0 a 11 años', '<12'] },
  FROM_12_TO_17: { es: '12 a 17 años', en: '12 to 17', aliases: ['12-17', '12 - 17', 'de 12 a 17 años'] },
  UNKNOWN: { es: 'Se desconoce', en: 'Unknown', aliases: ['no especificado', 'N.E.', 'S/D', 'desconocido'] },
} as const satisfies CodeList

export type AgeGroup = keyof typeof AGE_GROUPS

/** Within the groups of UPMRIP, never across them (domain.md 3.3). */
export const DETAILED_AGE_GROUPS = {
  FROM_0_TO_2: { es: '0 a 2 años', en: '0 to 2', aliases: ['0-2', '0 - 2', 'de 0 a 2 años'] },
  FROM_3_TO_5: { es: '3 a 5 años', en: '3 to 5', aliases: ['3-5', '3 - 5', 'de 3 a 5 años'] },
  FROM_6_TO_11: { es: '6 a 11 años', en: '6 to 11', aliases: ['6-11', '6 - 11', 'de 6 a 11 años'] },
  FROM_12_TO_14: { es: '12 a 14 años', en: '12 to 14', aliases: ['12-14', '12 - 14', 'de 12 a 14 años'] },
  FROM_15_TO_17: { es: '15 a 17 años', en: '15 to 17', aliases: ['15-17', '15 - 17', 'de 15 a 17 años'] },
} as const satisfies CodeList

export type DetailedAgeGroup = keyof typeof DETAILED_AGE_GROUPS

/** Ley de Migración art. 3 XVII to XIX. Separated: with an adult who cares by custom, not by law. */
export const ACCOMPANIMENTS = {
  ACCOMPANIED: {
    es: 'Acompañado',
    en: 'Accompanied',
    aliases: ['acompañada', 'acomp.', 'A', 'acompañado(a)', 'NNA acompañado'],
  },
  SEPARATED: { es: 'Separado', en: 'Separated', aliases: ['separada', 'S', 'separado(a)', 'NNA separado'] },
  UNACCOMPANIED: {
    es: 'No acompañado',
    en: 'Unaccompanied',
    aliases: [
      'no acompañada',
      'NA',
      'no acomp.',
      'solo',
      'sola',
      'no_acompanado',
      'no acompañado(a)',
      'NNA no acompañado',
      'viaja solo',
      'viaja sola',
    ],
  },
  UNDETERMINED: {
    es: 'Por determinar',
    en: 'Undetermined',
    aliases: ['por_determinar', 'se desconoce', 'N.E.', 'no especificado', 'PD'],
  },
} as const satisfies CodeList

export type Accompaniment = keyof typeof ACCOMPANIMENTS

/** On what the accompaniment rests (Reglamento de la Ley de Migración art. 170). */
export const ACCOMPANIMENT_BASES = {
  DOCUMENTS: { es: 'Documentación', en: 'Documents', aliases: ['documentos'] },
  STATEMENTS: {
    es: 'Manifestaciones',
    en: 'Statements of the child or of those with the child',
    aliases: [
      'manifestaciones de NNA o de personas con quienes fue encontrado',
      'manifestación de NNA',
      'manifestación',
    ],
  },
  CONSULAR: { es: 'Información consular', en: 'Consular information', aliases: ['consular'] },
  OTHER: { es: 'Otro elemento', en: 'Other', aliases: ['otro'] },
} as const satisfies CodeList

export type AccompanimentBasis = keyof typeof ACCOMPANIMENT_BASES

/** A question that may have been answered or not. Unknown is never "no". */
export const ANSWERS = {
  YES: { es: 'Sí', en: 'Yes', aliases: ['S', 'true', '1', 'verdadero', 'X', 'Y'] },
  NO: { es: 'No', en: 'No', aliases: ['N', 'false', '0', 'falso'] },
  UNKNOWN: {
    es: 'Se desconoce',
    en: 'Unknown',
    aliases: ['desconocido', 'N.E.', 'S/D', 'no especificado', 'SD', 'ND', 'N/D', '?'],
  },
} as const satisfies CodeList

export type Answer = keyof typeof ANSWERS
