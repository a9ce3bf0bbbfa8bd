/** Reads what the registry of centres holds of places. One instance a request. */
import type { FacilityRecord, PlacementsDb } from '@vigia/db/placements'
import { batchById } from '@vigia/kit/graph/batch-by-id'

export class RecordStore {
  readonly ofFacility

  constructor({ prisma }: PlacementsDb) {
    this.ofFacility = batchById<string, FacilityRecord>(
      (ids) => prisma.facilityRecord.findMany({ where: { facilityId: { in: [...ids] } } }),
      ({ facilityId }) => facilityId,
    )
  }
}
