/** What a service says of a kind of file: its columns, what a cell may hold, and how rows become facts, set by set. */

import type { Authority } from '@vigia/law/authorities'
import type { IdentifierType } from '@vigia/law/identifiers'
import type { SealedCells } from '../seal/row-sealer.ts'
import type { ServiceName } from '../service.ts'
import type { Doubtful } from './cells/doubtful.ts'
import type { Oddity } from './cells/odd-rows.ts'
import type { OfOnePerson } from './cells/one-person.ts'
import type { CellReader } from './cells/reading.ts'
import type { ColumnTitle, Layout } from './files/header.ts'
import type { Step } from './step.ts'

/** What else is kept of a cell, under a column of its own in the staging table. */
export type Derived = { name: string; type: string; read: CellReader }

export type Column = ColumnTitle & {
  /** PostgreSQL's type of the staging column. */
  type: string
  /** Reads a cell that is not blank. A blank cell is null, or refused where the column is required. */
  read: CellReader
  also?: readonly Derived[]
  /** Names one child or one event: two rows with the same are looked at together. */
  identifies?: true
  /** A number of the person: staged as its blind index among numbers of this kind. */
  blind?: IdentifierType
  /** A cell of blanks alone is refused, and not blank: why, in Spanish. */
  refusesBlanks?: string
  /** A letter of which the file itself must tell what it means. */
  doubtful?: Doubtful
  /** Has no staging column of its own: it is staged sealed (`seals` of the layout), and nowhere else. */
  isSealed?: true
}

/** Reads columns from several cells of a row: by their names, as they were read. */
export type DerivedOfRow = {
  columns: readonly { name: string; type: string }[]
  read: (cell: (name: string) => string | null) => readonly (string | null)[] | WrongRow
}

/** Cells that are fit each, and not together. The column is the canonical title; what stands there is told as it was sent. */
export type WrongRow = { column: string; reason: string }

/**
 * One form of a feed's file. All SQL runs in the transaction of the file, on sets of rows at a time. It finds:
 *   staged        one row a row of the file: line, and the columns of this layout
 *   placed        one row a staged row: line, known, and the columns of `placed` below
 *   the_batch     one row: id, feed, source, state, cutoff_on, is_preliminary, is_confirmed, taken_at
 *   refusal       (line, column_name, value, reason): what checks write
 *   touched       (line): rows that changed a fact which was known before
 *   late          (line, is_told): rows of which a telling was kept, since a later file had told before them; is_told where they
 *                 say otherwise than that file did, and changed nothing of it
 */
export type FeedLayout = Omit<Layout, 'columns'> & {
  columns: readonly Column[]
  /** What follows from several cells of a row: further columns of the staging table. */
  derived?: DerivedOfRow
  /** What is told of rows that are taken in; only of a layout with `derived`, for which the cells of a row are kept. */
  oddities?: readonly Oddity[]
  /** What two rows of one number tell alike, or one of them is refused; only of a layout with `derived`, too. */
  onePerson?: OfOnePerson
  /** Which cells are staged sealed, each group in columns of its own, beside `data_key` and `wrapped_key`. */
  seals?: readonly SealedCells[]
  /** Columns of `placed` beside line and known: what a row was joined to, and the key of its fact. */
  placed: Readonly<Record<string, string>>
  /**
   * For files whose rows are new facts, nearly all: the columns of `placed` stand in `staged` itself, each with its default,
   * `placed` is a view of them, and `place` updates the few rows that are not new. Nothing has to be joined.
   */
  inPlace?: boolean
  /**
   * Columns of `placed` that hold the id of a new fact, given while rows are read: it costs PostgreSQL a draw of chance each.
   * A row of a later round takes the default of its column, which must not lie among those: many facts are told of as a
   * stretch of ids.
   */
  newIds?: readonly string[]
  /**
   * The unique constraints of which writing breaks one where a row is not new. Where they are named, a chunk is first written
   * as if it were new, without looking its rows up; where that breaks one, it is taken back and every row is looked up.
   */
  newUnless?: readonly string[]
  /** Fills `placed` from `staged`: joins by identifiers, finds the fact that a row repeats (`known`). */
  place: readonly Step[]
  /** Each inserts into `refusal`. Reasons are Spanish sentences. */
  checks: readonly Step[]
  /** Rows that cannot be joined, or not to one alone: kept, counted, and tried again later. SQL on `s`, the staged row, and `p`, the placed one. */
  unmatched?: Unmatched
  /**
   * What makes two rows one fact: SQL on `s` and `p`. Of rows of one file with one key, each is taken in after the one
   * before it, as if they had come in files of their own.
   */
  key: readonly string[]
  /** Each selects lines of rows that wait, too, until the others are written. */
  waits?: readonly Step[]
  /** Facts of which INM reads back what it sent: their tables, and the column of `placed` with the one that a row speaks of. */
  readBack?: readonly { table: string; placed: string }[]
  /** Write the facts. Former versions and events come of themselves, by triggers. */
  writes: readonly Step[]
}

export type Unmatched = {
  where: string
  /** text[] of TYPE:value */
  keys: string
  /** A Spanish sentence. */
  reason: string
  /** On `u`, a kept row with its `keys`: false where nothing that it names has arrived yet. */
  mayMatch: string
}

export type Feed = {
  service: ServiceName
  name: string
  /** The layout whose columns fit the file best is taken. */
  layouts: readonly [FeedLayout, ...FeedLayout[]]
  /** The tables of which each row of a file is a fact: what a file sent anew lacks is told by them (known/told-no-more.ts). */
  rowsAre?: readonly string[]
  /** SQL that tells, as `notice`, what was wrong with the rows of a batch that were taken in all the same; `$1` is the batch. */
  findings?: string
  /** SQL that keeps beside them a defect of the table itself: `$1` is the batch, then rule, rows, lines and what was done. */
  keepsDefect?: string
  /**
   * SQL for rows of a batch that are in conflict with what is known (line, column, value, reason) once all of it is written: they
   * are refused unless the sender confirms. `$1` is the batch, `$2` the lines asked about, null for all.
   */
  conflicts?: string
  /**
   * SQL for the children (`child_id`) of whom a batch tells what their overseers must know at once, also where it is refused for
   * it; `$1` is the batch, `$2` the lines asked about, null for all.
   */
  reported?: string
  /** Who sends it where nothing says so, and SQL for the last day its rows tell of; `$1` is the batch. */
  usually?: { source: string; until: string }
  /** Whether a file speaks for one state, or of which senders one does: they must say which. */
  ofOneState?: boolean | readonly Authority[]
}

/** A table of facts, for withdrawing a batch. */
export type FactTable = {
  /** Without schema. */
  name: string
  /** Its primary key. */
  key: string
  /** SQL on `f`, the row: true where a row first written by the batch has to stay, since facts of other batches hang on it. */
  keepWhile?: string
  /** SQL on `f`: the child for whose sake it had to stay, with which it goes later. */
  ofChild?: string
  /** What stands in a column of which nobody has told; elsewhere null. */
  untold?: Readonly<Record<string, unknown>>
  /** The feed whose files tell of it, where those of another only mention it: of two words theirs is the later one. */
  toldBy?: string
  /** Columns of answers by code, in which a question that nobody answered stands as UNKNOWN. */
  answers?: readonly string[]
  /** SQL on `v`, a former version: true of one that told of no such fact, and comes back by no withdrawal. */
  isNoWord?: string
}

/** How a service takes a batch back: its tables, those that hang on others first, and what to derive again afterwards. */
export type Withdrawal = {
  service: ServiceName
  facts: readonly FactTable[]
  /** SQL before anything is taken back; `$1` is the batch, as below. */
  beforehand?: readonly string[]
  /** SQL after rows were deleted and put back. */
  afterwards?: readonly string[]
  /** SQL for what others told, and stays where it was joined (notice); `undone_row` holds what went. */
  leaves?: string
}

/** Who sent a file and of what it tells. */
export type Sender = {
  /** Code of an authority. */
  source: string
  /** INEGI's code; null for the whole country. */
  state: string | null
  /** Last day the file tells of, `yyyy-mm-dd`; null where its own rows tell (`usually` of the feed). */
  cutoff: string | null
  isPreliminary: boolean
  /** The sender stands by its rows, also where they are in conflict with what is known. */
  isConfirmed?: boolean
}

export type Counts = {
  /** Rows of the file that are records: the sum of the five below. */
  rows: number
  /** New facts. */
  recorded: number
  /** Facts that were known and now say something else. */
  corrected: number
  /** Facts that were known and say the same. */
  unchanged: number
  refused: number
  unmatched: number
  /** Blank rows, totals, footnotes, repeated headers: not records. */
  skipped: number
}

export type Outcome = 'TAKEN' | 'ALREADY_TAKEN' | 'REFUSED' | 'DRY_RUN'

export type Taken = {
  outcome: Outcome
  /** Of this file, or of the same file when it was taken before; null where nothing was written. */
  batchId: string | null
  counts: Counts
  /** File that tells each refused row by line, column, value and reason; null when there is none. */
  rejects: string | null
  /** The first of them, for showing. */
  firstRejects: readonly Reject[]
  /** Things to tell the sender that refuse nothing: titles that no column claims, columns the file lacks. */
  notices: readonly string[]
  /** What of a file behind the wall is for whoever runs the registry alone: it tells of what others have recorded. */
  besides: readonly string[]
  /** Where the file as a whole is none that can be read; null where single rows were refused, or none. */
  code: 'FILE_REFUSED' | null
  /** Whether its sender may be told of nothing but what stands in the file (behind-the-wall.ts). */
  isBehindWall: boolean
}

export type Reject = { line: number; column: string; value: string; reason: string }
