/** A place of the twin, and the forms of its keys. */
import type { FacilityType } from '@vigia/law/facilities'
import type { FacilityLifecycle, RegistryStatus } from '@vigia/law/facility-registry'
import type { StateCode } from '@vigia/law/states'
import type { Minute } from '../calendar.ts'

type ListedBy = 'INM' | 'SNDIF' | 'CNDH'

export interface Place {
  /** Null for a place that stands in no list. */
  readonly key: string | null
  readonly name: string
  readonly type: FacilityType
  readonly state: StateCode
  readonly town: string
  readonly operator: string | null
  readonly capacity: number | null
  readonly registry: RegistryStatus
  readonly lifecycle: FacilityLifecycle
  readonly openedOn: Minute | null
  readonly closedOn: Minute | null
  /** Who sends it in a list of facilities; null for places seen only in rows of stays. */
  readonly listedBy: ListedBy | null
}

export function isOpen({ openedOn, closedOn }: Place, from: Minute, until: Minute): boolean {
  return (openedOn === null || openedOn <= from) && (closedOn === null || closedOn > until)
}
