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
