/** A complaint is often of several children under one folio: it is of each of them, and what is told of one is told of that one. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aDetection } from '../support/builders/inm.ts'
import { nextNumber, type Row } from '../support/builders/row.ts'
import { daysAgo, writtenDay } from '../support/clock.ts'
import { type Desk, openDesk } from './desk.ts'

let desk: Desk
const [ana, luis, eva] = [aDetection(), aDetection({ 'NOMBRE(S)': 'Luis' }), aDetection({ 'NOMBRE(S)': 'Eva' })]
beforeAll(async () => {
  desk = await openDesk()
  await desk.send('children/detections', [ana, luis, eva])
  await desk.tell()
})
afterAll(() => desk.close())

const aComplaint = (): Row => ({
  'FOLIO DE QUEJA': `CNDH/${nextNumber()}`,
  'AUTORIDAD SEÑALADA': 'INM',
  'FECHA DE RECEPCIÓN': writtenDay(daysAgo(20)),
  'SOLICITUD DE INFORME': writtenDay(daysAgo(18)),
})
const answered = { 'INFORME RENDIDO': writtenDay(daysAgo(4)) }
const send = (rows: readonly Row[], source = 'CNDH', state: string | null = null) =>
  desk.send('representation/complaints', rows, { source, state })

/** Of whom it is, and whether the authority has answered. */
const kept = (complaint: Row) =>
  desk.database.query(
    `select d.acta, q.ombuds, report_answered_on is not null as "isAnswered"
     from representation.complaint q join children.detection d on d.child_id = q.child_id where folio = $1 order by d.acta`,
    [complaint['FOLIO DE QUEJA']],
  )
const of = ({ ACTA }: Row, isAnswered = false, ombuds = 'CNDH') => ({ acta: ACTA, ombuds, isAnswered })

test('given both in one file, none waits, and each goes on as its row says', async () => {
  const complaint = aComplaint()
  const { counts } = await send([ana, luis].map(({ ACTA }) => ({ ...complaint, ACTA })))
  await send([{ ...complaint, ACTA: luis.ACTA, ...answered }])

  expect(counts).toMatchObject({ recorded: 2, unmatched: 0 })
  expect(await kept(complaint)).toEqual([of(ana), of(luis, true)])
})

test('given one more in a later file, its sender is told, and taken back it is of the first alone', async () => {
  const complaint = aComplaint()
  await send([{ ...complaint, ACTA: ana.ACTA }])
  const more = await send([
    { ...complaint, ACTA: ana.ACTA },
    { ...complaint, ACTA: eva.ACTA },
  ])

  expect(more.notices).toContainEqual(
    expect.stringContaining('se reciben también por quien dice el renglón: 1 (renglón 3)'),
  )
  expect(await kept(complaint)).toEqual([of(ana), of(eva)])
  await desk.takeBack('representation', more.batchId)
  expect(await kept(complaint)).toEqual([of(ana)])
})

test('given another body tells that it is of one more, it stays a complaint before the first', async () => {
  const complaint = aComplaint()
  await send([{ ...complaint, ACTA: ana.ACTA }])
  await send([{ ...complaint, ACTA: luis.ACTA }], 'CEDH', '07')

  expect(await kept(complaint)).toEqual([of(ana), of(luis)])
})

test('a row that names nobody is of the one child whose complaint it is; of several it waits, and says for what', async () => {
  const [ofOne, ofTwo] = [aComplaint(), aComplaint()]
  await send([{ ...ofOne, ACTA: ana.ACTA }, ...[ana, luis].map(({ ACTA }) => ({ ...ofTwo, ACTA }))])

  const { counts, notices } = await send([ofOne, ofTwo].map((complaint) => ({ ...complaint, ...answered, ACTA: '' })))

  expect(counts).toMatchObject({ corrected: 1, unmatched: 1 })
  expect(notices.join()).toContain('Esa queja es de varias niñas, niños o adolescentes: diga en cada renglón de quién')
  expect(await kept(ofOne)).toEqual([of(ana, true)])
  expect(await kept(ofTwo)).toEqual([of(ana), of(luis)])
})

test('a row of somebody who is not known yet waits, and is not taken for one of whose complaint it is', async () => {
  const complaint = { ...aComplaint(), ACTA: luis.ACTA }
  await send([{ ...complaint, ACTA: ana.ACTA }])
  const later = aDetection()
  await send([{ ...complaint, ACTA: later.ACTA, ...answered }])
  expect(await kept(complaint)).toEqual([of(ana)])
  await desk.send('children/detections', [later])
  await desk.tell()

  expect(await kept(complaint)).toEqual([of(ana), of(later, true)])
})
