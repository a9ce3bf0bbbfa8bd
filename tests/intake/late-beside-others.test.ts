/** What a late file tells, beside what others hang on the fact, rows that waited, and the word of INM. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aDetection, aReturn, aStay } from '../support/builders/inm.ts'
import { aCase, aDetermination } from '../support/builders/ppnna.ts'
import { daysAgo, written } from '../support/clock.ts'
import { type Desk, openDesk } from './desk.ts'
import { cutoff } from './told-late/known.ts'

let desk: Desk
beforeAll(async () => {
  desk = await openDesk()
})
afterAll(() => desk.close())

test('what hangs on a case of which a late file tells stays, and its batch is withdrawn before theirs', async () => {
  const found = aDetection()
  await desk.send('children/detections', [found])
  await desk.tell()
  const ppnna = { state: '07', source: 'PPNNA' }
  const opened = aCase(found.ACTA)
  const later = await desk.send(
    'representation/protection-cases',
    [{ ...opened, 'ESTADO DEL EXPEDIENTE': 'Cerrado' }],
    ppnna,
  )
  await desk.send('representation/protection-cases', [opened], { ...ppnna, ...cutoff(3) })
  await desk.send('representation/determinations', [aDetermination(opened.FOLIO)], ppnna)

  await desk.takeBack('representation', later.batchId)

  expect(
    await desk.database.query(
      `select c.status, d.id is not null as "isDecided" from representation.protection_case c
       left join representation.determination d on d.case_id = c.id where c.folio = $1`,
      [opened.FOLIO],
    ),
  ).toEqual([{ status: 'OPEN', isDecided: true }])
})

test('a row that waited for its child until it was late is what is known once the later file is withdrawn', async () => {
  const found = aDetection()
  const stay = aStay(found.ACTA)
  await desk.send('placements/stays', [stay], cutoff(3))
  await desk.send('children/detections', [found])
  await desk.hear()
  const later = await desk.send('placements/stays', [{ ...stay, CAMA: 'B-1', 'EXPEDIENTE DIF': 'DIF-9' }])
  await desk.tell()

  await desk.takeBack('placements', later.batchId)

  const entered = `select t.bed, t.dif_file from placements.stay t join placements.identifier_ref i on i.child_id = t.child_id
    where i.type = 'ACTA' and i.value = $1`
  expect(await desk.database.query(entered, [found.ACTA])).toEqual([{ bed: null, dif_file: null }])
})

test('a row of INM that another file overruled is taken in once that one is withdrawn, though nobody else told of the child', async () => {
  const found = aDetection({ MUNICIPIO: 'Suchiate' })
  const later = await desk.send('children/detections', [{ ...found, MUNICIPIO: 'Tuxtla' }])
  await desk.send('children/detections', [found], { source: 'INM', ...cutoff(3) })
  await desk.takeBack('children', later.batchId)

  await desk.tell()

  expect(
    await desk.database.query('select municipality from children.detection where acta = $1', [found.ACTA]),
  ).toEqual([{ municipality: 'Suchiate' }])
})

test('when a child left by a return of INM is what INM told of the latest day, whenever it told it', async () => {
  const found = aDetection()
  await desk.send('children/detections', [found])
  await desk.tell()
  const left = aReturn(found.ACTA)
  const leftOn = (days: number) => ({ ...left, 'FECHA Y HORA DE SALIDA': written(daysAgo(days)) })
  const departed = async () =>
    desk.database.query<{ days: number }>(
      `select round(extract(epoch from now() - d.departed_at) / 86400)::int as days from returns.departure_by_inm d
       join returns.identifier_ref i on i.child_id = d.child_id where i.type = 'ACTA' and i.value = $1`,
      [found.ACTA],
    )
  const send = (days: number, flags: object) => desk.send('returns/executed-returns', [leftOn(days)], flags)
  await send(9, { source: 'INM', ...cutoff(6) })
  const later = await send(7, { source: 'INM', ...cutoff(4) })
  await send(6, cutoff(1))
  await send(8, { source: 'INM', ...cutoff(5) })

  expect(await departed()).toEqual([{ days: 7 }])
  await desk.takeBack('returns', later.batchId)
  expect(await departed()).toEqual([{ days: 8 }])
})
