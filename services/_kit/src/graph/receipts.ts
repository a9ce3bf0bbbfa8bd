/**
 * What INM reads back: the rows that it sent itself, as it sent them, whatever others have told of the same facts since
 * (security.md 3.8). A fact that another authority corrected is read in its former version, and one that was known before INM
 * told of it as INM confirmed it. No way leads from here to a child.
 */
import type { Pool } from 'pg'
import type { Actor } from '../actor.ts'
import type { ServiceName } from '../service.ts'
import { checkPeriod, type countingTypes, instantsAsked, type Period, stateAsked } from './counting.ts'
import { type Keyset, keysetPage, type Page } from './keyset.ts'
import { isWithin, narrowed, type PageArgs } from './page.ts'
import type { BaseContext, SubgraphTypes } from './subgraph.ts'

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

/** What is asked for of them; what is left out lets all through. */
export interface ReceiptsAsked {
  state?: string | null
  period?: Period | null
}

type AnyBuilder = PothosSchemaTypes.SchemaBuilder<
  PothosSchemaTypes.ExtendDefaultTypes<SubgraphTypes<Record<never, never>, BaseContext>>
>

/** The input type by which lists of receipts are narrowed; call it once, where they are listed. */
export function receiptFilter(subgraph: unknown, period: ReturnType<typeof countingTypes>['period']) {
  const builder = subgraph as AnyBuilder
  return builder.inputRef<ReceiptsAsked>('ReceiptFilter').implement({
    description: 'Which of the rows that INM sent are listed. What is left out lets all through.',
    fields: (t) => ({
      state: t.id({ description: 'Of offices of this state: INEGI or ISO code; "00" for all.' }),
      period: t.field({ type: period, description: 'Local days of what is listed, by which it is in order.' }),
    }),
  })
}

/** One page of what the offices of the actor's states sent, or of all of it for an actor of the whole country. */
export function receiptsPage<Row extends object>(
  pool: Pool,
  receipts: Receipts,
  { filter, ...page }: PageArgs & { filter?: ReceiptsAsked | null },
  { states }: Actor,
): Promise<Page<Row & Receipt>> {
  const { service, entity, by } = receipts
  const { column, cast } = by
  const [state, period] = [stateAsked(filter?.state), filter?.period ? checkPeriod(filter.period) : null]
  const keyset: Keyset = {
    pool,
    select: `select * from ${service}.${entity}_sent`,
    ...narrowed((mark) => [
      states !== null && `state_of_row = any (${mark(states)}::char(2)[])`,
      state !== null && `state_of_row = ${mark(state)}`,
      cast === 'date'
        ? period !== null && `${column} between ${mark(period.from)}::date and ${mark(period.to)}::date`
        : isWithin(column, instantsAsked(period), mark),
    ]),
    order: [
      { column, cast, key: column.replaceAll('"', '') },
      { column: 'id', cast: 'uuid', key: 'id' },
    ],
    descending: true,
  }
  return keysetPage<Row & Receipt>(keyset, page)
}
