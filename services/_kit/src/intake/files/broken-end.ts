/** A file whose sending broke off ends within a record: what stands there is half a row, and what stood behind it nobody knows. */
import type { RecordBatch } from './csv.ts'
import { FileRefused } from './file-refused.ts'
import type { Header } from './header.ts'

/** Of what was read last and what of it is kept. Throws FileRefused. */
export function refuseBrokenEnd(batch: RecordBatch, kept: RecordBatch, { cells }: Header): void {
  const line = batch.lines.at(-1)
  const record = kept.lines.at(-1) === line ? kept.records.at(-1) : undefined
  const width = cells.findLastIndex((title) => title.trim() !== '') + 1
  if (!record || record.length >= width) return
  const has = `trae ${record.length} de ${width} columnas y no tiene fin de línea`
  throw new FileRefused(`El archivo parece cortado: su último renglón ${has}. Genérelo otra vez y envíelo entero.`, {
    line,
  })
}

/** What programs of DOS write behind the last letter of a text, and dBase still does. */
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
