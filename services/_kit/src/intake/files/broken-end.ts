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
