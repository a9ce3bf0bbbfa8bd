/**
 * What INM reads back: the rows that it sent itself, as it sent them, whatever others have told of the same facts since
 * (security.md 3.8). A fact that another authority corrected is read in its former version, and one that was known before INM
 * told of it as INM confirmed it. No way leads from here to a child.
 */
import { addDays } from '@vigia/law/local-dates'
import { STATE_CODES } from '@vigia/law/states'
import type { Pool } from 'pg'
import type { Actor } from '../actor.ts'
import type { ServiceName } from '../service.ts'
import { checkPeriod, type countingTypes, instantsAsked, type Period, stateAsked } from './counting.ts'
import { isBackwards, type Keyset, keysetPage, type Page, sizeOf } from './keyset.ts'
import { checkPage, type PageArgs, positionIn } from './page.ts'
import type { BaseContext, SubgraphTypes } from './subgraph.ts'

export interface Receipts {
  service: ServiceName
  /** The table of the facts. Beside it is a function that gives what INM sent of them (the migration pages_of_what_inm_sent). */
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
  checkPage(page)
  const { column, cast } = receipts.by
  const state = stateAsked(filter?.state)
  const codes = (states ?? STATE_CODES).filter((code) => state === null || code === state)
  const values: unknown[] = [codes]
  const asked = [...boundsOf(receipts, filter?.period ?? null), ...placeOf(receipts, page)]
  const marks = asked.map(({ value, cast }) => `$${values.push(value)}::${cast}`).join(', ')
  const keyset: Keyset = {
    pool,
    select: `select sent.* from unnest($1::char(2)[]) of_state (code),
      lateral ${receipts.service}.${receipts.entity}_sent(of_state.code, ${marks}) sent`,
    ...{ where: '', values },
    order: [
      { column, cast, key: column.replaceAll('"', '') },
      { column: 'id', cast: 'uuid', key: 'id' },
    ],
    descending: true,
  }
  return keysetPage<Row & Receipt>(keyset, page)
}

type Argument = { value: unknown; cast: string }

/** From when on and until when, as the function of the database has it: the second no longer. */
function boundsOf({ by: { cast } }: Receipts, asked: Period | null): Argument[] {
  const days = asked && checkPeriod(asked)
  const bounds = cast === 'date' ? days && { from: days.from, until: addDays(days.to, 1) } : instantsAsked(days)
  return [bounds?.from ?? null, bounds?.until ?? null].map((value) => ({ value, cast }))
}

/** Beyond which row the page begins, in which direction, and how far it goes: no more is read of any state. */
function placeOf({ by: { cast } }: Receipts, page: PageArgs): Argument[] {
  const cursor = isBackwards(page) ? page.before : page.after
  const [at, id] = cursor ? positionIn(cursor, 2) : [null, null]
  return [
    { value: at, cast },
    { value: id, cast: 'uuid' },
    { value: isBackwards(page), cast: 'boolean' },
    { value: sizeOf(page) + 1, cast: 'int' },
  ]
}
