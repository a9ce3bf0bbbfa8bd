/** Files that were joined into one, and headers of two rows: no row is read under the title of another column. */
import excel from 'exceljs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aDetection } from '../support/builders/inm.ts'
import { csvOf, type Row } from '../support/builders/row.ts'
import { type Desk, openDesk } from './desk.ts'

let desk: Desk
beforeAll(async () => {
  desk = await openDesk()
})
afterAll(() => desk.close())

const detections = (...actas: (string | undefined)[]) =>
  desk.database.query('select acta from children.detection where acta = any ($1) order by acta', [actas])

test('given two files in one, each with its mark and its header, then both go in and the second header is none of them', async () => {
  const [one, other] = [aDetection(), aDetection()]
  const second = csvOf([other])
  const titles = second.slice(0, second.indexOf('\r\n'))

  const { outcome, counts, notices } = await desk.send(
    'children/detections',
    `\ufeff${csvOf([one])}\ufeff${second.replace(titles, titles.toLowerCase())}`,
  )

  expect([outcome, counts.rows, counts.skipped]).toEqual(['TAKEN', 2, 1])
  expect(notices).toContain('1 renglón: encabezado repetido: no es registro y no se cuenta (3).')
})

test('given a second file with one column more before the last, then nothing goes in, whatever is accepted', async () => {
  const [one, other] = [aDetection(), aDetection()]
  const { 'AVISO A PPNNA': ppnna, ...rest } = other
  const turned: Row = { ...rest, 'AVISO A DIF': '', 'AVISO A PPNNA': ppnna ?? '' }

  const { outcome, firstRejects } = await desk.send('children/detections', csvOf([one]) + csvOf([turned]), {
    acceptGood: true,
  })

  expect(outcome).toBe('REFUSED')
  expect(firstRejects).toMatchObject([
    { line: 3, reason: expect.stringMatching(/^Aquí empieza otro encabezado \(«ACTA».*en un archivo aparte\.$/) },
  ])
  expect(await detections(one['ACTA'], other['ACTA'])).toEqual([])
})

test('given a sheet that was sorted with its header in it, then its sender is told what stands above', async () => {
  const [titles, ...records] = csvOf([aDetection(), aDetection()]).trim().split('\r\n')

  const { outcome, firstRejects } = await desk.send(
    'children/detections',
    ['Detecciones de octubre', ...records, titles, records[0]?.replace('07/', '27/'), ''].join('\r\n'),
    { acceptGood: true },
  )

  expect(outcome).toBe('REFUSED')
  expect(firstRejects).toMatchObject([
    { line: 2, reason: 'Encima del encabezado hay renglones con datos: ponga el encabezado arriba de todos.' },
  ])
})

test('given a workbook whose names stand below one merged title, then its sender is told to write one row of titles', async () => {
  const row: Row = aDetection()
  const columns = Object.keys(row).flatMap((column) =>
    column === 'PRIMER APELLIDO' ? [column, 'SEGUNDO APELLIDO'] : column,
  )
  const names = ['NOMBRE(S)', 'PRIMER APELLIDO', 'SEGUNDO APELLIDO']
  const book = new excel.Workbook()
  const sheet = book.addWorksheet('Detecciones')
  sheet.addRow(columns.map((column) => (column === names[0] ? 'NOMBRE' : names.includes(column) ? '' : column)))
  sheet.addRow(columns.map((column) => (names.includes(column) ? column : '')))
  sheet.addRow(columns.map((column) => row[column]))
  for (const [at, column] of columns.entries()) if (!names.includes(column)) sheet.mergeCells(1, at + 1, 2, at + 1)
  sheet.mergeCells(1, columns.indexOf('NOMBRE(S)') + 1, 1, columns.indexOf('SEGUNDO APELLIDO') + 1)

  const { outcome, firstRejects } = await desk.send('children/detections', Buffer.from(await book.xlsx.writeBuffer()), {
    acceptGood: true,
  })

  expect(outcome).toBe('REFUSED')
  expect(firstRejects).toMatchObject([
    {
      line: 2,
      reason:
        'El encabezado ocupa más de un renglón (aquí están «NOMBRE(S)», «PRIMER APELLIDO», «SEGUNDO APELLIDO»): déjelo en uno solo, con un título en cada columna.',
    },
  ])
  expect(await detections(row['ACTA'])).toEqual([])
})
