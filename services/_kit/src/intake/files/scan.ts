/** One look over a whole file before it is parsed: its hash, its size and how its letters are written. */
import { isAscii, isUtf8 } from 'node:buffer'
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { FileRefused, refuseBrokenWorkbook } from './file-refused.ts'
import { Letters } from './other-systems.ts'

export type FileScan = {
  sha256: string
  bytes: number
  /** ZIP is the container of an XLSX workbook. */
  encoding: 'UTF-8' | 'LATIN-1' | 'ZIP'
}

/** How much of a file is in memory at a time. */
export const CHUNK_BYTES = 1 << 16

const NEWLINE = 10
/** What many systems call a workbook, which spreadsheets open all the same. */
const PAGE = /^(?:\xef\xbb\xbf)?\s*<(?:!doctype|\?xml|html|head|meta|style|table)\b/i
/** What is called a table and is another thing: how it begins, and what it is. */
const OTHER_THINGS: readonly [begins: string, what: string][] = [
  ['%PDF', 'un PDF'],
  ['{\\rtf', 'un texto RTF'],
  ['\x89PNG', 'una imagen'],
  ['\xff\xd8\xff', 'una imagen'],
]
const OLD_EXCEL = Buffer.from('d0cf11e0a1b11ae1', 'hex')

/** Reads the file once. Throws FileRefused for what no table can be read from. */
export async function scanFile(path: string): Promise<FileScan> {
  const hash = createHash('sha256')
  const letters = new LetterWatch()
  let bytes = 0
  let zip = false

  for await (const chunk of createReadStream(path, { highWaterMark: CHUNK_BYTES }) as AsyncIterable<Buffer>) {
    if (bytes === 0) {
      zip = chunk.length >= 4 && chunk.readUInt32LE(0) === 0x04034b50
      refuseForeignText(chunk)
      if (!zip) refuseBrokenWorkbook(path, chunk)
    }
    bytes += chunk.length
    hash.update(chunk)
    if (!zip) letters.watch(chunk)
  }

  if (bytes === 0) throw new FileRefused('El archivo está vacío.')
  return { sha256: hash.digest('hex'), bytes, encoding: zip ? 'ZIP' : letters.encoding() }
}

/** UTF-16 is refused and not guessed at: half of a table read wrong is worse than a table sent again. So are pages that call themselves tables. */
function refuseForeignText(head: Buffer): void {
  const mark = head.length >= 2 ? head.readUInt16BE(0) : 0
  if (mark === 0xfffe || mark === 0xfeff) {
    throw new FileRefused('El archivo está en UTF-16. Guárdelo como «CSV UTF-8» y envíelo de nuevo.')
  }
  if (head.subarray(0, OLD_EXCEL.length).equals(OLD_EXCEL)) {
    throw new FileRefused(
      'El archivo es un libro XLS antiguo o está protegido con contraseña. Quite la contraseña y guárdelo como XLSX o como «CSV UTF-8».',
    )
  }
  const start = head.toString('latin1', 0, 8)
  const [, what] = OTHER_THINGS.find(([begins]) => start.startsWith(begins)) ?? []
  if (what) {
    throw new FileRefused(
      `El archivo es ${what} y no una tabla. Pida el libro de donde salió y guárdelo como XLSX o como «CSV UTF-8».`,
    )
  }
  if (PAGE.test(head.toString('latin1', 0, 512))) {
    throw new FileRefused(
      'El archivo es una página HTML o XML con nombre de tabla. Ábralo en la hoja de cálculo y guárdelo como XLSX o como «CSV UTF-8».',
    )
  }
}

/** Follows the text chunk by chunk and holds the letter that a chunk's end cut in two. */
class LetterWatch {
  #cut: Buffer = Buffer.alloc(0)
  #lines = 0
  #hasUtf8Letters = false
  readonly #others = new Letters()
  #firstOtherLine = 0

  watch(chunk: Buffer): void {
    const nul = chunk.indexOf(0)
    if (nul >= 0) {
      const line = this.#lines + countLines(chunk.subarray(0, nul)) + 1
      throw new FileRefused('El archivo contiene caracteres nulos: no es un CSV de texto o está en UTF-16.', {
        line,
      })
    }
    const bytes = this.#cut.length ? Buffer.concat([this.#cut, chunk]) : chunk
    const end = wholeLettersEnd(bytes)
    this.#weigh(bytes.subarray(0, end))
    this.#cut = bytes.subarray(end)
  }

  /** No line is proper UTF-8 beyond ASCII: Latin-1. A mixture has no right reading and is refused. */
  encoding(): 'UTF-8' | 'LATIN-1' {
    this.#weigh(this.#cut)
    if (this.#firstOtherLine === 0) return 'UTF-8'
    if (!this.#hasUtf8Letters) return this.#others.ofWindows(this.#firstOtherLine)
    throw new FileRefused('El archivo mezcla UTF-8 con otra codificación a partir de este renglón.', {
      line: this.#firstOtherLine,
    })
  }

  #weigh(bytes: Buffer): void {
    if (isUtf8(bytes)) {
      this.#hasUtf8Letters ||= !isAscii(bytes)
      this.#lines += countLines(bytes)
      return
    }
    for (const line of linesOf(bytes)) {
      if (isUtf8(line)) this.#hasUtf8Letters ||= !isAscii(line)
      else this.#firstOtherLine = this.#others.weigh(line, this.#firstOtherLine || this.#lines + 1)
      this.#lines++
    }
    this.#lines-- // The last piece has no line end yet.
  }
}

function* linesOf(bytes: Buffer): Generator<Buffer> {
  let start = 0
  for (let end = bytes.indexOf(NEWLINE); end >= 0; end = bytes.indexOf(NEWLINE, start)) {
    yield bytes.subarray(start, end)
    start = end + 1
  }
  yield bytes.subarray(start)
}

function countLines(bytes: Buffer): number {
  let lines = 0
  for (let at = bytes.indexOf(NEWLINE); at >= 0; at = bytes.indexOf(NEWLINE, at + 1)) lines++
  return lines
}

/** Where the last whole UTF-8 letter ends: up to three bytes may belong to a letter that goes on. */
function wholeLettersEnd(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0
    if (byte < 0x80) return bytes.length
    if (byte < 0xc0) continue
    const size = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2
    return size > back ? bytes.length - back : bytes.length
  }
  return bytes.length
}
