/** The standing of an executed return: was there, before departure, a determination that permits it? */
import type { CodeList } from './code-list.ts'

export const STANDINGS = {
  VALID: { es: 'Con determinación válida', en: 'Valid' },
  NO_DETERMINATION: { es: 'Sin determinación', en: 'No determination' },
  DETERMINED_AFTER_DEPARTURE: { es: 'Determinada después de la salida', en: 'Determined after departure' },
  DETERMINATION_SAYS_OTHERWISE: {
    es: 'La determinación dice otra cosa',
    en: 'The determination says otherwise',
  },
  DETERMINED_BY_WRONG_AUTHORITY: {
    es: 'Determinada por autoridad sin facultad',
    en: 'Determined by an authority without the power',
  },
} as const satisfies CodeList

export type Standing = keyof typeof STANDINGS
