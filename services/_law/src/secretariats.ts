/** How the post of an executive secretary of SIPINNA is held (LGDNNA arts. 130, 136): what A36 of domain.md asks. */
import type { CodeList } from './code-list.ts'

export const SECRETARIAT_CONDITIONS = {
  HELD: { es: 'Ocupada', en: 'Held' },
  SHARED: { es: 'Con otro cargo a la vez', en: 'Held beside another post' },
  VACANT: { es: 'Vacante', en: 'Vacant' },
} as const satisfies CodeList

export type SecretariatCondition = keyof typeof SECRETARIAT_CONDITIONS
