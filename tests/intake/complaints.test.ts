/** Complaints to an ombudsperson about a child. */
import { PSEUDONYMOUS_FEDERAL_SECRETARY } from '@vigia/kit/actor'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { askDirectly } from '../support/ask-directly.ts'
import { aDetection } from '../support/builders/inm.ts'
import { daysAgo, writtenDay } from '../support/clock.ts'
import { loadService } from '../support/services.ts'
import { type Desk, factsOf, openDesk } from './desk.ts'

let desk: Desk
const known = aDetection()
beforeAll(async () => {
  desk = await openDesk()
  await desk.send('children/detections', [known])
  await desk.tell()
})
afterAll(() => desk.close())

const COMPLAINT = {
  'FOLIO DE QUEJA': 'CNDH/5/2026/1234/Q',
  ACTA: known.ACTA,
  'AUTORIDAD SEÑALADA': 'INM',
  'FECHA DE RECEPCIÓN': writtenDay(daysAgo(20)),
  'SOLICITUD DE INFORME': writtenDay(daysAgo(18)),
}

test('one is joined to its child, goes on, and is taken back', async () => {
  const sent = await desk.send('representation/complaints', [COMPLAINT], { source: 'CNDH' })
  expect(sent).toMatchObject({ outcome: 'TAKEN', counts: { recorded: 1 } })

  const answered = { ...COMPLAINT, 'INFORME RENDIDO': writtenDay(daysAgo(4)) }
  const again = await desk.send('representation/complaints', [answered], { source: 'CNDH' })
  expect(again).toMatchObject({ counts: { corrected: 1 } })
  expect((await factsOf(desk, 'representation'))['complaint']).toMatchObject([
    { ombuds: 'CNDH', against: 'INM', report_answered_on: expect.any(String) },
  ])

  await desk.takeBack('representation', again.batchId)
  expect((await factsOf(desk, 'representation'))['complaint']).toMatchObject([{ report_answered_on: null }])
})

test('a report before it was asked for is refused', async () => {
  const early = { ...COMPLAINT, 'FOLIO DE QUEJA': 'CNDH/5/2026/1235/Q', 'INFORME RENDIDO': writtenDay(daysAgo(19)) }

  expect((await desk.send('representation/complaints', [early], { source: 'CNDH' })).firstRejects).toMatchObject([
    { column: 'INFORME RENDIDO', reason: expect.stringContaining('anterior a su solicitud') },
  ])
})

test('until when the authority must answer is told beside when it did', async () => {
  const asked = {
    'FECHA DE RECEPCIÓN': '20/04/2026',
    'SOLICITUD DE INFORME': '20/04/2026',
    RECOMENDACIÓN: '01/06/2026',
  }
  const found = aDetection()
  await desk.send('children/detections', [found])
  await desk.tell()
  const late = { ...COMPLAINT, ...asked, 'FOLIO DE QUEJA': 'CNDH/5/2026/1236/Q', ACTA: found.ACTA }
  await desk.send('representation/complaints', [late], { source: 'CNDH' })
  const [child] = await desk.database.query<{ id: string }>(
    'select child_id as id from children.detection where acta = $1',
    [found.ACTA],
  )

  const service = await loadService('representation', desk.database.url)
  const { data, errors } = await askDirectly(
    service,
    PSEUDONYMOUS_FEDERAL_SECRETARY,
    `query ($keys: [_Any!]!) { _entities(representations: $keys) { ... on Child {
      complaints { edges { node { reportDueOn recommendationDueOn recommendationAnsweredOn } } } } } }`,
    { keys: [{ __typename: 'Child', id: child?.id }] },
  )
  await service.close()

  expect(errors).toBeUndefined()
  expect(JSON.parse(JSON.stringify(data))._entities[0].complaints.edges).toEqual([
    { node: { reportDueOn: '2026-05-05', recommendationDueOn: '2026-06-22', recommendationAnsweredOn: null } },
  ])
})

test('the commission of each state numbers for itself, and says of which state it is', async () => {
  const found = [aDetection(), aDetection({ ENTIDAD: 'Sonora', MUNICIPIO: 'Nogales' })]
  await desk.send('children/detections', found)
  await desk.tell()
  const [here, there] = found.map(({ ACTA }) => ({ ...COMPLAINT, ACTA, 'FOLIO DE QUEJA': 'CEDH/0123/2026' }))
  const send = (row: object | undefined, state: string | null) =>
    desk.send('representation/complaints', [{ ...row }], { source: 'CEDH', state })
  const kept = () =>
    desk.database.query(
      `select q.state, d.acta, report_answered_on is not null as "isAnswered"
       from representation.complaint q join children.detection d on d.child_id = q.child_id
       where folio = 'CEDH/0123/2026' order by q.state`,
    )

  expect(await send(here, null)).toMatchObject({
    outcome: 'REFUSED',
    firstRejects: [{ reason: 'Falta decir de qué entidad es el archivo (--state NN).' }],
  })
  await send(here, '07')
  expect(await send(there, '26')).toMatchObject({ outcome: 'TAKEN', counts: { recorded: 1 } })
  const answered = { ...there, ACTA: '', 'INFORME RENDIDO': writtenDay(daysAgo(4)) }
  const again = await send(answered, '26')

  expect(again).toMatchObject({ counts: { corrected: 1 } })
  const [ofChiapas, ofSonora] = [
    { state: '07', acta: here?.ACTA, isAnswered: false },
    { state: '26', acta: there?.ACTA, isAnswered: true },
  ]
  expect(await kept()).toEqual([ofChiapas, ofSonora])
  await desk.takeBack('representation', again.batchId)
  expect(await kept()).toEqual([ofChiapas, { ...ofSonora, isAnswered: false }])
})

test('words of before a column was there leave it as it is when they come back', async () => {
  const found = aDetection()
  await desk.send('children/detections', [found])
  await desk.tell()
  const row = { ...COMPLAINT, ACTA: found.ACTA, 'FOLIO DE QUEJA': 'CEDH/0124/2026' }
  await desk.send('representation/complaints', [row], { source: 'CEDH', state: '07' })
  const answered = { ...row, 'INFORME RENDIDO': writtenDay(daysAgo(4)) }
  const again = await desk.send('representation/complaints', [answered], { source: 'CEDH', state: '07' })
  await desk.database.query(
    `update representation.former_version set former = former - 'state' where entity = 'complaint' and former ->> 'folio' = $1`,
    [row['FOLIO DE QUEJA']],
  )

  await desk.takeBack('representation', again.batchId)

  expect(
    await desk.database.query('select state, report_answered_on from representation.complaint where folio = $1', [
      row['FOLIO DE QUEJA'],
    ]),
  ).toEqual([{ state: '07', report_answered_on: null }])
})
