/**
 * What INM reads back: the rows that it sent itself, as it sent them, whatever others have told of the same facts since
 * (security.md 3.8). A fact that another authority corrected is read in its former version, and one that was known before INM
 * told of it as INM confirmed it. No way leads from here to a child.
 */
import type { Pool } from 'pg'
import type { Actor } from '../actor.ts'
import type { ServiceName } from '../service.ts'
import { type Keyset, keysetPage, type Page } from './keyset.ts'
import type { PageArgs } from './page.ts'

export interface Receipts {
  service: ServiceName
  /** The table of the facts. Beside it is a view of what INM sent of them (the migration rows_by_actor). */
  entity: string
  /** The instant or day by which the receipts are listed, the latest first. */
  by: { column: string; cast: string }
}

/** Where a row stands in what INM sent. */
export interface Receipt {
  id: string
  /** For the audit alone: no field tells it. */
  childId: string
  fileName: string
  /** Null where the row only said again what was known. */
  line: number | null
  takenAt: Date
}

/** One page of what the offices of the actor's states sent, or of all of it for an actor of the whole country. */
export function receiptsPage<Row extends object>(
  pool: Pool,
  receipts: Receipts,
  { states }: Actor,
  args: PageArgs,
): Promise<Page<Row & Receipt>> {
  const { service, entity, by } = receipts
  const { column, cast } = by
  const keyset: Keyset = {
    pool,
    select: `select * from ${service}.${entity}_sent`,
    where: states === null ? '' : 'state_of_row = any ($1::char(2)[])',
    values: states === null ? [] : [states],
    order: [
      { column, cast, key: column.replaceAll('"', '') },
      { column: 'id', cast: 'uuid', key: 'id' },
    ],
    descending: true,
  }
  return keysetPage<Row & Receipt>(keyset, args)
}
