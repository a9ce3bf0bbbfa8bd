/** What INM may learn of what a Procuraduría decided: that an act of it permits, or that none does (security.md 3.8). */
import type { CodeList } from './code-list.ts'

export const GATES = {
  PERMITTED: { es: 'Permitido', en: 'Permitted' },
  NOT_PERMITTED: { es: 'No permitido', en: 'Not permitted' },
} as const satisfies CodeList

export type Gate = keyof typeof GATES
