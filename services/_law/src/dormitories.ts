/** With whom a child sleeps (LGDNNA arts. 95, 108 V): the law wants children without family apart from adults, and families together. */
import type { CodeList } from './code-list.ts'

export const DORMITORIES = {
  CHILDREN_ALONE: {
    es: 'Solo niñas, niños y adolescentes',
    en: 'Children only',
    aliases: ['solo NNA', 'NNA', 'sin personas adultas'],
  },
  OWN_FAMILY: { es: 'Su familia', en: 'Own family', aliases: ['familia', 'familiares', 'con su familia'] },
  UNRELATED_ADULTS: {
    es: 'Personas adultas ajenas',
    en: 'Unrelated adults',
    aliases: ['personas adultas', 'adultos', 'adultos ajenos', 'adultos no familiares'],
  },
} as const satisfies CodeList

export type Dormitory = keyof typeof DORMITORIES
