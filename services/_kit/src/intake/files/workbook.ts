/** Opens the parts of an XLSX workbook one by one, each within its bounds, and finds the first visible sheet. */
import { open } from 'node:fs/promises'
import { StringDecoder } from 'node:string_decoder'
import { FileRefused } from './file-refused.ts'
import { unpacked, ZIP_BOUNDS, type ZipBounds, type ZipEntry, zipEntries } from './zip.ts'

export type Workbook = {
  /** The part that holds the first visible sheet. */
  sheet: string
  /** Names of the visible sheets behind it, which are not read. */
  otherSheets: readonly string[]
  /** Whether its days are numbered from 1904, as the first spreadsheets of Macintosh did, and not from 1900. */
  countsFrom1904: boolean
  has: (part: string) => boolean
  /** A part's text, piece by piece; nothing for a part that is not there. Throws FileRefused for what XML may not say here. */
  textOf: (part: string) => AsyncGenerator<string>
  close: () => Promise<void>
}

export const PARTS = {
  workbook: 'xl/workbook.xml',
  relations: 'xl/_rels/workbook.xml.rels',
  styles: 'xl/styles.xml',
  strings: 'xl/sharedStrings.xml',
} as const

/** These are in memory as a whole while the sheet is read. */
const MOST_BYTES: Readonly<Record<string, number>> = {
  [PARTS.workbook]: 20_000_000,
  [PARTS.relations]: 20_000_000,
  [PARTS.styles]: 20_000_000,
  [PARTS.strings]: 400_000_000,
}

const FROM_1904 = /<(?:\w+:)?workbookPr\s[^>]*\bdate1904=["'](?:1|true)["']/
const DECLARATION = /<!\s*(DOCTYPE|ENTITY)/i

/** Throws FileRefused for a bomb, a lying archive, or a workbook without a visible sheet. */
export async function openWorkbook(path: string, bounds: ZipBounds = ZIP_BOUNDS): Promise<Workbook> {
  const file = await open(path, 'r')
  try {
    const entries = new Map<string, ZipEntry>()
    for (const entry of await zipEntries(file, bounds)) {
      if (entry.unpackedBytes > (MOST_BYTES[entry.name] ?? Number.POSITIVE_INFINITY)) throw tooLarge()
      entries.set(entry.name, entry)
    }
    async function* textOf(part: string): AsyncGenerator<string> {
      const entry = entries.get(part)
      if (entry) yield* decoded(unpacked(file, entry))
    }
    const book = await whole(textOf(PARTS.workbook))
    const { sheet, otherSheets } = sheetsIn(book, await whole(textOf(PARTS.relations)))
    if (!entries.has(sheet)) throw new FileRefused('El libro XLSX está dañado y no se puede leer.')
    const countsFrom1904 = FROM_1904.test(book)
    return { sheet, otherSheets, countsFrom1904, has: (part) => entries.has(part), textOf, close: () => file.close() }
  } catch (error) {
    await file.close()
    throw error
  }
}

const tooLarge = () => new FileRefused('El libro XLSX se rechaza: desempacado es desmedidamente grande.')

async function whole(pieces: AsyncIterable<string>): Promise<string> {
  let text = ''
  for await (const piece of pieces) text += piece
  return text
}

/** Letters that two pieces share are kept whole; declarations of entities are refused before any parser meets them. */
async function* decoded(pieces: AsyncIterable<Buffer>): AsyncGenerator<string> {
  const decoder = new StringDecoder('utf8')
  let tail = ''
  for await (const piece of pieces) {
    const text = decoder.write(piece)
    if (DECLARATION.test(tail + text)) {
      throw new FileRefused('El libro XLSX se rechaza: una de sus partes declara entidades XML.')
    }
    tail = text.slice(-16)
    yield text
  }
  yield decoder.end()
}

/** The part behind the first sheet of the workbook that is not hidden, and the names of the others that are not. */
function sheetsIn(workbook: string, relations: string): Pick<Workbook, 'sheet' | 'otherSheets'> {
  if (workbook === '')
    throw new FileRefused(
      'El archivo es un ZIP, pero no un libro XLSX. Saque la tabla, o ábrala en la hoja de cálculo, y guárdela como XLSX o como «CSV UTF-8».',
    )
  const visible = [...workbook.matchAll(/<(?:\w+:)?sheet\s[^>]*>/g)].flatMap(([tag]) => {
    if (/\sstate="(hidden|veryHidden)"/.test(tag)) return []
    const target = targetOf(/\sr:id="([^"]*)"/.exec(tag)?.[1], relations)
    return target ? [{ target, name: unquoted(/\sname="([^"]*)"/.exec(tag)?.[1] ?? '') }] : []
  })
  const [first, ...others] = visible
  if (!first) throw new FileRefused('El libro XLSX no tiene ninguna hoja visible.')
  const sheet = first.target.startsWith('/') ? first.target.slice(1) : `xl/${first.target}`
  return { sheet, otherSheets: others.map(({ name }) => name) }
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

const unquoted = (text: string) =>
  text.replace(/&(amp|lt|gt|quot|apos);/g, (all, name: string) => ENTITIES[name] ?? all)

function targetOf(id: string | undefined, relations: string): string | undefined {
  for (const [link] of relations.matchAll(/<(?:\w+:)?Relationship\s[^>]*>/g)) {
    if (/\sId="([^"]*)"/.exec(link)?.[1] === id) return /\sTarget="([^"]*)"/.exec(link)?.[1]
  }
  return undefined
}
