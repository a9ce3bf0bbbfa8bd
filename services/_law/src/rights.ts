/** The twenty rights of LGDNNA art. 13 (fractions I to XX): what a restitution plan restores. */
import type { CodeList } from './code-list.ts'

export const RIGHTS = {
  LIFE: {
    es: 'Vida, paz, supervivencia y desarrollo',
    en: 'Life, peace, survival and development',
    fraction: 'I',
    aliases: ['vida'],
  },
  PRIORITY: { es: 'Prioridad', en: 'Priority', fraction: 'II' },
  IDENTITY: { es: 'Identidad', en: 'Identity', fraction: 'III' },
  FAMILY: { es: 'Vivir en familia', en: 'Living in a family', fraction: 'IV', aliases: ['familia'] },
  EQUALITY: { es: 'Igualdad sustantiva', en: 'Substantive equality', fraction: 'V' },
  NON_DISCRIMINATION: { es: 'No ser discriminado', en: 'Non-discrimination', fraction: 'VI' },
  WELL_BEING: { es: 'Bienestar y sano desarrollo integral', en: 'Well-being and sound development', fraction: 'VII' },
  FREEDOM_FROM_VIOLENCE: {
    es: 'Vida libre de violencia e integridad personal',
    en: 'Freedom from violence',
    fraction: 'VIII',
  },
  HEALTH: {
    es: 'Protección de la salud y seguridad social',
    en: 'Health and social security',
    fraction: 'IX',
    aliases: ['salud'],
  },
  DISABILITY_INCLUSION: {
    es: 'Inclusión con discapacidad',
    en: 'Inclusion of children with disabilities',
    fraction: 'X',
  },
  EDUCATION: { es: 'Educación', en: 'Education', fraction: 'XI' },
  REST: { es: 'Descanso y esparcimiento', en: 'Rest and leisure', fraction: 'XII' },
  CONSCIENCE: {
    es: 'Convicciones, conciencia, religión y cultura',
    en: 'Conscience, religion and culture',
    fraction: 'XIII',
  },
  EXPRESSION: { es: 'Expresión y acceso a la información', en: 'Expression and information', fraction: 'XIV' },
  PARTICIPATION: { es: 'Participación', en: 'Participation', fraction: 'XV' },
  ASSOCIATION: { es: 'Asociación y reunión', en: 'Association and assembly', fraction: 'XVI' },
  PRIVACY: { es: 'Intimidad', en: 'Privacy', fraction: 'XVII' },
  DUE_PROCESS: { es: 'Seguridad jurídica y debido proceso', en: 'Legal certainty and due process', fraction: 'XVIII' },
  MIGRANT_CHILDREN: {
    es: 'Derechos de niñas, niños y adolescentes migrantes',
    en: 'Rights of migrant children',
    fraction: 'XIX',
    aliases: ['derechos de NNA migrantes', 'migración'],
  },
  TECHNOLOGY: {
    es: 'Acceso a las tecnologías de la información',
    en: 'Access to information technology',
    fraction: 'XX',
  },
} as const satisfies CodeList & Record<string, { fraction: string }>

export type Right = keyof typeof RIGHTS
