/** The regions in which UPMRIP counts nationalities; Asia and Europe are told apart, which it does not always do. */
import type { CodeList } from './code-list.ts'

export const REGIONS = {
  NORTH_AMERICA: { es: 'Norteamérica', en: 'North America' },
  CENTRAL_AMERICA: { es: 'Centroamérica', en: 'Central America' },
  CARIBBEAN: { es: 'Caribe', en: 'Caribbean' },
  SOUTH_AMERICA: { es: 'Sudamérica', en: 'South America' },
  AFRICA: { es: 'África', en: 'Africa' },
  ASIA: { es: 'Asia', en: 'Asia' },
  EUROPE: { es: 'Europa', en: 'Europe' },
  OCEANIA: { es: 'Oceanía', en: 'Oceania' },
  NONE: { es: 'Sin región', en: 'No region' },
} as const satisfies CodeList

export type Region = keyof typeof REGIONS
/** The countries of a region, a line each. */
export type RegionRows = Readonly<Partial<Record<Region, string>>>
