/** Reads the XML of a worksheet into rows of text, cell by cell, as a person sees them in the spreadsheet. */
import { type SaxesAttributeNS, SaxesParser } from 'saxes'
import { NO_DAY, NOT_CALCULATED } from '../cells/sheet-errors.ts'
import { Cover, columnOf, type Merge } from './merges.ts'

export type SheetRow = {
  number: number
  cells: string[]
  isHidden: boolean
  /** Of its cells those that are covered by one beside them. */
  beside: readonly number[]
}

/** As a day or an hour, a hundredfold, or with so many digits at least behind a word, as `007` and `N000000012`. */
export type Shown = 'DAY' | 'PERCENT' | { digits: number; before: string }

/** What a sheet refers to. */
export type Book = {
  strings: readonly string[]
  /** How a number in a cell of this style is shown. */
  shows: (style: number) => Shown
  countsFrom1904: boolean
}

type Cell = { column: number; type: string; style: number; isFormula: boolean; hasValue: boolean; text: string | null }
type Tag = { local: string; attributes: Record<string, SaxesAttributeNS> }

/** Rows in the order of the sheet. Throws where the XML is none. */
export async function* sheetRows(
  pieces: AsyncIterable<string>,
  book: Book,
  merges: readonly Merge[],
): AsyncGenerator<SheetRow[]> {
  const reader = new RowReader(book, merges)
  const parser = readerOfTags(reader)
  for await (const piece of pieces) {
    parser.write(piece)
    if (reader.rows.length > 0) yield reader.rows.splice(0)
  }
  parser.close()
  if (reader.rows.length > 0) yield reader.rows
}

/** The strings that cells refer to by number: runs of one text are joined; how a text is pronounced is no part of it. */
export async function stringsOf(pieces: AsyncIterable<string>): Promise<string[]> {
  const strings: string[] = []
  let text = ''
  const runs = new TextRuns((run) => {
    text += run
  })
  const parser = readerOfTags({
    open(tag) {
      runs.open(tag.local)
      if (tag.local === 'si') text = ''
    },
    text: (said) => runs.text(said),
    close(name) {
      runs.close(name)
      if (name === 'si') strings.push(unescaped(text))
    },
  })
  for await (const piece of pieces) parser.write(piece)
  parser.close()
  return strings
}

type Handler = { open: (tag: Tag) => void; text: (text: string) => void; close: (name: string) => void }

function readerOfTags(handler: Handler) {
  const parser = new SaxesParser({ xmlns: true })
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ local, attributes }) => handler.open({ local, attributes }))
  parser.on('text', (text) => handler.text(text))
  parser.on('cdata', (text) => handler.text(text))
  parser.on('closetag', ({ local }) => handler.close(local))
  return parser
}

/** Tells the runs of text inside `t`, but those inside `rPh`. */
class TextRuns {
  #isText = false
  #isPhonetic = false
  readonly #say: (run: string) => void
  constructor(say: (run: string) => void) {
    this.#say = say
  }
  open(name: string): void {
    if (name === 'rPh') this.#isPhonetic = true
    this.#isText = name === 't' && !this.#isPhonetic
  }
  text(run: string): void {
    if (this.#isText) this.#say(run)
  }
  close(name: string): void {
    if (name === 'rPh') this.#isPhonetic = false
    this.#isText = false
  }
}

class RowReader implements Handler {
  readonly rows: SheetRow[] = []
  readonly #book: Book
  readonly #cover: Cover
  #row: SheetRow | null = null
  #lastRow = 0
  #cell: Cell | null = null
  #isValue = false
  readonly #runs = new TextRuns((run) => this.#add(run))

  constructor(book: Book, merges: readonly Merge[]) {
    this.#book = book
    this.#cover = new Cover(merges)
  }

  open(tag: Tag): void {
    const { local: name, attributes } = tag
    if (name === 'row') this.#row = rowOf(attributes, this.#lastRow + 1)
    else if (name === 'c' && this.#row) this.#cell = cellOf(attributes, this.#row.cells.length)
    else if (name === 'f' && this.#cell) this.#cell.isFormula = true
    else if (name === 'v' && this.#cell) this.#cell.hasValue = true
    this.#isValue = name === 'v'
    this.#runs.open(name)
  }

  text(text: string): void {
    if (this.#isValue) this.#add(text)
    else this.#runs.text(text)
  }

  close(name: string): void {
    this.#isValue = false
    this.#runs.close(name)
    if (name === 'c' && this.#row && this.#cell) {
      const { cells } = this.#row
      while (cells.length < this.#cell.column) cells.push('')
      cells[this.#cell.column] = textOf(this.#cell, this.#book)
      this.#cell = null
    }
    if (name !== 'row' || !this.#row) return
    this.#row.beside = this.#cover.mark(this.#row)
    this.#lastRow = this.#row.number
    this.rows.push(this.#row)
    this.#row = null
  }

  #add(text: string): void {
    if (this.#cell) this.#cell.text = (this.#cell.text ?? '') + text
  }
}

const rowOf = (attributes: Tag['attributes'], next: number): SheetRow => ({
  ...{ number: Number(attributes['r']?.value ?? next), cells: [] },
  isHidden: /^(?:1|true)$/.test(attributes['hidden']?.value ?? ''),
  beside: [],
})

function cellOf(attributes: Tag['attributes'], next: number): Cell {
  const said = (name: string) => attributes[name]?.value
  const column = columnIn(said('r')) ?? next
  return {
    column,
    type: said('t') ?? 'n',
    style: Number(said('s') ?? 0),
    isFormula: false,
    hasValue: false,
    text: null,
  }
}

/** Of a reference like `AB12`. */
function columnIn(reference: string | undefined): number | null {
  const [, letters] = /^([A-Z]{1,3})\d+$/.exec(reference ?? '') ?? []
  return letters === undefined ? null : columnOf(letters)
}

function textOf({ type, style, isFormula, hasValue, text }: Cell, book: Book): string {
  // Of a text, no letter is a result.
  if (text === null) return isFormula && !(hasValue && type === 'str') ? NOT_CALCULATED : ''
  switch (type) {
    case 's':
      return book.strings[Number(text)] ?? ''
    case 'str':
    case 'inlineStr':
      return unescaped(text)
    case 'b':
      return text === '0' ? 'NO' : 'SÍ'
    case 'n':
      return numberAsShown(text, book.shows(style), book)
    default:
      return text // Of errors, and of days written as text.
  }
}

function numberAsShown(text: string, shown: Shown, { countsFrom1904 }: Book): string {
  if (shown === 'DAY') return dayText(Number(text), countsFrom1904)
  if (shown === 'PERCENT') return `${Number((Number(text) * 100).toPrecision(DIGITS_SURE))}%`
  const number = numberText(text)
  return /^\d+$/.test(number) ? shown.before + number.padStart(shown.digits, '0') : number
}

/** More digits than these a spreadsheet does not keep: what stands there is left as it is, and no number. */
const DIGITS_KEPT = 1e15

/** What is beyond comes of reckoning, as in 28.599999999999998. */
const DIGITS_SURE = 15

const numberText = (text: string) => (Math.abs(Number(text)) < DIGITS_KEPT ? String(Number(text)) : text)

const UNTIL_1970 = 25_569
const FROM_1900_TO_1904 = 1462
const DAY_IN_SECONDS = 86_400
/** 31 December 9999. */
const LAST_DAY = 2_958_466

/** Spreadsheets' days have no time zone: they are the local time that was typed. Less than a day is an hour of no day. */
function dayText(serial: number, countsFrom1904: boolean): string {
  if (!(serial >= 0 && serial < LAST_DAY)) return NO_DAY
  const days = serial - UNTIL_1970 + (countsFrom1904 ? FROM_1900_TO_1904 : 0)
  const text = new Date(Math.round(days * DAY_IN_SECONDS) * 1000).toISOString()
  if (serial < 1) return text.slice(11, 19)
  return text.endsWith('T00:00:00.000Z') ? text.slice(0, 10) : text.slice(0, 19).replace('T', ' ')
}

/** Letters that XML has no room for are written as `_x000D_`. */
function unescaped(text: string): string {
  if (!text.includes('_x')) return text
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
}
