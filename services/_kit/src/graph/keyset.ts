/** One page of a list in a stable order, by position and not by number: rows that arrive meanwhile move nothing. */

import { keptPlan, ofMany } from '@vigia/db/kept-plans'
import type DataLoader from 'dataloader'
import type { Pool, QueryConfig } from 'pg'
import { batchById } from './batch-by-id.ts'
import { checkPage, cursorOf, DEFAULT_PAGE, ofAnotherList, type PageArgs, positionIn } from './page.ts'

export interface Keyset {
  pool: Pool
  /** `select …, <columns of the order> from …`, without where, order and limit; or the parts of the list. */
  select: string | readonly Part[]
  /** Conditions that hold for every row, with their values as $1, $2 …; empty for none. */
  where: string
  values: readonly unknown[]
  /** The order: unique as a whole, all descending or all ascending, each as it is compared and as it is selected. */
  order: readonly { column: string; cast: string; key: string }[]
  descending: boolean
  /** Whether a page is made of many rows, as of what is counted by groups. */
  isOfMany?: true
}

/** Some rows of a list, of which none is in two parts: each part is read in its own order, as far as the page goes and no further. */
export interface Part {
  select: string
  /** What the part is read for, one after the other, where it is only in order within each: a relation that `select` refers to. */
  each?: string
}

export interface Page<Row> {
  edges: { cursor: string; node: Row }[]
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null }
}

/** Reads one row more than asked, to know whether there are more. Throws BAD_USER_INPUT for bounds, CURSOR_INVALID for foreign cursors. */
export async function keysetPage<Row extends object>(keyset: Keyset, args: PageArgs): Promise<Page<Row>> {
  checkPage(args)
  const { text, values } = statement(keyset, args)
  const query = keyset.isOfMany ? ofMany(text, values) : { name: nameOf(keyset, text), text, values }
  const rows = await rowsFrom<Row>(keyset.pool, query, args)
  return pageFrom(keyset, args, rows)
}

/** The same page of the rows of each key, in one statement. `column` holds the key, which is a text unless cast. */
export async function keysetPageOfEach<Row extends object>(
  keyset: Keyset,
  { column, keys, cast = 'text' }: { column: string; keys: readonly string[]; cast?: string },
  args: PageArgs,
): Promise<Page<Row>[]> {
  checkPage(args)
  const where = [`${column} = each.key`, ...(keyset.where ? [keyset.where] : [])].join(' and ')
  const { text, values } = statement({ ...keyset, where }, args)
  const ofEach = `select each.key as each_key, page.* from unnest($${values.length + 1}::${cast}[]) each (key), lateral (${text}) page`
  const statementOfEach = { name: nameOf(keyset, ofEach), text: ofEach, values: [...values, keys] }
  const rows = await rowsFrom<Row & { each_key: string }>(keyset.pool, statementOfEach, args)
  const byKey = Map.groupBy(rows, ({ each_key }) => each_key)
  return keys.map((key) => pageFrom(keyset, args, byKey.get(key) ?? []))
}

/** A loader of such pages for one request: what is asked of one key after the other is one statement. */
export function pagesOfEach<Row extends object>(
  keyset: Keyset,
  by: { column: string; cast?: string },
  args: PageArgs,
): DataLoader<string, { key: string; page: Page<Row> } | null> {
  return batchById(
    async (keys) => {
      const pages = await keysetPageOfEach<Row>(keyset, { ...by, keys }, args)
      return keys.flatMap((key, i) => (pages[i] ? [{ key, page: pages[i] }] : []))
    },
    ({ key }) => key,
  )
}

/** Where nothing but a place in the list is asked for, one plan serves all; conditions are planned for what they ask. */
const nameOf = ({ where }: Keyset, text: string) => (where === '' ? keptPlan(text) : undefined)

/** A value that is not of its type, as PostgreSQL says it. */
const NOT_OF_ITS_TYPE = /^22/

/** A cursor can be of the right form and hold parts that no row has: "no day" in the place of an instant. */
async function rowsFrom<Row extends object>(
  pool: Pool,
  query: { name?: string | undefined; text: string },
  { after, before }: PageArgs,
): Promise<Row[]> {
  try {
    return (await pool.query<Row>(query as QueryConfig)).rows
  } catch (error) {
    const { code } = error as { code?: unknown }
    if (!(after || before) || typeof code !== 'string' || !NOT_OF_ITS_TYPE.test(code)) throw error
    throw ofAnotherList()
  }
}

/** From the end of the list towards its start. */
export function isBackwards({ first, last, before }: PageArgs): boolean {
  return Boolean(last || (before && !first))
}

export function sizeOf({ first, last }: PageArgs): number {
  return last ?? first ?? DEFAULT_PAGE
}

function pageFrom<Row extends object>(keyset: Keyset, args: PageArgs, rows: readonly Row[]): Page<Row> {
  const [backwards, size] = [isBackwards(args), sizeOf(args)]
  const more = rows.length > size
  const kept = rows.slice(0, size)
  if (backwards) kept.reverse()
  const edges = kept.map((node) => ({ cursor: cursorOf(keyset.order.map(({ key }) => positionOf(node, key))), node }))
  const pageInfo = {
    // Beyond a cursor there is its own row at least.
    hasNextPage: Boolean(args.before) || (!backwards && more),
    hasPreviousPage: Boolean(args.after) || (backwards && more),
    startCursor: edges[0]?.cursor ?? null,
    endCursor: edges.at(-1)?.cursor ?? null,
  }
  return { edges, pageInfo }
}

function statement(keyset: Keyset, args: PageArgs) {
  const { select, where, order, descending } = keyset
  const values: unknown[] = [...keyset.values]
  const columns = order.map(({ column }) => column).join(', ')
  const beyond = (cursor: string, isAfter: boolean) => {
    const position = positionIn(cursor, order.length)
    const marks = order.map(({ cast }, i) => `$${values.push(position[i])}::${cast}`).join(', ')
    return `(${columns}) ${isAfter === descending ? '<' : '>'} (${marks})`
  }
  const conditions = [
    ...(where ? [where] : []),
    ...(args.after ? [beyond(args.after, true)] : []),
    ...(args.before ? [beyond(args.before, false)] : []),
  ]
  const direction = descending === isBackwards(args) ? 'asc' : 'desc'
  const sorted = order.map(({ column }) => `${column} ${direction}`).join(', ')
  const filter = conditions.length > 0 ? `where ${conditions.join(' and ')}` : ''
  const end = `limit ${sizeOf(args) + 1}`
  const read = (from: string) => `${from} ${filter} order by ${sorted} ${end}`
  if (typeof select === 'string') return { text: read(select), values }
  const [only] = select
  if (select.length === 1 && only && !only.each) return { text: read(only.select), values }
  const parts = select.map((part) =>
    part.each ? `select part.* from ${part.each}, lateral (${read(part.select)}) part` : `(${read(part.select)})`,
  )
  const merged = order.map(({ key }) => `"${key}" ${direction}`).join(', ')
  return { text: `select * from (${parts.join(' union all ')}) list order by ${merged} ${end}`, values }
}

/** Instants travel with their microseconds cut off: the columns hold milliseconds. */
function positionOf(row: object, key: string): string | number {
  const value = (row as Record<string, unknown>)[key]
  if (value instanceof Date) return value.toISOString()
  return typeof value === 'number' ? value : String(value)
}
