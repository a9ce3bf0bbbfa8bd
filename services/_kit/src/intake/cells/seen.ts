/** What the rows of a chunk hold in each column, so that nothing is asked of the database for a column that none of them fills. */
import type { ChunkTraits } from '../step.ts'

/** In one column. Only of columns that identify are the values remembered. */
export type Seen = { filled: boolean; values: Set<string>; repeated: boolean }

export const nothingSeen = (): Seen => ({ filled: false, values: new Set(), repeated: false })

export function see(seen: Seen, reading: string, identifies: boolean): void {
  seen.filled = true
  if (!identifies) return
  const { size } = seen.values
  if (seen.values.add(reading).size === size) seen.repeated = true
}

/** Columns that are read from several cells or beside another are not looked at: those may hold anything. */
export function traitsOf(seen: ReadonlyMap<string, Seen>): ChunkTraits {
  return {
    fills: (name) => seen.get(name)?.filled ?? true,
    repeats: (name) => seen.get(name)?.repeated ?? true,
    mayBeLate: true,
    joins: true,
    presumedNew: false,
  }
}
