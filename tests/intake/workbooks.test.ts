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

test('numbers keep the zeros with which they are shown', async () => {
  const row = aDetection({ ENTIDAD: 'Chiapas' })
  const columns = [...Object.keys(row), 'NUE', 'CLAVE DE MUNICIPIO']
  const book = new excel.Workbook()
  const sheet = book.addWorksheet('Detecciones')
  sheet.addRow(columns)
  sheet.addRow(columns.map((column) => row[column] ?? 7089))
  const nue = sheet.getCell(2, columns.indexOf('NUE') + 1)
  nue.value = 12_345_678
  nue.numFmt = '"N"000000000'
  sheet.getCell(2, columns.length).numFmt = '00000'

  const { outcome } = await desk.send('children/detections', Buffer.from(await book.xlsx.writeBuffer()))

  expect(outcome).toBe('TAKEN')
  expect(
    await desk.database.query(
      `select i.value, d.municipality_key from children.detection d join children.identifier i using (child_id) where d.acta = $1`,
      [row.ACTA],
    ),
  ).toEqual([{ value: 'N012345678', municipality_key: '07089' }])
})

test('what a workbook shows and does not hold is refused cell by cell, and never read as blank', async () => {
  const rows = [aDetection(), aDetection(), aDetection(), aDetection()]
  const columns = Object.keys(aDetection())
  const book = new excel.Workbook()
  const sheet = book.addWorksheet('Enero')
  book.addWorksheet('Febrero & marzo').addRow(columns)
  sheet.addRow(columns)
  for (const row of rows) sheet.addRow(columns.map((column) => (column === 'EDAD' ? 14 : row[column])))
  const cell = (line: number, column: string) => sheet.getCell(line, columns.indexOf(column) + 1)
  cell(2, 'AVISO A PPNNA').value = { formula: 'B2+1/24' } as never
  cell(3, 'MUNICIPIO').value = { formula: 'VLOOKUP(1,A1,1)', result: { error: '#N/A' } } as never
  const notice = cell(4, 'AVISO A PPNNA').address
  sheet.mergeCells(`${notice}:${cell(5, 'AVISO A PPNNA').address}`)

  const { outcome, counts, firstRejects, notices } = await desk.send(
    'children/detections',
    Buffer.from(await book.xlsx.writeBuffer()),
  )

  expect({ outcome, refused: counts.refused }).toEqual({ outcome: 'REFUSED', refused: 3 })
  expect(firstRejects.map(({ line, column, reason }) => [line, column, reason])).toEqual([
    [2, 'AVISO A PPNNA', expect.stringContaining('fórmula sin resultado')],
    [3, 'MUNICIPIO', expect.stringContaining('error de la hoja de cálculo')],
    [5, 'AVISO A PPNNA', expect.stringContaining('combinada con la de arriba')],
  ])
  expect(notices).toContainEqual(expect.stringContaining('«Febrero & marzo»'))
})

test('a cell of a record that is merged with the one beside it is refused, and what lies across titles, sums and notes is not', async () => {
  const columns = Object.keys(aDetection())
  const book = new excel.Workbook()
  const sheet = book.addWorksheet('Enero')
  sheet.addRow(['Niñas, niños y adolescentes presentados'])
  sheet.addRow(columns)
  for (const row of [aDetection(), aDetection()]) sheet.addRow(columns.map((column) => row[column]))
  sheet.addRow(['TOTAL', '', '', 2])
  sheet.addRow(['Fuente: INM'])
  const [title, record, sum, note] = [1, 3, 5, 6]
  for (const line of [title, note]) sheet.mergeCells(line, 1, line, columns.length)
  sheet.mergeCells(sum, 1, sum, 3)
  const notice = columns.indexOf('AVISO A PPNNA') + 1
  sheet.mergeCells(record, notice - 1, record, notice)

  const { outcome, counts, firstRejects } = await desk.send(
    'children/detections',
    Buffer.from(await book.xlsx.writeBuffer()),
  )

  expect({ outcome, rows: counts.rows, refused: counts.refused }).toEqual({ outcome: 'REFUSED', rows: 2, refused: 1 })
  expect(firstRejects.map(({ line, column, reason }) => [line, column, reason])).toEqual([
    [record, 'AVISO A PPNNA', expect.stringContaining('o la de al lado')],
  ])
})
