/** Hours that stand in a column of their own: whoever reads the day alone takes a child for held since midnight. */
import excel from 'exceljs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aDetection, aStay } from '../support/builders/inm.ts'
import type { Row } from '../support/builders/row.ts'
import { type Desk, openDesk } from './desk.ts'

let desk: Desk
beforeAll(async () => {
  desk = await openDesk()
})
afterAll(() => desk.close())

const LOCAL = (column: string) => `to_char(${column} at time zone 'America/Mexico_City', 'yyyy-mm-dd hh24:mi')`

async function foundAt(acta: string | undefined) {
  const [found] = await desk.database.query(
    `select ${LOCAL('detected_at')} as found, ${LOCAL('ppnna_notified_at')} as told from children.detection where acta = $1`,
    [acta],
  )
  return found
}

function apart(differences: Row): Row {
  const { 'FECHA Y HORA': _instant, 'AVISO A PPNNA': _told, ...row } = aDetection()
  return { ...row, ...differences }
}

test('given days and hours in columns side by side, each instant is that of both', async () => {
  const row = apart({
    ...{ Fecha: '03/11/2026', Hora: '14:30', 'Aviso PPNNA': '03/11/2026', 'Hora de aviso PPNNA': '3:05 p. m.' },
  })

  const { outcome, notices } = await desk.send('children/detections', [row])

  expect(outcome).toBe('TAKEN')
  expect(notices.join()).not.toContain('no se leyeron')
  expect(await foundAt(row['ACTA'])).toEqual({ found: '2026-11-03 14:30', told: '2026-11-03 15:05' })
})

test('an entry and an exit have each its own hour, wherever it stands; where none is told the day stands alone', async () => {
  const found = aDetection({ 'FECHA Y HORA': '02/11/2026 08:00' })
  await desk.send('children/detections', [found])
  await desk.tell()
  const { INGRESO: _in, EGRESO: _out, ...row } = aStay(found.ACTA)
  const stay = { 'Hora de egreso': '', 'Hora de ingreso': '9:15', ...row, 'Fecha de ingreso': '02/11/2026' }
  await desk.send('placements/stays', [{ ...stay, 'Fecha de egreso': '04/11/2026' }])
  await desk.tell()

  const [span] = await desk.database.query(
    `select ${LOCAL('entered_at')} as entered, ${LOCAL('left_at')} as gone from placements.stay`,
  )

  expect(span).toEqual({ entered: '2026-11-02 09:15', gone: '2026-11-04 00:00' })
})

test.each([
  ['03/11/2026', 'por la tarde', 'No es una fecha con día, mes y año.'],
  ['03/11/2026', '1430', 'No es una hora: escríbala como 15:30.'],
  ['03/11/2026', '25:00', 'No es una hora: escríbala como 15:30.'],
  ['03/11/2026 10:00', '14:30', 'Trae una hora, y aquí va solo el día, mes y año.'],
  ['', '14:30', 'No es una fecha con día, mes y año.'],
])('the day %j and the hour %j are refused, with both as they were sent', async (day, hour, reason) => {
  const { outcome, firstRejects } = await desk.send('children/detections', [apart({ Fecha: day, Hora: hour })])

  expect(outcome).toBe('REFUSED')
  expect(firstRejects).toMatchObject([{ column: 'FECHA Y HORA', value: `${day} ${hour}`.trim(), reason }])
})

test.each([
  ['03/11/2026 14:30:00', '14:30', '2026-11-03 14:30'],
  ['03/11/2026', 'S/D', '2026-11-03 00:00'],
  ['03/11/2026 00:00:00', '9:05', '2026-11-03 09:05'],
  ['03/11/2026 12:00:00 a. m.', '12:00', '2026-11-03 12:00'],
  ['03/11/2026 2:30 p. m.', '14:30:00', '2026-11-03 14:30'],
  ['3 de noviembre de 2026', '14:30', '2026-11-03 14:30'],
])('the day %j and the hour %j are %s', async (day, hour, instant) => {
  const row = apart({ Fecha: day, Hora: hour })

  await desk.send('children/detections', [row])

  expect(await foundAt(row['ACTA'])).toMatchObject({ found: instant })
})

test.each(['Horas', 'Horas de estancia'])('how many hours somebody stayed is no hour of the day: %s', async (title) => {
  const row = apart({ Fecha: '03/11/2026', [title]: '12' })

  const { outcome, notices } = await desk.send('children/detections', [row])

  expect(outcome).toBe('TAKEN')
  expect(notices.join()).toContain(title)
  expect(await foundAt(row['ACTA'])).toMatchObject({ found: '2026-11-03 00:00' })
})

test('in a workbook that counts from 1904 too, with a day as a bare number and an hour as one of a clock', async () => {
  const row = apart({ Fecha: '', Hora: '' })
  const book = new excel.Workbook()
  book.properties.date1904 = true
  const sheet = book.addWorksheet('Detecciones')
  sheet.addRow(Object.keys(row))
  const since1904 = (Date.UTC(2026, 10, 3) - Date.UTC(1904, 0, 1)) / 86_400_000
  const cells = sheet.addRow(Object.entries(row).map(([title, text]) => (title === 'Fecha' ? since1904 : text)))
  const hour = cells.getCell(Object.keys(row).indexOf('Hora') + 1)
  hour.value = 0.604_166_666_666_666_7
  hour.numFmt = 'hh:mm'

  const { outcome, firstRejects } = await desk.send('children/detections', Buffer.from(await book.xlsx.writeBuffer()))

  expect([outcome, firstRejects]).toEqual(['TAKEN', []])
  expect(await foundAt(row['ACTA'])).toMatchObject({ found: '2026-11-03 14:30' })
})
