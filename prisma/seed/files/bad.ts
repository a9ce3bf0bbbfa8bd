/** A few files with rows that no registry may take, and where they are wrong: for tests of intake, outside the manifest. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { stringify } from 'csv-stringify/sync'
import { DAY, isoDay, type Minute } from '../calendar.ts'
import { FEEDS } from './columns.ts'

export interface BadRow {
  readonly file: string
  /** Line of the file, the header being 1. */
  readonly line: number
  readonly column: string
  readonly value: string
}

const GOOD: Readonly<Record<string, string>> = {
  'FECHA Y HORA': '03/03/2024 10:20',
  ENTIDAD: 'Chiapas',
  MUNICIPIO: 'Tapachula',
  AUTORIDAD: 'Guardia Nacional',
  'TIPO DE DETECCIÓN': 'Rescate',
  'NOMBRE(S)': 'Génesis',
  'PRIMER APELLIDO': 'Umanzor',
  SEXO: 'Mujer',
  'FECHA DE NACIMIENTO': '05/06/2012',
  EDAD: '11',
  NACIONALIDAD: 'Honduras',
  ACOMPAÑAMIENTO: 'Acompañado',
}

/** One wrong cell a row. */
const WRONG: readonly (readonly [column: string, value: string])[] = [
  ['ACTA', ''],
  ['FECHA Y HORA', '31/02/2024 10:00'],
  ['FECHA Y HORA', '03/03/2099 10:00'],
  ['FECHA Y HORA', 'ayer'],
  ['ENTIDAD', 'Nueva Granada'],
  ['AUTORIDAD', 'Alguien'],
  ['NUE', '12'],
  ['CURP', 'UAXG120605MNEMXNA0'],
  ['SEXO', 'Q'],
  ['FECHA DE NACIMIENTO', '05/06/1999'],
  ['EDAD', 'once años y medio'],
  ['NACIONALIDAD', 'Atlántida'],
]

export function writeBadFiles(directory: string, until: Minute): BadRow[] {
  const folder = join(directory, 'bad')
  mkdirSync(folder, { recursive: true })
  const file = `children--detections--INM--${isoDay(until - DAY)}.csv`
  const { columns } = FEEDS.detections
  const rowOf = (serial: number, wrong?: readonly [string, string]) =>
    columns.map((title) => {
      if (wrong?.[0] === title) return wrong[1]
      return title === 'ACTA' ? `INM/07/2024/${8_000_000 + serial}` : (GOOD[title] ?? '')
    })
  const rows = WRONG.flatMap((wrong, at) => [rowOf(2 * at), rowOf(2 * at + 1, wrong)])
  writeFileSync(join(folder, file), `\ufeff${stringify([[...columns], ...rows])}`)
  return WRONG.map(([column, value], at) => ({ file: `bad/${file}`, line: 2 * at + 3, column, value }))
}
