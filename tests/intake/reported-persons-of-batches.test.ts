/** Row 41 of security.md section 10 over several files: who is told how often, and what stays of a report when a file is withdrawn. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aDetection } from '../support/builders/inm.ts'
import { aCase } from '../support/builders/ppnna.ts'
import { daysAgo, localDay } from '../support/clock.ts'
import { type Desk, openDesk } from './desk.ts'

const OF_CHIAPAS = { source: 'PPNNA', state: '07' }
const REPORTED = 'José Ramón Ñáñez López'

let desk: Desk
beforeAll(async () => {
  desk = await openDesk()
})
afterAll(() => desk.close())

/** The file of a child that points at somebody, and the batch that brought it. */
async function aReport() {
  const found = aDetection()
  await desk.send('children/detections', [found])
  await desk.tell()
  const opened = aCase(found.ACTA, { 'PERSONA SEÑALADA': REPORTED })
  const { batchId } = await desk.send('representation/protection-cases', [opened], OF_CHIAPAS)
  return { opened, batchId }
}

const mandate = (FOLIO: string, who: string, CALIDAD: string, key = '') => ({
  ...{ FOLIO, CALIDAD, 'PERSONA U ORGANIZACIÓN': who, INICIO: localDay(daysAgo(5)), 'CÉDULA O CLUNI': key },
})

async function alarms() {
  await desk.database.query("select audit.chain('representation', 1000)")
  return desk.database.query('select kind, records from audit.alarm order by id')
}

test('of a file of which the good rows are taken in overseers are told once, and again where the same file is confirmed', async () => {
  const { opened } = await aReport()
  const send = (rows: readonly ReturnType<typeof mandate>[], flags = {}) =>
    desk.send('representation/representations', rows, { ...OF_CHIAPAS, ...flags })
  await send([mandate(opened.FOLIO, 'Una Persona', 'Originaria', '71234567')])
  const rows = [
    mandate(opened.FOLIO, 'Otra Persona', 'Abogado independiente OSC', '71234567'),
    mandate(opened.FOLIO, REPORTED, 'Tutor'),
    mandate(opened.FOLIO, 'Tercera Persona', 'En suplencia'),
  ]

  expect(await send(rows, { acceptGood: true })).toMatchObject({
    ...{ outcome: 'TAKEN', counts: { recorded: 1, refused: 2 } },
  })
  expect(await send(rows, { acceptGood: true })).toMatchObject({ outcome: 'ALREADY_TAKEN' })
  expect(await alarms()).toEqual([{ kind: 'REPORTED', records: 1 }])

  expect(await send(rows, { isConfirmed: true })).toMatchObject({
    ...{ outcome: 'TAKEN', counts: { recorded: 2, unchanged: 1 } },
  })
  expect(await alarms()).toHaveLength(2)
})

test('whoever another file points at too stays reported once the first is withdrawn', async () => {
  const { opened, batchId } = await aReport()
  const again = { ...opened, 'FECHA DE AVISO': localDay(daysAgo(21)) }
  await desk.send('representation/protection-cases', [again], OF_CHIAPAS)

  await desk.takeBack('representation', batchId)

  const rows = [mandate(opened.FOLIO, REPORTED, 'Tutor')]
  expect(await desk.send('representation/representations', rows, OF_CHIAPAS)).toMatchObject({ outcome: 'REFUSED' })
})
