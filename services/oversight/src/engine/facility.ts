/** All that oversight knows of a place, as rules read it. */
import type { FacilityType } from '@vigia/law/facilities'
import type { FacilityLifecycle } from '@vigia/law/facility-registry'
import type { Ending } from './course.ts'

export interface FacilityPicture {
  readonly id: string
  readonly state: string
  readonly type: FacilityType
  readonly capacity: number | null
  readonly lifecycle: FacilityLifecycle
  /** When each of those who are there now came, the first first. */
  readonly entries: readonly Date[]
  /** Who left last. */
  readonly lastExit: Ending | null
}
