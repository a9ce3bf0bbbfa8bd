/** Lists of rows that are all at hand, in their order: of one child, or one file, there are few. */
import { isBackwards, type Page, sizeOf } from './keyset.ts'
import { checkPage, cursorOf, LARGEST_PAGE, ofAnotherList, type PageArgs } from './page.ts'

/** One page, and how many rows there are in all. Throws BAD_USER_INPUT for bounds, CURSOR_INVALID for foreign cursors. */
export function pageOf<Row extends { id: string | bigint }>(
  rows: readonly Row[],
  args: PageArgs,
): Page<Row> & { total: number } {
  checkPage(args)
  const cursors = rows.map(({ id }) => cursorOf([String(id)]))
  const size = sizeOf(args)
  const start = args.after ? placeOf(args.after) + 1 : 0
  const end = args.before ? placeOf(args.before) : rows.length
  const backwards = isBackwards(args)
  const from = backwards ? Math.max(start, end - size) : start
  const until = backwards ? end : Math.min(end, start + size)
  const edges = rows.slice(from, until).map((node, i) => ({ cursor: cursors[from + i] ?? '', node }))
  const pageInfo = {
    hasNextPage: until < rows.length && until >= from,
    hasPreviousPage: from > 0,
    startCursor: edges[0]?.cursor ?? null,
    endCursor: edges.at(-1)?.cursor ?? null,
  }
  return { edges, pageInfo, total: rows.length }

  function placeOf(cursor: string): number {
    const place = cursors.indexOf(cursor)
    if (place < 0) throw ofAnotherList()
    return place
  }
}

/** The first of them, as many as one page holds at most: for a list that is no page, so that it has a bound. */
export function atMostAPage<Row>(rows: readonly Row[]): Row[] {
  return rows.slice(0, LARGEST_PAGE)
}
