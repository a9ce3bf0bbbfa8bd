/** How a stay ends (domain.md 3.14, Mexican practice). Unplanned exits are what the law did not foresee. */
import type { CodeList } from './code-list.ts'

interface ExitEntry {
  readonly planned: boolean
}

export const EXIT_TYPES = {
  FAMILY_REINTEGRATION: {
    es: 'Reintegración familiar',
    en: 'Family reintegration',
    planned: true,
    aliases: ['reintegrado a su familia', 'reintegrada a su familia'],
  },
  INSTITUTIONAL_REFERRAL: {
    es: 'Canalización institucional',
    en: 'Referred to another institution',
    planned: true,
    aliases: ['canalización a DIF', 'canalización'],
  },
  TRANSFER_TO_CAS: {
    es: 'Traslado a CAS',
    en: 'Moved to a social assistance centre',
    planned: true,
    aliases: ['traslado', 'traslado a otro CAS'],
  },
  FOLLOW_UP_CONCLUDED: { es: 'Conclusión del seguimiento', en: 'Follow-up concluded', planned: true },
  RETURN: {
    es: 'Retorno',
    en: 'Returned by an authority',
    planned: true,
    aliases: ['retorno asistido', 'retorno con BID', 'retorno sin BID', 'deportación'],
  },
  MAJORITY: {
    es: 'Mayoría de edad',
    en: 'Turned 18',
    planned: true,
    aliases: ['cumplió 18', 'cumplió 18 años', 'cumplió la mayoría de edad'],
  },
  OTHER_PLANNED: { es: 'Otro planificado', en: 'Other, planned', planned: true, aliases: ['otro'] },
  VOLUNTARY_ABANDONMENT: {
    es: 'Abandono voluntario',
    en: 'Abandoned the procedure',
    planned: false,
    aliases: ['abandono', 'abandono de PAM', 'salida no autorizada'],
  },
  CONTINUED_ROUTE: {
    es: 'Continuó ruta migratoria',
    en: 'Continued on the way',
    planned: false,
    aliases: ['continuó ruta'],
  },
  NOT_LOCATED: {
    es: 'No localización',
    en: 'Not located',
    planned: false,
    aliases: ['no localizado', 'no localizada'],
  },
  TAKEN_BY_RELATIVE: {
    es: 'Retiro por familiar o tercero',
    en: 'Taken by a relative or a third person',
    planned: false,
    aliases: ['retiro por familiar'],
  },
  DEATH: { es: 'Fallecimiento', en: 'Death', planned: false, aliases: ['defunción'] },
  OTHER_UNPLANNED: { es: 'Otro no planificado', en: 'Other, unplanned', planned: false },
} as const satisfies CodeList & Record<string, ExitEntry>

export type ExitType = keyof typeof EXIT_TYPES

export function isPlannedExit(type: ExitType): boolean {
  return EXIT_TYPES[type].planned
}

/** The fate LEFT: gone on or out of sight, without an authority's decision. */
export function isGoneOutOfSight(type: ExitType): boolean {
  return type === 'VOLUNTARY_ABANDONMENT' || type === 'CONTINUED_ROUTE' || type === 'NOT_LOCATED'
}

/** Ends a stay and not what is owed to the child: another place of an authority takes it. */
export function isHandOver(type: ExitType): boolean {
  return type === 'INSTITUTIONAL_REFERRAL' || type === 'TRANSFER_TO_CAS'
}
