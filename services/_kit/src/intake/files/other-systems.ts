/** By what a text of DOS or of a Macintosh is told from one of Windows. */
import { FileRefused } from './file-refused.ts'

/** What DOS writes behind the last letter of a text, and dBase still does. */
const END_MARK = 26

/** What a file holds but for that: taken for a row, it would look like half of one. */
export async function* withoutEndMark(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let last: Buffer | null = null
  for await (const chunk of chunks) {
    if (last) yield last
    last = chunk
  }
  if (last) yield last.at(-1) === END_MARK ? last.subarray(0, -1) : last
}

/** The bytes that stand for letters of Spanish in each; of those of DOS none is a letter in Windows. */
const OF_WINDOWS = bytesOf('c1 c9 cd d1 d3 da dc e1 e9 ed f1 f3 fa fc')
const OF_DOS = bytesOf('81 82 90 a1 a2 a3 a4 a5 b5')
const OF_MACINTOSH = bytesOf('84 87 8e 96 97 9c')
/** The á of DOS, and in Windows the blank of web pages. */
const A_OF_DOS = 0xa0
/** The Ú of DOS, which between capitals is no é. */
const U_OF_DOS = 0xe9
/** In Windows it may stand before a word: ¡. */
const BEFORE_A_WORD = 0xa1

/** Follows the lines of a text that is not UTF-8, whose letters are bytes. */
export class Letters {
  readonly #found = { windows: 0, dos: 0, macintosh: 0, perhapsDos: 0 }

  /** Gives the number of the line. */
  weigh(line: Uint8Array, number: number): number {
    for (let at = 0; at < line.length; at++) {
      const byte = line[at] ?? 0
      if (byte >= 0x80) this.#weigh(byte, line[at - 1] ?? 0, line[at + 1] ?? 0)
    }
    return number
  }

  #weigh(byte: number, before: number, behind: number): void {
    const isInside = isLetter(before) && isLetter(behind)
    if (OF_WINDOWS.has(byte)) {
      if (!(byte === U_OF_DOS && isInside && !isSmall(before) && !isSmall(behind))) this.#found.windows++
      return
    }
    if (OF_DOS.has(byte) && (isLetter(before) || (isLetter(behind) && byte !== BEFORE_A_WORD))) this.#found.dos++
    if (OF_MACINTOSH.has(byte) && isInside) this.#found.macintosh++
    if (byte === A_OF_DOS && isSmall(before) && isSmall(behind)) this.#found.perhapsDos++
  }

  /** Throws FileRefused with the first line of letters where more of them make words in another system: read as those of Windows they would be others. */
  ofWindows(line: number): 'LATIN-1' {
    const { windows, dos, macintosh, perhapsDos } = this.#found
    const isOfDos = dos > windows || (windows === 0 && perhapsDos > 0)
    if (!isOfDos && macintosh <= windows) return 'LATIN-1'
    const kind = isOfDos ? 'MS-DOS' : 'Macintosh'
    const reason = `El archivo está guardado como «CSV (${kind})», y sus acentos se leerían como otras letras.`
    throw new FileRefused(`${reason} Guárdelo como «CSV UTF-8» y envíelo de nuevo.`, { line })
  }
}

function bytesOf(text: string): ReadonlySet<number> {
  return new Set(text.split(' ').map((byte) => Number.parseInt(byte, 16)))
}

const isSmall = (byte: number) => byte >= 0x61 && byte <= 0x7a
const isLetter = (byte: number) => isSmall(byte | 0x20)
