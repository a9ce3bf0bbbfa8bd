/** Where a number is asked for, offices write that there is none: no measure, act or place comes of the word. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aDetection, aReturn, aStay } from '../support/builders/inm.ts'
import { type Desk, openDesk } from './desk.ts'

let desk: Desk
beforeAll(async () => {
  desk = await openDesk()
})
afterAll(() => desk.close())

test('given a stay whose urgent measure is pending, then no measure is known of it', async () => {
  const child = aDetection()
  await desk.send('children/detections', [child])
  await desk.tell()

  const { outcome } = await desk.send('placements/stays', [
    aStay(child.ACTA, { 'MEDIDA URGENTE': 'PENDIENTE', 'EXPEDIENTE DIF': 'En trámite' }),
  ])

  expect(outcome).toBe('TAKEN')
  expect(await desk.database.query('select number from placements.urgent_measure')).toEqual([])
  expect(await desk.database.query('select dif_file from placements.stay where dif_file is not null')).toEqual([])
})

test('given two children who carry no document and were handed over by no act, then neither has one, nor one with the other', async () => {
  const nothing = { 'DOCUMENTO DE IDENTIDAD': 'No porta', 'ACTA DE CANALIZACIÓN': 'NO', 'FOLIO DEL AVISO': 'S/N' }

  const { counts } = await desk.send('children/detections', [aDetection(nothing), aDetection(nothing)])

  expect(counts).toMatchObject({ rows: 2, recorded: 2 })
  expect(await desk.database.query("select value from children.identifier where type = 'PASSPORT'")).toEqual([])
  expect(
    await desk.database.query(
      'select from children.detection_evidence where num_nonnulls(handover_number, notice_folio) > 0',
    ),
  ).toEqual([])
})

test('given centres of a list without keys, which says so in each, then each is a place', async () => {
  const centre = (NOMBRE: string) => ({ CLAVE: 'S/N', NOMBRE, TIPO: 'CAS estatal', ENTIDAD: 'Tabasco' })

  const { counts } = await desk.send('placements/facilities', [centre('Casa Uno'), centre('Casa Dos')])

  expect(counts).toMatchObject({ rows: 2, recorded: 2 })
  expect(
    await desk.database.query("select name, key from placements.facility where state = '27' order by name"),
  ).toEqual([
    { name: 'Casa Dos', key: null },
    { name: 'Casa Uno', key: null },
  ])
})

test('given a return without a determination, then none is named; without a folio, its row is refused', async () => {
  const child = aDetection()
  await desk.send('children/detections', [child])
  await desk.tell()
  const gone = aReturn(child.ACTA, { 'NÚMERO DE BID': 'NO TIENE' })

  await desk.send('returns/executed-returns', [gone])
  const { firstRejects } = await desk.send('returns/executed-returns', [{ ...gone, 'FOLIO DE RETORNO': 'Pendiente' }])

  expect(await desk.database.query('select determination_number as number from returns.executed_return')).toEqual([
    { number: null },
  ])
  expect(firstRejects).toMatchObject([{ column: 'FOLIO DE RETORNO', reason: 'Falta el dato, que es obligatorio.' }])
})
