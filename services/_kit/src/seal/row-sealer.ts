/** Seals cells of a row while a file is read: together those that belong together, all of a row under one key of its own. */
import { markToken } from './blind-index.ts'
import { type DataKey, newDataKey, seal, wrap } from './cipher.ts'
import { keyring } from './keys.ts'

/** Cells as they were read, by the names of their columns; without those that say nothing. */
export type Cells = Readonly<Record<string, string>>

/** Cells that go into the database sealed alone, in one text. */
export interface SealedCells {
  /** The staging columns are `<name>_sealed` and, where it is marked, `<name>_mark`. */
  name: string
  /** `schema.table` in which they will stand. */
  place: string
  /** The columns they are read from. */
  of: readonly string[]
  /** Whether a later file is held against them. */
  isMarked?: true
  /** A further mark of some of the cells: the staging column, which, and what is written where they say nothing: then there is none. */
  alsoMarked?: readonly [column: string, of: readonly string[], saysNothing: string]
  /** What follows of the cells and is written in plain words beside them: the staging column, and the word. */
  tells?: readonly [column: string, word: (cells: Cells) => string]
  /** What is sealed where it is not just the cells that say something; null for nothing. */
  holds?: (cell: (name: string) => string | null) => Cells | null
  /** How the same is found of a fact that is known, so that a row takes nothing back of what it leaves blank. */
  known?: KnownCells
}

export interface KnownCells {
  /** SQL on `s`, `p` and the known fact `f`: whether it is the one that the row tells of. */
  isOf: string
  /** The column by which it is known, by default its id. */
  key?: string
  /** SQL: the mark that the cells of the row would stand under. */
  mark: string
  /** Cells of which none may be another for the rest to be kept. */
  while?: readonly string[]
  /** What is written for a cell that says nothing. */
  saysNothing?: string
  /** The feed whose files tell of the fact, where those of another only mention it. */
  toldBy?: string
}

export function columnsOfSealed({ name, isMarked, alsoMarked, tells }: SealedCells): string[] {
  const beside = [alsoMarked?.[0], tells?.[0]].filter((column) => column !== undefined)
  return [`${name}_sealed`, ...(isMarked ? [`${name}_mark`] : []), ...beside]
}

/** Gives the values of all these columns, then the key's id and the key, wrapped. A row that holds nothing of the kind costs nothing. */
export function sealRow(all: readonly SealedCells[], cell: (name: string) => string | null): (string | null)[] {
  let key: DataKey | null = null
  const values: (string | null)[] = []
  for (const sealed of all) {
    const cells = (sealed.holds ?? cellsThatSay(sealed.of))(cell)
    if (cells === null) {
      for (const _ of columnsOfSealed(sealed)) values.push(null)
      continue
    }
    key ??= newDataKey()
    const plain = JSON.stringify(cells)
    values.push(seal(key, sealed.place, plain))
    if (sealed.isMarked) values.push(markToken(keyring().blindIndex, sealed.place, plain))
    if (sealed.alsoMarked) values.push(partMark(sealed.place, sealed.alsoMarked, cells))
    if (sealed.tells) values.push(sealed.tells[1](cells))
  }
  values.push(key?.id ?? null, key === null ? null : wrap(keyring().wrapping[0], key))
  return values
}

function partMark(
  place: string,
  [, of, saysNothing]: NonNullable<SealedCells['alsoMarked']>,
  cells: Cells,
): string | null {
  if (of.every((name) => cells[name] === saysNothing)) return null
  return markToken(keyring().blindIndex, place, JSON.stringify(of.map((name) => cells[name] ?? null)))
}

const EMPTY_LIST = '{}'

function cellsThatSay(of: readonly string[]): (cell: (name: string) => string | null) => Cells | null {
  return (cell) => {
    let cells: Record<string, string> | null = null
    for (const name of of) {
      const said = cell(name)
      if (said === null || said === EMPTY_LIST) continue
      cells ??= {}
      cells[name] = said
    }
    return cells
  }
}
