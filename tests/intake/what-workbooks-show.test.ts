/** What a person sees who opens a workbook, and what is read of it. */
import excel from 'exceljs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aDetection } from '../support/builders/inm.ts'
import { type Desk, openDesk } from './desk.ts'

let desk: Desk
beforeAll(async () => {
  desk = await openDesk()
})
afterAll(() => desk.close())

test('rows that a filter hides are read, and their sender is told of each', async () => {
  const rows = [aDetection(), aDetection(), aDetection()]
  const columns = Object.keys(aDetection())
  const book = new excel.Workbook()
  const sheet = book.addWorksheet('Detecciones')
  sheet.addRow(columns)
  for (const row of rows) sheet.addRow(columns.map((column) => row[column]))
  for (const line of [3, 4, 5]) sheet.getRow(line).hidden = true

  const { counts, notices } = await desk.send('children/detections', Buffer.from(await book.xlsx.writeBuffer()))

  expect(counts).toMatchObject({ rows: 3, recorded: 3 })
  expect(notices).toContainEqual(
    '2 renglones ocultos en el libro, que se leen como los demás (3, 4). Si no cuentan, bórrelos y envíe el archivo otra vez.',
  )
})

test('a share is what its cell shows, and no number of events', async () => {
  const book = new excel.Workbook()
  const sheet = book.addWorksheet('Cifras')
  sheet.addRow('id,topic,value,unit,meaning,meaning_en,territory,from,to,source,series,official'.split(','))
  const add = (id: string, value: string | number, unit: string) =>
    sheet.addRow([id, 'RETURNS', value, unit, 'x', 'x', '00', '2018-01-01', '2018-12-31', 'UPM', 's', 'SÍ']).getCell(3)
  add('parte-1', 0.286, 'PERCENT').numFmt = '0.0%'
  add('parte-2', '71 %', 'PERCENT')
  add('parte-3', 0.71, 'EVENTS').numFmt = '[Red]0 %'

  const { firstRejects } = await desk.send('oversight/official-figures', Buffer.from(await book.xlsx.writeBuffer()), {
    acceptGood: true,
  })

  expect(firstRejects).toMatchObject([{ line: 4, column: 'value', value: '71%' }])
  expect(
    await desk.database.query('select slug, value::float8 as value from oversight.official_figure order by slug'),
  ).toEqual([
    { slug: 'parte-1', value: 28.6 },
    { slug: 'parte-2', value: 71 },
  ])
})

test('given the folio 1/2026, of which the spreadsheet made a day, then it is asked for, and no other complaint comes of it', async () => {
  const child = aDetection()
  await desk.send('children/detections', [child])
  await desk.tell()
  const of = { source: 'CEDH', state: '07', cutoff: '2026-11-25' } as const
  const bookOf = async (folio: string | Date) => {
    const book = new excel.Workbook()
    const sheet = book.addWorksheet('Quejas')
    sheet.addRow(['FOLIO DE QUEJA', 'ACTA', 'AUTORIDAD SEÑALADA', 'FECHA DE RECEPCIÓN'])
    sheet.addRow([folio, child.ACTA, 'DIF estatal', '16/11/2026']).getCell(1).numFmt = 'mmm-yy'
    return Buffer.from(await book.xlsx.writeBuffer())
  }
  await desk.send('representation/complaints', await bookOf('1/2026'), of)

  const { firstRejects } = await desk.send('representation/complaints', await bookOf(new Date('2026-01-01')), of)

  expect(firstRejects).toMatchObject([{ line: 2, column: 'FOLIO DE QUEJA', value: '2026-01-01' }])
  expect(await desk.database.query('select folio from representation.complaint')).toEqual([{ folio: '1/2026' }])
})

test.each([
  ['that begins with a cover', ['Informe mensual', 'Octubre de 2026'], /^No se encontró .*…\)\. /],
  ['whose first sheet is empty', [], /^La hoja está vacía\. /],
])('a workbook %s is refused, and its sender is told what stands behind it', async (_what, lines, why) => {
  const row = aDetection()
  const book = new excel.Workbook()
  const cover = book.addWorksheet('Portada')
  for (const line of lines) cover.addRow([line])
  const sheet = book.addWorksheet('Detecciones')
  sheet.addRow(Object.keys(row))
  sheet.addRow(Object.values(row))

  const { firstRejects } = await desk.send('children/detections', Buffer.from(await book.xlsx.writeBuffer()))

  expect(firstRejects).toMatchObject([{ reason: expect.stringMatching(why) }])
  expect(firstRejects).toMatchObject([
    {
      reason: expect.stringMatching(
        /Del libro se lee la primera hoja visible; detrás de ella hay «Detecciones»: ponga al principio la que trae la tabla\.$/,
      ),
    },
  ])
})

test('a workbook in which nobody wrote is empty, and no header is asked for', async () => {
  const book = new excel.Workbook()
  book.addWorksheet('Hoja1')

  const { firstRejects } = await desk.send('children/detections', Buffer.from(await book.xlsx.writeBuffer()))

  expect(firstRejects).toMatchObject([{ reason: 'La hoja está vacía.' }])
})
