/** Why a child must not be where it is held, and how grave that is (domain.md 2.2, A01 and A02). */
import type { CodeList } from './code-list.ts'

/** What one of these says is so as long as the stay goes on. */
export const OVERSTAY_KINDS = {
  /** Ley de Migración art. 99 ¶3, LRPCAP art. 20: from the entry on. */
  HELD_IN_PROHIBITED_PLACE: { es: 'En un lugar prohibido', en: 'Held in a prohibited place' },
  /** Ley de Migración arts. 95, 98, 112 I; SCJN AR 388/2022: nobody for more than 36 hours; told from the 36th on, as A02 is critical. */
  HELD_OVER_36_HOURS: { es: '36 horas o más sin entrega al DIF', en: 'Held for 36 hours or more' },
} as const satisfies CodeList

export type OverstayKind = keyof typeof OVERSTAY_KINDS

export const OVERSTAY_SEVERITIES = {
  CRITICAL: { es: 'Crítica', en: 'Critical' },
} as const satisfies CodeList

export type OverstaySeverity = keyof typeof OVERSTAY_SEVERITIES
