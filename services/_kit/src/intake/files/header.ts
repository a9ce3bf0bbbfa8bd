/** Finds the header row of a table and the place of each column, however the sender spells it. */
import { looseKey } from '@vigia/law/code-list'
import { FileRefused } from './file-refused.ts'
import { hoursApart } from './hours-apart.ts'
import { refuseRecordsAbove } from './records-above.ts'
import { refuseForeign, refuseTwice } from './unclaimed-titles.ts'

export type ColumnTitle = {
  /** Name in the staging table. */
  name: string
  /** The canonical title first, then its aliases; accents, case, blanks and punctuation do not count. */
  titles: readonly [string, ...string[]]
  /** The column must stand in the file, and its cell in every row. */
  required?: boolean
  /** The column must stand in the file; its cells may be blank. */
  mustStand?: boolean
  /** What is counted is grouped by it: a row that says total here, wherever the column stands, is a sum of others. */
  isGroup?: true
  /** Few files have the column: a file without it is not told so. */
  isSeldom?: boolean
  /** Of PostgreSQL; the hour of an instant may stand in a column of its own. */
  type?: string
}

/** One form in which a table may arrive. A feed has one or more. */
export type Layout = {
  name: string
  columns: readonly ColumnTitle[]
  /** Titles that no table of this kind has: a file with one is of another kind, though all that is required stands in it. */
  foreignTitles?: readonly string[]
}

export type Header = {
  layout: Layout
  /** Where the header stands among the records, and on which line. */
  index: number
  line: number
  /** Cells of the header as they came. */
  cells: readonly string[]
  /** For each column of the layout its place in a record, or -1 where the file has none. */
  positions: readonly number[]
  /** For each column the place of the hour of its day, where that stands apart, or -1. */
  hours: readonly number[]
  /** Titles that no column claims: told to the sender, never silently dropped. */
  unknownTitles: readonly string[]
  /** Columns the file does not have. */
  missingTitles: readonly string[]
}

const SEPARATORS = ' Las columnas van separadas por coma, punto y coma o tabulador.'

type Match = { layout: Layout; index: number; positions: number[]; found: number; lacks: ColumnTitle[] }

/** Throws FileRefused where no row is a header, a required column is missing, or one stands twice. */
export function headerIn(
  records: readonly string[][],
  lines: readonly number[],
  layouts: readonly Layout[],
  { isWorkbook = false } = {},
): Header {
  const best = bestMatch(records, layouts)
  if (!best || best.found < Math.min(2, best.layout.columns.length)) {
    const titles = layouts[0]?.columns.slice(0, 4).map(({ titles: [title] }) => `«${title}»`)
    const hint = !isWorkbook && records.every((record) => record.length < 2) ? SEPARATORS : ''
    throw new FileRefused(`No se encontró el renglón de encabezados (${titles?.join(', ')}…).${hint}`)
  }
  const { layout, index, positions, lacks } = best
  const cells = records[index] ?? []
  const line = lines[index] ?? 1
  const hours = hoursApart(cells, layout.columns, positions)
  const isRead = (place: number) => positions.includes(place) || hours.includes(place)
  const unknownTitles = cells.filter((cell, place) => cell.trim() !== '' && !isRead(place))
  const [lacking] = lacks
  if (lacking) {
    const [title] = lacking.titles
    const others =
      unknownTitles.length > 0 ? ` Sin reconocer: ${unknownTitles.map((one) => `«${one.trim()}»`).join(', ')}.` : ''
    throw new FileRefused(`Falta la columna «${title}».${others}`, { line, column: title })
  }
  refuseRecordsAbove(records.slice(0, index), lines, best)
  refuseTwice(unknownTitles, placesOf(layout), line)
  refuseForeign(unknownTitles, layout.foreignTitles ?? [], line)
  const missingTitles = layout.columns
    .filter(({ isSeldom }, at) => !isSeldom && positions[at] === -1)
    .map(({ titles: [title] }) => title)
  return { layout, index, line, cells, positions, hours, unknownTitles, missingTitles }
}

/** How many columns the best row shows. */
export function columnsFound(records: readonly string[][], layouts: readonly Layout[]): number {
  return bestMatch(records, layouts)?.found ?? 0
}

/**
 * None required lacking before some; of those the first, since what stands below it are records until another header shows. Then most
 * columns found, and the layout with fewest columns left over.
 */
function bestMatch(records: readonly string[][], layouts: readonly Layout[]): Match | null {
  let best: Match | null = null
  const keys: string[][] = []
  for (const layout of layouts) {
    const places = placesIn(layout)
    for (const [index, record] of records.entries()) {
      keys[index] ??= record.map(looseKey)
      const match = matchOf(layout, places, index, keys[index])
      if (!best || isBetter(match, best)) best = match
      if (match.lacks.length === 0) break // No row below it is better.
    }
  }
  return best
}

function isBetter(one: Match, other: Match): boolean {
  const [isWhole, isOtherWhole] = [one.lacks.length === 0, other.lacks.length === 0]
  if (isWhole !== isOtherWhole) return isWhole
  if (isWhole && one.index !== other.index) return one.index < other.index
  if (one.found !== other.found) return one.found > other.found
  return one.index === other.index && one.layout.columns.length < other.layout.columns.length
}

function placesOf({ columns }: Layout): Map<string, number> {
  const places = new Map<string, number>()
  for (const [at, { titles }] of columns.entries()) {
    for (const title of titles) places.set(looseKey(title), at)
  }
  return places
}

/** Small words that offices put into a title or leave out: "Fecha y hora de la detección". */
const SMALL_WORDS = /\b(?:DEL?|LAS?|EL|LOS) /g
/** As a number is cut: "No. acta", "Núm. de acta", "Nº de acta". */
const NUMBER_CUT = /\b(?:NO|NUM|NRO|N[º°])(?= |$)/g

const likelyKey = (key: string): string => key.replace(SMALL_WORDS, '').replace(NUMBER_CUT, 'NUMERO')

/** What titles have in common that differ in small words, where that is of one column alone. */
function likelyPlacesOf({ columns }: Layout): Map<string, number> {
  const places = new Map<string, number>()
  for (const [at, { titles }] of columns.entries())
    for (const key of titles.map((title) => likelyKey(looseKey(title))))
      places.set(key, places.has(key) && places.get(key) !== at ? -1 : at)
  return new Map([...places].filter(([, at]) => at !== -1))
}

type Places = Record<'places' | 'likely', Map<string, number>>

/** Of each list of columns, since a feed reads by the same ones file after file. */
const known = new WeakMap<Layout['columns'], Places>()

function placesIn(layout: Layout): Places {
  const found = known.get(layout.columns) ?? { places: placesOf(layout), likely: likelyPlacesOf(layout) }
  known.set(layout.columns, found)
  return found
}

/** A title as it is written goes before one that is like it, wherever the two stand. */
function matchOf(layout: Layout, { places, likely }: Places, index: number, keys: readonly string[]): Match {
  const positions = layout.columns.map(() => -1)
  let found = 0
  const find = (placeOf: (key: string) => number | undefined) => {
    for (const [place, key] of keys.entries()) {
      const at = placeOf(key)
      if (at === undefined || positions[at] !== -1 || positions.includes(place)) continue
      positions[at] = place
      found++
    }
  }
  find((key) => places.get(key))
  find((key) => likely.get(likelyKey(key)))
  const lacks = layout.columns.filter(
    ({ required, mustStand }, at) => (required === true || mustStand === true) && positions[at] === -1,
  )
  return { layout, index, positions, found, lacks }
}
