/** Rows that what the registry knows speaks against: refused, unless their sender confirms that it is so. */
import pg, { type PoolClient } from 'pg'
import type { Feed, FeedLayout, Reject } from './feed.ts'

/**
 * The rows of a batch in conflict, of these lines where some are given. Asked once all of the file is written: a later row may be
 * the one that makes room.
 */
export async function conflictsOf(
  client: PoolClient,
  { conflicts }: Feed,
  { id, isConfirmed }: { id: string; isConfirmed: boolean },
  lines: readonly number[] | null = null,
): Promise<Reject[]> {
  if (!conflicts || isConfirmed) return []
  const { rows } = await client.query<Reject>(conflicts, [id, lines])
  return rows
}

/** The good rows are wanted, and not these: the file is taken in again without them. */
export class InConflict extends Error {
  readonly rows: readonly Reject[]
  /** The children of whom overseers must be told for it. */
  readonly reported: readonly string[]
  constructor(rows: readonly Reject[], reported: readonly string[] = []) {
    super(`${rows.length} rows are in conflict with what is known`)
    this.rows = rows
    this.reported = reported
  }
}

/** The feed as it takes the same rows without these, each refused for its reason. */
export function withoutRows(feed: Feed, rows: readonly Reject[]): Feed {
  if (rows.length === 0) return feed
  const refuse = `
    insert into refusal select x.line, x."column", x.value, x.reason
    from json_to_recordset(${pg.escapeLiteral(JSON.stringify(rows))}) x (line int, "column" text, value text, reason text)
    join staged using (line)`
  const checked = (layout: FeedLayout): FeedLayout => ({ ...layout, checks: [...layout.checks, refuse] })
  const [first, ...others] = feed.layouts
  return { ...feed, layouts: [checked(first), ...others.map(checked)] }
}
