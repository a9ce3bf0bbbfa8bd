/** Why a child says to have left (LGDNNA art. 99; domain.md 3.7). The first four are the law's own words (LM art. 112 III). */
import type { CodeList } from './code-list.ts'

export const CAUSES = {
  FAMILY_REUNIFICATION: { es: 'Reunificación familiar', en: 'Family reunification' },
  WORK: { es: 'Búsqueda de empleo', en: 'Search for work', aliases: ['empleo', 'trabajo'] },
  DOMESTIC_VIOLENCE: {
    es: 'Violencia intrafamiliar',
    en: 'Domestic violence',
    aliases: ['violencia familiar'],
  },
  SOCIAL_VIOLENCE: {
    es: 'Violencia e inseguridad social',
    en: 'Violence and insecurity',
    aliases: ['inseguridad', 'violencia social'],
  },
  PERSECUTION: { es: 'Persecución', en: 'Persecution' },
  GANG_RECRUITMENT: {
    es: 'Reclutamiento por pandillas o crimen',
    en: 'Recruitment by gangs',
    aliases: ['reclutamiento', 'reclutamiento por pandillas', 'reclutamiento por pandillas/crimen'],
  },
  SEXUAL_VIOLENCE: {
    es: 'Violencia sexual o de género',
    en: 'Sexual or gender-based violence',
    aliases: ['violencia sexual', 'violencia de género'],
  },
  TRAFFICKING: { es: 'Trata', en: 'Trafficking', aliases: ['trata de personas'] },
  LGBTIQ_DISCRIMINATION: {
    es: 'Discriminación LGBTIQ+',
    en: 'Discrimination against LGBTIQ+',
    aliases: ['discriminación LGBTI'],
  },
  POVERTY: { es: 'Pobreza', en: 'Poverty' },
  EDUCATION: { es: 'Educación', en: 'Education' },
  HEALTH: { es: 'Salud', en: 'Health' },
  DISASTER: {
    es: 'Desastre o clima',
    en: 'Disaster or climate',
    aliases: ['desastre', 'clima', 'desastre/clima', 'desastre natural'],
  },
  ARMED_CONFLICT: {
    es: 'Conflicto o violencia generalizada',
    en: 'Conflict or generalised violence',
    aliases: ['conflicto', 'violencia generalizada', 'conflicto/violencia generalizada'],
  },
  ORPHANED: {
    es: 'Orfandad o abandono',
    en: 'Orphaned or abandoned',
    aliases: ['orfandad', 'abandono', 'orfandad/abandono'],
  },
  OTHER: { es: 'Otra', en: 'Other', aliases: ['otro', 'otra causa'] },
  NOT_SAID: {
    es: 'No quiso decir',
    en: 'Would not say',
    aliases: ['no especificado', 'N.E.', 'se desconoce'],
  },
} as const satisfies CodeList

export type Cause = keyof typeof CAUSES
