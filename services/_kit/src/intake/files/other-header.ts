/** A row that is a header, and not that of its table: what stands below it would be read under the titles of other columns. */
import { looseKey } from '@vigia/law/code-list'
import { MERGED } from '../cells/sheet-errors.ts'
import { FileRefused } from './file-refused.ts'
import type { Header } from './header.ts'

/** One may be a word that is a title by chance. */
const FEWEST = 2

export class OtherHeaders {
  readonly #header: Header
  readonly #titles: ReadonlySet<string>

  constructor(header: Header) {
    this.#header = header
    const titles = [...header.layout.columns.flatMap((column) => column.titles), ...header.cells]
    this.#titles = new Set(titles.map(looseKey))
  }

  /** Of a row that cannot be read. Throws FileRefused where its first word is a title, and half of all are. */
  refuse(record: readonly string[], line: number): void {
    const cells = record.filter((cell) => cell.trim() !== '' && cell !== MERGED)
    const isTitle = (cell: string) => this.#titles.has(looseKey(cell))
    if (!cells[0] || !isTitle(cells[0])) return
    const titles = cells.filter(isTitle)
    if (titles.length < FEWEST || titles.length * 2 < cells.length) return
    const named = titles
      .slice(0, 3)
      .map((title) => `«${title.trim()}»`)
      .join(', ')
    const reason = this.#isBelow(line)
      ? `El encabezado ocupa más de un renglón (aquí están ${named}): déjelo en uno solo, con un título en cada columna.`
      : `Aquí empieza otro encabezado (${named}…), con otras columnas o en otro orden: envíe cada tabla en un archivo aparte.`
    throw new FileRefused(reason, { line })
  }

  #isBelow(line: number): boolean {
    const breaks = this.#header.cells.join('').match(/\r\n|\n|\r/g)?.length ?? 0
    return line <= this.#header.line + breaks + 1
  }
}
