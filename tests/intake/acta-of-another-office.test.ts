/** Two offices that write one acta: a child of the one is never taken for a child of the other, and neither is lost. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aDetection, type Detection } from '../support/builders/inm.ts'
import { type Desk, openDesk } from './desk.ts'

let desk: Desk
beforeAll(async () => {
  desk = await openDesk()
})
afterAll(() => desk.close())

const TABASCO = { source: 'INM', state: '27' }
const CHIAPAS = { source: 'INM', state: '07' }

const aGirlOfTabasco = (differences = {}): Detection =>
  aDetection({ ENTIDAD: 'Tabasco', MUNICIPIO: 'Centro', SEXO: 'Mujer', EDAD: '14', ...differences })

const findsOf = (acta: string) =>
  desk.database.query<{ state: string; sex: string; age: number }>(
    `select d.state, c.sex, d.age from children.detection d join children.child c on c.id = d.child_id where d.acta = $1`,
    [acta],
  )
const waitingOf = (batch: string | null) =>
  desk.database.query(
    'select line, reason from children.unmatched_row where batch_id = $1 and matched_at is null order by line',
    [batch],
  )

test.each([
  ['sex', { SEXO: 'Hombre' }],
  ['age', { EDAD: '9' }],
])(
  'given the other office writes the acta of somebody of another %s, then the child stays and the row waits',
  async (_what, other) => {
    const girl = aGirlOfTabasco()
    await desk.send('children/detections', [girl], TABASCO)

    const sent = await desk.send(
      'children/detections',
      [aDetection(), { ...girl, ENTIDAD: 'Chiapas', MUNICIPIO: 'Palenque', ...other }],
      CHIAPAS,
    )

    await desk.tell()

    expect(sent.outcome).toBe('TAKEN')
    expect(await findsOf(girl.ACTA)).toEqual([{ state: '27', sex: 'FEMALE', age: 14 }])
    expect(await waitingOf(sent.batchId)).toEqual([{ line: 3, reason: expect.stringContaining('otra entidad') }])
  },
)

test('given the first office takes its file back, then the child of the other comes in', async () => {
  const girl = aGirlOfTabasco()
  const first = await desk.send('children/detections', [girl], TABASCO)
  const second = await desk.send(
    'children/detections',
    [{ ...girl, ENTIDAD: 'Chiapas', MUNICIPIO: 'Palenque', SEXO: 'Hombre' }],
    CHIAPAS,
  )

  await desk.takeBack('children', first.batchId)
  await desk.tell()

  expect(await findsOf(girl.ACTA)).toEqual([{ state: '07', sex: 'MALE', age: 14 }])
  expect(await waitingOf(second.batchId)).toEqual([])
})

test('given the first office corrects whom it had found, then the row of the other is of the same person and comes in', async () => {
  const girl = aGirlOfTabasco()
  const boy = { ...girl, SEXO: 'Hombre' }
  await desk.send('children/detections', [girl], TABASCO)
  const second = await desk.send('children/detections', [{ ...boy, MUNICIPIO: 'Tenosique' }], CHIAPAS)

  await desk.send('children/detections', [boy], TABASCO)
  await desk.tell()

  expect(await waitingOf(second.batchId)).toEqual([])
  expect(await findsOf(girl.ACTA)).toEqual([{ state: '27', sex: 'MALE', age: 14 }])
})

test.each([
  ['its own office corrects the sex', TABASCO, { SEXO: 'Hombre' }],
  ['another office corrects the town of the same person', CHIAPAS, { MUNICIPIO: 'Tenosique', EDAD: '15' }],
  ['a file of the whole country corrects the sex', { source: 'INM', state: null }, { SEXO: 'Hombre' }],
])('given %s, then it is a correction', async (_who, sender, change) => {
  const girl = aGirlOfTabasco()
  await desk.send('children/detections', [girl], TABASCO)

  const { batchId } = await desk.send('children/detections', [{ ...girl, ...change }], sender)

  expect(await waitingOf(batchId)).toEqual([])
  expect(await desk.database.query('select batch_id from children.detection where acta = $1', [girl.ACTA])).toEqual([
    { batch_id: batchId },
  ])
})
