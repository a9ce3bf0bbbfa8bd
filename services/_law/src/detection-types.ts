/** In what kind of act a child was found (domain.md 3.6). */
import type { CodeList } from './code-list.ts'

export const DETECTION_TYPES = {
  MIGRATION_CHECK: {
    es: 'Revisión migratoria',
    en: 'Migration check (LM 97, 98)',
    aliases: ['revisión', 'control migratorio'],
  },
  VERIFICATION_VISIT: {
    es: 'Visita de verificación',
    en: 'Verification visit (LM 95)',
    aliases: ['verificación', 'verificación migratoria'],
  },
  RESCUE: { es: 'Rescate', en: 'Rescue', aliases: ['rescate humanitario', 'rescatado'] },
  PORT_OF_ENTRY: {
    es: 'Punto de internación',
    en: 'Port of entry',
    aliases: ['lugar destinado al tránsito internacional', 'filtro de internación'],
  },
  HANDED_OVER: {
    es: 'Entrega por otra autoridad',
    en: 'Handed over by another authority',
    aliases: ['puesta a disposición', 'entrega de otra autoridad'],
  },
  SPONTANEOUS_REQUEST: {
    es: 'Solicitud espontánea',
    en: 'Spontaneous request',
    aliases: ['se presentó', 'presentación voluntaria'],
  },
  REPATRIATION: { es: 'Repatriación', en: 'Repatriation', aliases: ['repatriado', 'devolución de EUA'] },
  OTHER: { es: 'Otra', en: 'Other', aliases: ['otro'] },
} as const satisfies CodeList

export type DetectionType = keyof typeof DETECTION_TYPES
