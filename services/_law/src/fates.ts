/** The stages of a child's way through the system, and what became of those who went no further. */
import type { CodeList } from './code-list.ts'

/** In order: each stage presupposes the one before. */
export const STAGES = {
  DETECTED: { es: 'Detectada', en: 'Detected' },
  NOTIFIED: { es: 'Con aviso a la Procuraduría', en: 'Procuraduría notified' },
  CASE_OPENED: { es: 'Con expediente', en: 'Case opened' },
  DETERMINED: { es: 'Con determinación', en: 'Determined' },
  PLAN_ISSUED: { es: 'Con plan de restitución', en: 'Plan issued' },
} as const satisfies CodeList

export type Stage = keyof typeof STAGES

/** RETURNED goes before LEFT, LEFT before WAITING, WAITING before UNKNOWN. */
export const FATES = {
  WAITING: { es: 'En espera', en: 'Waiting' },
  RETURNED: { es: 'Retornada', en: 'Returned' },
  LEFT: { es: 'Salió sin continuar', en: 'Left' },
  UNKNOWN: { es: 'Se desconoce', en: 'Unknown' },
} as const satisfies CodeList

export type Fate = keyof typeof FATES
