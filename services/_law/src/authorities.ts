/** The authorities and bodies that send files, decide, order, inspect and receive (domain.md 1.1). */
import type { CodeList } from './code-list.ts'

export const AUTHORITIES = {
  INM: { es: 'Instituto Nacional de Migración', en: 'National Migration Institute', aliases: ['INAMI'] },
  PPNNA: {
    es: 'Procuraduría de Protección de NNA',
    en: 'Office for child protection, of a state or federal',
    aliases: [
      'Procuraduría',
      'Procuraduría de Protección',
      'Procuraduría estatal',
      'PRONNIF',
      'PPNNAF',
      'SPPNNA',
      'PFPNNA',
      'Procuraduría Federal',
      'Procuraduría Federal de Protección de NNA',
      'Procuraduría de Protección de Niñas, Niños y Adolescentes',
    ],
  },
  SNDIF: {
    es: 'Sistema Nacional DIF',
    en: 'National family development system',
    aliases: ['DIF nacional', 'Sistema Nacional para el Desarrollo Integral de la Familia'],
  },
  DIF: {
    es: 'Sistema DIF estatal',
    en: 'State or municipal family development system',
    aliases: ['SEDIF', 'SMDIF', 'DIF estatal', 'DIF municipal', 'Sistema DIF'],
  },
  COMAR: { es: 'Comisión Mexicana de Ayuda a Refugiados', en: 'Refugee commission' },
  CNDH: { es: 'Comisión Nacional de los Derechos Humanos', en: 'National Human Rights Commission' },
  CEDH: {
    es: 'Comisión estatal de derechos humanos',
    en: 'State human rights commission',
    aliases: ['OPDH', 'comisión estatal', 'Defensoría de derechos humanos'],
  },
  UPMRIP: {
    es: 'Unidad de Política Migratoria',
    en: 'Migration policy unit',
    aliases: ['UPM', 'Unidad de Política Migratoria, Registro e Identidad de Personas'],
  },
  SIPINNA: {
    es: 'Secretaría Ejecutiva del SIPINNA',
    en: 'Executive secretariat of SIPINNA',
    aliases: ['SE-SIPINNA'],
  },
  SRE: { es: 'Secretaría de Relaciones Exteriores', en: 'Foreign ministry' },
  NATIONAL_GUARD: { es: 'Guardia Nacional', en: 'National Guard', aliases: ['GN'] },
  PUBLIC_PROSECUTOR: {
    es: 'Ministerio Público',
    en: 'Public prosecutor',
    aliases: ['MP', 'Fiscalía', 'FGR', 'FGE'],
  },
  COURT: {
    es: 'Autoridad judicial',
    en: 'Court',
    aliases: ['juez', 'jueza', 'juzgado', 'tribunal', 'Poder Judicial', 'órgano jurisdiccional'],
  },
  CONSULATE: { es: 'Representación consular', en: 'Consulate', aliases: ['consulado'] },
  CIVIL_SOCIETY: { es: 'Organización de la sociedad civil', en: 'Civil society', aliases: ['OSC', 'ONG'] },
  UN: {
    es: 'Naciones Unidas',
    en: 'United Nations',
    aliases: ['ONU', 'UNICEF', 'ACNUR', 'OIM', 'UNHCR', 'IOM'],
  },
  REGISTRY: { es: 'Vigía', en: 'This registry' },
  OTHER: { es: 'Otra', en: 'Other', aliases: ['otro', 'otra autoridad'] },
} as const satisfies CodeList

export type Authority = keyof typeof AUTHORITIES

/**
 * Whoever enforces migration law: it writes, and is answered by what it wrote itself alone (security.md 3.8). Policy: INM is the one that
 * sends files of children; what others enforce reaches the registry by it.
 */
export function isEnforcement(authority: string): boolean {
  return authority === 'INM'
}

/** Only a Procuraduría determines the best interests of a child in migration (LGDNNA arts. 122, 123; LM arts. 74, 112 III). */
export function mayDetermineBestInterests(authority: Authority): boolean {
  return authority === 'PPNNA'
}
