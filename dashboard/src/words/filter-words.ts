/** What a filter narrows to, in words. */
import { countryName } from './nationalities.ts'
import type { Language, Words } from './words.ts'

type Narrowed = {
  nationality?: readonly string[] | null | undefined
  ageGroup?: readonly ('FROM_0_TO_11' | 'FROM_12_TO_17' | 'UNKNOWN')[] | null | undefined
  accompaniment?: readonly ('ACCOMPANIED' | 'SEPARATED' | 'UNACCOMPANIED' | 'UNDETERMINED')[] | null | undefined
}

export function filterWords(filter: Narrowed | null, t: Words, language: Language): readonly string[] {
  if (!filter) return []
  return [
    ...(filter.nationality ?? []).map((code) => countryName(code, language)),
    ...(filter.ageGroup ?? []).map((age) => t(`filters.ages.${age}`)),
    ...(filter.accompaniment ?? []).map((company) => t(`filters.companies.${company}`)),
  ]
}
