/**
 * The kinds of place where a child may be found, and what the law makes of a child's stay there.
 * Source: domain.md 3.4. A referral centre (CCAN) is in no law: it is ad hoc, never counted as care.
 */
import type { CodeList } from './code-list.ts'

/** What the law makes of a child's stay. AD_HOC: no law knows such a place. */
export const LEGAL_CLASSES = {
  PROHIBITED: { es: 'Prohibido', en: 'Prohibited' },
  AD_HOC: { es: 'Sin fundamento legal', en: 'Ad hoc, without legal basis', aliases: ['ad hoc'] },
  TRANSITORY: { es: 'Transitorio', en: 'Transitory' },
  PERMITTED: { es: 'Permitido', en: 'Permitted' },
  PREFERRED: { es: 'Preferente', en: 'Preferred' },
} as const satisfies CodeList

export type LegalClass = keyof typeof LEGAL_CLASSES

export const FACILITY_TYPES = {
  EM: {
    es: 'Estación migratoria',
    en: 'Migration station',
    legalClass: 'PROHIBITED',
    aliases: ['estaciones migratorias'],
  },
  EPA: {
    es: 'Estancia provisional A',
    en: 'INM temporary premises, type A',
    legalClass: 'PROHIBITED',
    aliases: ['estancia provisional tipo A', 'estancia A', 'estancia provisional', 'estancia migratoria'],
  },
  EPB: {
    es: 'Estancia provisional B',
    en: 'INM temporary premises, type B',
    legalClass: 'PROHIBITED',
    aliases: ['estancia provisional tipo B', 'estancia B'],
  },
  LH: {
    es: 'Lugar habilitado',
    en: 'Place set up as a station',
    legalClass: 'PROHIBITED',
    aliases: ['lugar habilitado INM'],
  },
  CCAN: {
    es: 'Centro de canalización',
    en: 'Referral centre',
    legalClass: 'AD_HOC',
    aliases: ['referral center', 'centro canalización', 'C. de canalización'],
  },
  OR: {
    es: 'Oficina de representación',
    en: 'INM office',
    legalClass: 'AD_HOC',
    aliases: ['oficina de representación INM', 'O.R.', 'delegación INM'],
  },
  PTO: {
    es: 'Punto de revisión',
    en: 'Checkpoint',
    legalClass: 'AD_HOC',
    aliases: ['garita', 'aeropuerto', 'punto de revisión / garita / aeropuerto', 'punto de internación'],
  },
  CIM: {
    es: 'Centro Integrador para el Migrante',
    en: 'Integrating centre for migrants',
    legalClass: 'TRANSITORY',
    aliases: ['centro integrador'],
  },
  CAIFT: {
    es: 'Centro de Atención Integral al Tránsito Fronterizo',
    en: 'Border transit centre',
    legalClass: 'TRANSITORY',
    aliases: ['tránsito fronterizo'],
  },
  CASF: {
    es: 'CAS federal',
    en: 'Federal social assistance centre',
    legalClass: 'PERMITTED',
    aliases: ['CAS SNDIF', 'centro de asistencia social federal'],
  },
  CASE: {
    es: 'CAS estatal',
    en: 'State social assistance centre',
    legalClass: 'PERMITTED',
    aliases: ['CAS SEDIF', 'centro de asistencia social estatal', 'centro de asistencia social', 'CAS'],
  },
  CASM: {
    es: 'CAS municipal',
    en: 'Municipal social assistance centre',
    legalClass: 'PERMITTED',
    aliases: ['CAS SMDIF', 'centro de asistencia social municipal'],
  },
  CASP: {
    es: 'CAS privado',
    en: 'Private social assistance centre',
    legalClass: 'PERMITTED',
    aliases: ['CAS asociación', 'CAS privado / asociación', 'centro de asistencia social privado'],
  },
  EAH: {
    es: 'Establecimiento asistencial habilitado por DIF',
    en: 'Establishment authorised by DIF',
    legalClass: 'PERMITTED',
    aliases: ['establecimiento asistencial', 'lugar habilitado por DIF'],
  },
  MOD: {
    es: 'Módulo o albergue de tránsito',
    en: 'Transit module',
    legalClass: 'PERMITTED',
    aliases: ['módulo de tránsito', 'albergue de tránsito', 'módulo', 'módulo / albergue de tránsito'],
  },
  ALB: {
    es: 'Albergue de organización civil o religiosa',
    en: 'Shelter of a civil or religious organisation',
    legalClass: 'PERMITTED',
    aliases: ['albergue', 'albergue OSC', 'albergue religioso', 'albergue OSC/religioso'],
  },
  HOSP: { es: 'Hospital', en: 'Hospital', legalClass: 'PERMITTED' },
  FAM_O: {
    es: 'Familia de origen',
    en: 'Family of origin',
    legalClass: 'PREFERRED',
  },
  FAM_E: { es: 'Familia extensa', en: 'Extended family', legalClass: 'PREFERRED' },
  FAM_A: {
    es: 'Familia de acogida',
    en: 'Foster family',
    legalClass: 'PREFERRED',
    aliases: ['acogimiento familiar'],
  },
  VIA: {
    es: 'Vida independiente',
    en: 'Independent living',
    legalClass: 'PREFERRED',
    aliases: ['vida independiente / transición'],
  },
} as const satisfies CodeList & Record<string, { legalClass: LegalClass }>

export type FacilityType = keyof typeof FACILITY_TYPES

export function isFacilityType(code: string): code is FacilityType {
  return Object.hasOwn(FACILITY_TYPES, code)
}

/**
 * Policy  By the kind of place alone. That domain.md 3.4 permits a private centre if it is registered, and a shelter with a measure, is
 *         told by the alerts A31 and A12 and changes no class: a child there is in care without a permission, and held by nobody.
 */
export function legalClassOf(type: FacilityType): LegalClass {
  return FACILITY_TYPES[type].legalClass
}

/** Held against the law or without one, whatever the sign on the door says. */
export function isDetention(type: FacilityType): boolean {
  const legalClass = legalClassOf(type)
  return legalClass === 'PROHIBITED' || legalClass === 'AD_HOC'
}

/** How a stay is counted: held in one of three ways, with a family, or in care. `placements.kind_of` in SQL says the same. */
export type StayKind = 'REFERRAL' | 'PROHIBITED' | 'OTHER_AD_HOC' | 'FAMILY' | 'CARE'

export function stayKindOf(type: FacilityType): StayKind {
  if (type === 'CCAN') return 'REFERRAL'
  switch (legalClassOf(type)) {
    case 'PROHIBITED':
      return 'PROHIBITED'
    case 'AD_HOC':
      return 'OTHER_AD_HOC'
    case 'PREFERRED':
      return 'FAMILY'
    case 'TRANSITORY':
    case 'PERMITTED':
      return 'CARE'
  }
}

/** Centres that art. 112 LGDNNA wants registered: the `centers` and the capacity of State.care. */
export function isSocialAssistanceCentre(type: FacilityType): boolean {
  return type === 'CASF' || type === 'CASE' || type === 'CASM' || type === 'CASP'
}
