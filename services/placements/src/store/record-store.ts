/** Reads what the registry of centres holds of places. One instance a request. */
import type { FacilityRecord, PlacementsDb } from '@vigia/db/placements'
import { batchById } from '@vigia/kit/graph/batch-by-id'
import { CellOpener } from '@vigia/kit/seal/cell-opener'

export class RecordStore {
  readonly ofFacility

  readonly #opener

  constructor({ prisma, rows }: PlacementsDb) {
    this.#opener = new CellOpener(rows, { table: 'placements.data_key', subject: 'facility_id' })
    this.ofFacility = batchById<string, FacilityRecord>(
      (ids) => prisma.facilityRecord.findMany({ where: { facilityId: { in: [...ids] } } }),
      ({ facilityId }) => facilityId,
    )
  }

  /** Null where not recorded. */
  async addressOf({ facilityId, sealed }: FacilityRecord): Promise<string | null> {
    const cells = await this.#opener.open('placements.facility_record', { subject: facilityId, sealed })
    return cells?.address ?? null
  }
}
