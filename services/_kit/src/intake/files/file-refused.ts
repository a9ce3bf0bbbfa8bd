/** Why a whole file is refused: the line where it shows, and a sentence in Spanish for whoever sent it. */
export class FileRefused extends Error {
  readonly code = 'FILE_REFUSED'
  readonly line: number
  readonly column: string
  readonly value: string

  constructor(sentence: string, at: { line?: number; column?: string; value?: string } = {}) {
    super(sentence)
    this.line = at.line ?? 1
    this.column = at.column ?? ''
    this.value = at.value ?? ''
  }
}

/** Why a file or folder cannot be used, to stand in brackets: to whoever sends one, the system's own words for it say nothing. */
export const OF_FILES: Readonly<Record<string, string>> = {
  EACCES: 'no hay permiso para ello: pídalo a quien administra el equipo',
  EPERM: 'no hay permiso para ello: pídalo a quien administra el equipo',
  EBUSY: 'otro programa lo tiene abierto: ciérrelo',
  EROFS: 'ahí no se puede escribir',
  ENOENT: 'no existe',
  ENOTDIR: 'no existe',
  EISDIR: 'es una carpeta',
  EIO: 'el disco o la red no lo entregan',
}

/** What is thrown where this file cannot be opened: it is refused, and those behind it are taken in. Any other error as it is. */
export function asRefusal(error: unknown, file: string | null): unknown {
  const { code, path } = error as NodeJS.ErrnoException
  const why = file !== null && path === file ? OF_FILES[code ?? ''] : undefined
  return why === undefined ? error : new FileRefused(`No se puede leer el archivo (${why}).`)
}

const WORKBOOK = /\.xls[xm]$/i
/** More than separators: which of them a table without cells has is not known. */
const WRITTEN = /[^\s;]/

/** What is called a workbook and is neither one nor text: whoever sent it made no CSV, and is not told of one. */
export function refuseBrokenWorkbook(path: string, head: Buffer): void {
  if (!WORKBOOK.test(path) || !head.includes(0)) return
  throw new FileRefused(
    'El archivo lleva nombre de libro XLSX y no lo es: está dañado o llegó incompleto. Ábralo en la hoja de cálculo, guárdelo otra vez como XLSX y envíelo de nuevo.',
  )
}

/** Of a whole table without a single cell it is not said that it lacks a header. */
export function refuseEmpty(records: readonly string[][], isWorkbook: boolean): void {
  if (records.some((cells) => cells.some((cell) => WRITTEN.test(cell)))) return
  throw new FileRefused(isWorkbook ? 'La hoja está vacía.' : 'El archivo está vacío.')
}
