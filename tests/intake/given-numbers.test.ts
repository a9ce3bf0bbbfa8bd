/** From when until when a number is the child's, where a file tells: a CURP with its documents, COMAR's with the claim. */
import { curpCheckDigit } from '@vigia/law/identifiers'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aDetection, type Detection } from '../support/builders/inm.ts'
import { nextNumber, type Row } from '../support/builders/row.ts'
import { blind } from '../support/opened.ts'
import { type Desk, openDesk } from './desk.ts'

let desk: Desk
let found: Detection
const CURP = `GIXX120605MNEXXXA${curpCheckDigit('GIXX120605MNEXXXA')}`
beforeAll(async () => {
  desk = await openDesk()
  found = aDetection({ NUE: 'N900000001', CURP })
  await desk.send('children/detections', [found])
})
afterAll(() => desk.close())

const aCard = (differences: Row): Row => ({
  ...{ ACTA: found.ACTA, NUE: 'N900000001', CURP, DOCUMENTO: 'TVRH', 'ESTADO DEL DOCUMENTO': 'Tarjeta expedida' },
  ...{ 'CURP ASIGNADA': 'Temporal', ...differences },
})
const FIRST = { 'FECHA DE OTORGAMIENTO': '01/03/2025', 'FECHA DE EXPEDICIÓN': '10/03/2025', VIGENCIA: '10/03/2026' }
const RENEWED = { 'FECHA DE OTORGAMIENTO': '05/03/2026', 'FECHA DE EXPEDICIÓN': '09/03/2026', VIGENCIA: '09/03/2027' }

const spanOf = (type: string, value: string) =>
  desk.database.query(
    'select valid_from::text as "from", valid_to::text as until from children.identifier where type = $1 and value = $2',
    [type, type === 'CURP' ? blind(type, value) : value],
  )

test('nobody tells when a number was given that a detection brings', async () => {
  expect(await spanOf('CURP', CURP)).toEqual([{ from: null, until: null }])
  expect(await spanOf('NUE', 'N900000001')).toEqual([{ from: null, until: null }])
})

test('a temporary CURP counts from the issue of the first card to the end of the last; taken back, it is as before', async () => {
  await desk.send('children/migration-documents', [aCard(FIRST)])
  expect(await spanOf('CURP', CURP)).toEqual([{ from: '2025-03-10', until: '2026-03-10' }])

  const { batchId } = await desk.send('children/migration-documents', [aCard(RENEWED)])
  expect(await spanOf('CURP', CURP)).toEqual([{ from: '2025-03-10', until: '2027-03-09' }])

  await desk.takeBack('children', batchId)
  expect(await spanOf('CURP', CURP)).toEqual([{ from: '2025-03-10', until: '2026-03-10' }])
  expect(await spanOf('NUE', 'N900000001')).toEqual([{ from: null, until: null }])
})

test('a definitive CURP has no end', async () => {
  await desk.send('children/migration-documents', [aCard({ ...RENEWED, 'CURP ASIGNADA': 'Definitiva' })])

  expect(await spanOf('CURP', CURP)).toEqual([{ from: '2025-03-10', until: null }])
})

test('a CURP that no document gave names the child, and keeps its silence', async () => {
  const other = `GOXX120605MNEXXXA${curpCheckDigit('GOXX120605MNEXXXA')}`
  const child = aDetection({ CURP: other })
  await desk.send('children/detections', [child])
  const card = aCard({ ...FIRST, ACTA: child.ACTA, NUE: '', CURP: other, 'CURP ASIGNADA': 'Ninguna' })
  expect(await desk.send('children/migration-documents', [card])).toMatchObject({ counts: { recorded: 1 } })

  expect(await spanOf('CURP', other)).toEqual([{ from: null, until: null }])
})

test('a CURP that only a document brought stays when that is taken back, and its days go', async () => {
  const child = aDetection()
  const brought = `GUXX120605MNEXXXA${curpCheckDigit('GUXX120605MNEXXXA')}`
  await desk.send('children/detections', [child])
  const card = aCard({ ...FIRST, ACTA: child.ACTA, NUE: '', CURP: brought })
  const { batchId } = await desk.send('children/migration-documents', [card])
  expect(await spanOf('CURP', brought)).toEqual([{ from: '2025-03-10', until: '2026-03-10' }])

  await desk.takeBack('children', batchId)

  expect(await spanOf('CURP', brought)).toEqual([{ from: null, until: null }])
})

test('told of by two files, the days of a CURP stay until both are taken back', async () => {
  const told = `GAXX120605MNEXXXA${curpCheckDigit('GAXX120605MNEXXXA')}`
  const child = aDetection({ CURP: told })
  await desk.send('children/detections', [child])
  const card = aCard({ ...FIRST, ACTA: child.ACTA, NUE: '', CURP: told })
  const first = await desk.send('children/migration-documents', [card])
  const second = await desk.send('children/migration-documents', [{ ...card, TENENCIA: 'NNA' }])

  await desk.takeBack('children', first.batchId)
  expect(await spanOf('CURP', told)).toEqual([{ from: '2025-03-10', until: '2026-03-10' }])

  await desk.takeBack('children', second.batchId)
  expect(await spanOf('CURP', told)).toEqual([{ from: null, until: null }])
})

test("COMAR's number counts from the day of the claim, also when that is corrected", async () => {
  const file = `COMAR/${nextNumber()}/2026`
  const claim = { EXPEDIENTE: file, ACTA: found.ACTA, SITUACIÓN: 'Solicitud presentada' }
  await desk.send('children/asylum-claims', [{ ...claim, 'FECHA DE SOLICITUD': '02/05/2026' }])
  expect(await spanOf('COMAR_FILE', file)).toEqual([{ from: '2026-05-02', until: null }])

  await desk.send('children/asylum-claims', [{ ...claim, 'FECHA DE SOLICITUD': '01/05/2026' }])
  expect(await spanOf('COMAR_FILE', file)).toEqual([{ from: '2026-05-01', until: null }])
})
