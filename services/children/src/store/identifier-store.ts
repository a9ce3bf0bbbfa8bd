/** Reads the numbers that authorities gave to children, whoever keeps them. One instance a request. */
import type { ChildrenDb } from '@vigia/db/children'
import { batchManyById } from '@vigia/kit/graph/batch-by-id'
import { isBlind } from '@vigia/kit/seal/blind-index'
import type { CellOpener } from '@vigia/kit/seal/cell-opener'

export interface KnownIdentifier {
  id: string
  childId: string
  type: string
  /** Null where it was sealed and cannot be read any more. */
  value: string | null
  issuer: string | null
  state: string | null
  /** Local days. */
  validFrom: string | null
  validTo: string | null
}

type StoredIdentifier = KnownIdentifier & { sealed: string | null }

/** The children's own, the actas of their detections, and those that other services told of; each number once. */
const OF_CHILDREN = `
  select distinct on (child_id, type, value) id, child_id as "childId", type, value, sealed, issuer, state,
    valid_from::text as "validFrom", valid_to::text as "validTo"
  from (
    select id, child_id, type, value, sealed, issuer, null as state, valid_from, valid_to
    from children.identifier where child_id = any ($1)
    union all
    select id, child_id, 'ACTA', acta, null, 'INM', state, outbox.mx_date(detected_at), null
    from children.detection where child_id = any ($1)
    union all
    select r.identifier_id, r.child_id, r.type, r.value, null, r.issuer, coalesce(r.state, p.state), null, null
    from children.identifier_ref r left join children.place_ref p using (facility_id) where r.child_id = any ($1)
  ) given
  order by child_id, type, value, id`

export class IdentifierStore {
  readonly ofChild

  constructor({ rows: database }: ChildrenDb, opener: CellOpener) {
    this.ofChild = batchManyById<string, KnownIdentifier>(
      async (ids) => {
        const { rows } = await database.query<StoredIdentifier>(OF_CHILDREN, [ids])
        return Promise.all(rows.map((row) => inPlainWords(row, opener)))
      },
      ({ childId }) => childId,
    )
  }
}

/** A number of the person is sealed, and alone in its cell. */
async function inPlainWords({ sealed, ...row }: StoredIdentifier, opener: CellOpener): Promise<KnownIdentifier> {
  // A number that waited in plain words when cells began to be sealed has nothing but its blind index left.
  if (sealed === null) return { ...row, value: row.value !== null && isBlind(row.value) ? null : row.value }
  const cells = await opener.open('children.identifier', { subject: row.childId, sealed })
  return { ...row, value: Object.values(cells ?? {})[0] ?? null }
}
