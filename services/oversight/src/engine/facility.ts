/** All that oversight knows of a place, as rules read it. */
import type { FacilityType } from '@vigia/law/facilities'
import type { FacilityLifecycle, RegistryStatus } from '@vigia/law/facility-registry'
import type { LocalDate } from '@vigia/law/local-dates'
import type { Ending } from './course.ts'

/** A child who came to a place before turning one. */
export interface Infant {
  readonly at: Date
  readonly turnsOneOn: LocalDate
}

export interface FacilityPicture {
  readonly id: string
  readonly state: string
  readonly type: FacilityType
  readonly capacity: number | null
  /** Persons who look after its children; null where no list tells. */
  readonly carers: number | null
  /** Its standing in the national registry of centres, as a list told last. */
  readonly registryStatus: RegistryStatus
  readonly lifecycle: FacilityLifecycle
  /** When each of those who are there now came, the first first. */
  readonly entries: readonly Date[]
  /** Of them, those who came before their first birthday, the first first; of a place whose carers nobody tells, none. */
  readonly infants: readonly Infant[]
  /** Who left last. */
  readonly lastExit: Ending | null
  /** Since when DIF has been so silent that nobody knows who is there; null while it tells. */
  readonly silentSince: Date | null
}
