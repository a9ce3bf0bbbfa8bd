/** A step of taking a chunk in: SQL, or SQL that depends on what the chunk holds, so that no chunk pays for what it does not bring. */

/** What is known of a chunk before its rows are looked at in the database. True where it cannot be told. */
export type ChunkTraits = {
  /** Whether a row fills this column of the staging table. */
  fills: (column: string) => boolean
  /** Whether two rows hold the same in this column, which `identifies`. */
  repeats: (column: string) => boolean
  /** Whether a file that counts has told of a later day. */
  mayBeLate: boolean
  /** Whether a row was joined to something that is known. */
  joins: boolean
  /** Whether its rows are taken for new: none is looked up, and a unique constraint stops the writing where one is known. */
  presumedNew: boolean
}

/** Null where there is nothing to do. */
export type Step = string | ((chunk: ChunkTraits) => string | null)

/** Of a chunk of which nothing is known: every step is taken. */
export const ANYTHING: ChunkTraits = {
  fills: () => true,
  repeats: () => true,
  mayBeLate: true,
  joins: true,
  presumedNew: false,
}

/** The SQL of the steps that this chunk needs. */
export function sqlOfSteps(steps: readonly Step[], chunk: ChunkTraits): string[] {
  return steps
    .map((step) => (typeof step === 'string' ? step : step(chunk)))
    .filter((sql): sql is string => sql !== null)
}

/** Has nothing to do where every row of the chunk is new. */
export const whereSomeAreKnown =
  (sql: string): Step =>
  ({ joins }) =>
    joins ? sql : null

/** Has nothing to do where no file has told of a later day. */
export const whereSomeMayBeLate =
  (sql: string): Step =>
  ({ joins, mayBeLate }) =>
    joins && mayBeLate ? sql : null

/** Has nothing to do where no row fills the column. */
export const whereFilled =
  (column: string, step: Step): Step =>
  (chunk) =>
    chunk.fills(column) ? (sqlOfSteps([step], chunk)[0] ?? null) : null

/** Has nothing to do where no two rows hold the same in the column. */
export const whereRepeated =
  (column: string, sql: string): Step =>
  ({ repeats }) =>
    repeats(column) ? sql : null

/** Has nothing to do where the rows are taken for new. */
export const unlessPresumedNew =
  (step: Step): Step =>
  (chunk) =>
    chunk.presumedNew ? null : (sqlOfSteps([step], chunk)[0] ?? null)
