/** Which places a filter asks for: by type, by what the law makes of a stay there. */
import { Refusal } from '@vigia/kit/errors'
import { codesOf } from '@vigia/law/code-list'
import { FACILITY_TYPES, type FacilityType, type LegalClass, legalClassOf } from '@vigia/law/facilities'

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
