/** Workbooks as spreadsheet programs write them go in like text: first visible sheet, real dates, numbers as numbers. */
import excel from 'exceljs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import writeWorkbook from 'write-excel-file/node'
import { aDetection } from '../support/builders/inm.ts'
import { openedIn } from '../support/opened.ts'
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
      `select d.detected_at at time zone 'America/Mexico_City' = '2024-01-15 13:05' as at_one, d.age, d.municipality
       from children.detection d where d.acta = $1`,
      [row.ACTA],
    ),
  ).toEqual([{ at_one: true, age: 14, municipality: 'Tapachula de Córdova y Ordóñez' }])
  expect(await openedIn(desk.database, 'person_name', row.ACTA)).toMatchObject([{ given_names: 'Ñusta Ángeles' }])
})

test('a workbook that counts its days from 1904: real dates, and days that nobody formatted as such', async () => {
  const row = aDetection()
  const columns = Object.keys(row)
  const book = new excel.Workbook()
  book.properties.date1904 = true
  const hidden = book.addWorksheet('Catálogos', { state: 'hidden' })
  hidden.addRow(columns)
  const sheet = book.addWorksheet('Detecciones')
  sheet.addRow(columns)
  const cells = columns.map((column) => {
    if (column === 'FECHA Y HORA') return new Date('2024-01-15T13:05:00Z')
    // 16 January 2024, 6:00, as a number: the format of the cell was lost.
    return column === 'AVISO A PPNNA' ? 43_845.25 : row[column]
  })
  sheet.addRow(cells).getCell(columns.indexOf('FECHA Y HORA') + 1).numFmt = 'dd/mm/yyyy hh:mm'

  const { outcome } = await desk.send('children/detections', Buffer.from(await book.xlsx.writeBuffer()))

  expect(outcome).toBe('TAKEN')
  expect(
    await desk.database.query(
      `select to_char(detected_at at time zone 'America/Mexico_City', 'YYYY-MM-DD HH24:MI') as found,
         to_char(ppnna_notified_at at time zone 'America/Mexico_City', 'YYYY-MM-DD HH24:MI') as told
       from children.detection where acta = $1`,
      [row.ACTA],
    ),
  ).toEqual([{ found: '2024-01-15 13:05', told: '2024-01-16 06:00' }])
})
