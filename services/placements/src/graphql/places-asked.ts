/** Which places a filter asks for: by type, by what the law makes of a stay there, by municipality. */
import { Refusal } from '@vigia/kit/errors'
import { codesOf } from '@vigia/law/code-list'
import { FACILITY_TYPES, type FacilityType, type LegalClass, legalClassOf } from '@vigia/law/facilities'
import { municipalityKeyOf } from '@vigia/law/states'

/** A legal class is a set of types. Both filters given, a place must pass both; empty where all pass. */
export function typesAsked(
  types: readonly FacilityType[] | null | undefined,
  classes: readonly LegalClass[] | null | undefined,
): FacilityType[] {
  if (!classes || classes.length === 0) return [...new Set(types)]
  const ofClasses = codesOf(FACILITY_TYPES).filter((type) => classes.includes(legalClassOf(type)))
  const kept = types && types.length > 0 ? ofClasses.filter((type) => types.includes(type)) : ofClasses
  if (kept.length === 0) throw new Refusal('BAD_USER_INPUT', 'No type asked for is of a legal class asked for.')
  return kept
}

const MOST_MUNICIPALITIES = 50

/** A key of no state is a slip: passed over, it would be answered with an empty list, as if no place were there. */
export function municipalitiesAsked(keys: readonly string[]): string[] {
  if (keys.length > MOST_MUNICIPALITIES)
    throw new Refusal('BAD_USER_INPUT', `filter.municipalityKey holds more than ${MOST_MUNICIPALITIES} values.`)
  return keys.map((key, at) => {
    const known = municipalityKeyOf(key)
    if (known === null)
      throw new Refusal('BAD_USER_INPUT', `filter.municipalityKey: value ${at + 1} is no key of INEGI. Write 07087.`)
    return known
  })
}
