/** Who found the child (domain.md 3.6). */
import type { CodeList } from './code-list.ts'

export const DETECTING_AUTHORITIES = {
  INM_AFM: {
    es: 'INM, agente federal de migración',
    en: 'INM, federal migration agent',
    aliases: ['INM-AFM', 'AFM', 'INM', 'agente federal de migración', 'Instituto Nacional de Migración'],
  },
  INM_OPI: {
    es: 'INM, oficial de protección a la infancia',
    en: 'INM, child protection officer',
    aliases: ['INM-OPI', 'OPI', 'oficial de protección a la infancia'],
  },
  INM_BETA: {
    es: 'INM, Grupo Beta',
    en: 'INM, Grupo Beta',
    aliases: ['INM-Grupo Beta', 'Grupo Beta', 'Grupos Beta', 'INM Beta'],
  },
  NATIONAL_GUARD: { es: 'Guardia Nacional', en: 'National Guard', aliases: ['GN'] },
  SEDENA: {
    es: 'Secretaría de la Defensa Nacional',
    en: 'Army',
    aliases: ['SEDENA', 'Ejército', 'Ejército Mexicano', 'Defensa'],
  },
  SEMAR: { es: 'Secretaría de Marina', en: 'Navy', aliases: ['SEMAR', 'Marina'] },
  STATE_POLICE: { es: 'Policía estatal', en: 'State police' },
  MUNICIPAL_POLICE: { es: 'Policía municipal', en: 'Municipal police' },
  PROSECUTOR: {
    es: 'Fiscalía',
    en: "Prosecutor's office",
    aliases: ['FGR', 'FGE', 'Ministerio Público', 'Fiscalía General del Estado', 'Fiscalía General de la República'],
  },
  CIVIL_PROTECTION: {
    es: 'Protección civil',
    en: 'Civil protection',
    aliases: ['protección civil estatal', 'protección civil municipal'],
  },
  DIF: {
    es: 'DIF',
    en: 'Family development system (DIF)',
    aliases: ['SNDIF', 'SEDIF', 'SMDIF', 'Sistema DIF', 'DIF estatal', 'DIF municipal'],
  },
  PPNNA: {
    es: 'Procuraduría de Protección',
    en: 'Office for child protection',
    aliases: [
      'PPNNA',
      'Procuraduría',
      'Procuraduría de Protección de NNA',
      'Procuraduría de Protección de Niñas, Niños y Adolescentes',
    ],
  },
  COMAR: {
    es: 'COMAR',
    en: 'Refugee commission (COMAR)',
    aliases: ['Comisión Mexicana de Ayuda a Refugiados'],
  },
  MUNICIPALITY: {
    es: 'Autoridad municipal de primer contacto',
    en: 'Municipal first-contact authority',
    aliases: ['autoridad municipal', 'municipio'],
  },
  HEALTH: { es: 'Sector salud', en: 'Health services', aliases: ['salud', 'hospital'] },
  EDUCATION: { es: 'Sector educación', en: 'Education services', aliases: ['educación', 'escuela'] },
  CIVIL_SOCIETY: {
    es: 'Organización civil o albergue',
    en: 'Civil society or shelter',
    aliases: ['OSC', 'OSC/albergue', 'albergue'],
  },
  SELF_PRESENTED: {
    es: 'Autopresentación',
    en: 'Came forward alone',
    aliases: ['se presentó por sí', 'voluntario'],
  },
  US_AUTHORITY: {
    es: 'Autoridad de EUA',
    en: 'US authority',
    aliases: ['autoridad de EUA (devolución)', 'CBP', 'autoridad de Estados Unidos'],
  },
  OTHER: { es: 'Otra', en: 'Other', aliases: ['otro', 'otra autoridad'] },
} as const satisfies CodeList

export type DetectingAuthority = keyof typeof DETECTING_AUTHORITIES
