/** A determination that says itself that nothing was decided is none: it permits no return and ends no wait, whatever stands beside it. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aDetection } from '../support/builders/inm.ts'
import { aCase, aDetermination } from '../support/builders/ppnna.ts'
import { type Desk, factsOf, openDesk } from './desk.ts'

let desk: Desk
const known = aDetection()
const opened = aCase(known.ACTA)
const OF_CHIAPAS = { source: 'PPNNA', state: '07' }
beforeAll(async () => {
  desk = await openDesk()
  await desk.send('children/detections', [known])
  await desk.tell()
  await desk.send('representation/protection-cases', [opened], OF_CHIAPAS)
})
afterAll(() => desk.close())

const send = (row: ReturnType<typeof aDetermination>) => desk.send('representation/determinations', [row], OF_CHIAPAS)

test.each(['No iniciada', 'Iniciada', 'Información suspendida', 'INFORMACION SUSPENDIDA'])(
  'given a row that permits a return and says «%s», it is refused, and its sender told why',
  async (status) => {
    const { outcome, firstRejects } = await send(aDetermination(opened.FOLIO, { 'ESTADO DE LA BID': status }))

    expect(outcome).toBe('REFUSED')
    expect(firstRejects).toMatchObject([
      {
        column: 'ESTADO DE LA BID',
        reason: expect.stringContaining('lo que no se ha decidido no es una determinación'),
      },
    ])
    expect((await factsOf(desk, 'representation'))['determination']).toEqual([])
  },
)

test('one that was decided, reviewed or challenged is one, and a later row cannot undo it by its status', async () => {
  const decided = aDetermination(opened.FOLIO, { 'ESTADO DE LA BID': 'Decidida' })
  for (const status of ['Decidida', 'Revisada', 'Impugnada'])
    expect((await send({ ...decided, 'ESTADO DE LA BID': status })).outcome).toBe('TAKEN')

  expect((await send({ ...decided, 'ESTADO DE LA BID': 'Iniciada' })).firstRejects).toMatchObject([
    { reason: expect.stringContaining('retire el archivo que la trajo') },
  ])
  expect((await factsOf(desk, 'representation'))['determination']).toMatchObject([{ status: 'CHALLENGED' }])
})
