/**
 * What may be told of where a child is.
 *
 * Law     LGDNNA arts. 76, 77: nothing that lets a child be found by whom it must not. A family's home is never named.
 */
import { FACILITY_TYPES, type FacilityType, stayKindOf } from '@vigia/law/facilities'

export interface Place {
  readonly type: FacilityType
  readonly name: string
}

/** A home is told by its kind alone; no key, no town. */
export function isHome(type: FacilityType): boolean {
  return stayKindOf(type) === 'FAMILY'
}

export function nameOfPlace({ type, name }: Place): string {
  return isHome(type) ? FACILITY_TYPES[type].es : name
}
