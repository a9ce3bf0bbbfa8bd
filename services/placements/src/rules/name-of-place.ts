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

interface Door {
  readonly sealed: string | null
  readonly registryNumber: string | null
  readonly director: string | null
  readonly contact: string | null
}

/** What a register holds of a home without all that leads to its door: the door, its number, who lives there, and how they are called. */
export function withoutDoor<Record extends Door>(record: Record): Record {
  return { ...record, sealed: null, registryNumber: null, director: null, contact: null }
}

export function nameOfPlace({ type, name }: Place): string {
  return isHome(type) ? FACILITY_TYPES[type].es : name
}
