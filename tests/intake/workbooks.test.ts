/** Workbooks as spreadsheet programs write them go in like text: first visible sheet, real dates, numbers as numbers. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import writeWorkbook from 'write-excel-file/node'
import { aDetection } from '../support/builders/inm.ts'
import { type Desk, openDesk } from './desk.ts'

let desk: Desk
beforeAll(async () => {
  desk = await openDesk()
})
afterAll(() => desk.close())

type Cell = {
  value: string | number | Date
  type: StringConstructor | NumberConstructor | DateConstructor
  format?: string
} | null

const text = (value: string): Cell => (value === '' ? null : { value, type: String })
const instant = (value: string): Cell => ({ value: new Date(value), type: Date, format: 'dd/mm/yyyy hh:mm' })

test('a workbook with a title above its header, real dates and a total below becomes detections', async () => {
  const row = aDetection({ 'NOMBRE(S)': 'Ñusta Ángeles', MUNICIPIO: 'Tapachula de Córdova y Ordóñez' })
  const columns = Object.keys(row)
  const cells = columns.map((column) => {
    if (column === 'FECHA Y HORA') return instant('2024-01-15T13:05:00Z')
    if (column === 'AVISO A PPNNA') return instant('2024-01-15T14:35:00Z')
    return column === 'EDAD' ? { value: 14, type: Number } : text(row[column] ?? '')
  })
  const sheet = [
    [text('Instituto Nacional de Migración, corte al 31 de enero')],
    columns.map(text),
    cells,
    [],
    [text('TOTAL'), { value: 1, type: Number }],
  ]
  const workbook = await writeWorkbook(sheet as never).toBuffer()

  const { outcome, counts } = await desk.send('children/detections', workbook)

  expect({ outcome, ...counts }).toMatchObject({ outcome: 'TAKEN', rows: 1, recorded: 1, skipped: 2 })
  expect(
    await desk.database.query(
      `select d.detected_at at time zone 'America/Mexico_City' = '2024-01-15 13:05' as at_one, d.age, d.municipality, n.given_names
       from children.detection d join children.person_name n using (child_id) where d.acta = $1`,
      [row.ACTA],
    ),
  ).toEqual([{ at_one: true, age: 14, municipality: 'Tapachula de Córdova y Ordóñez', given_names: 'Ñusta Ángeles' }])
})
