/** Days that contradict one another: what cannot be is refused, what is odd and may be is taken in, and its sender is told. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aDetection, aReturn } from '../support/builders/inm.ts'
import { aCase } from '../support/builders/ppnna.ts'
import { daysAgo, localDay, written, writtenDay } from '../support/clock.ts'
import { type Desk, openDesk } from './desk.ts'
import { day } from './told-late/known.ts'

const found = aDetection()

let desk: Desk
beforeAll(async () => {
  desk = await openDesk()
  await desk.send('children/detections', [found])
  await desk.tell()
})
afterAll(() => desk.close())

const doubtsIn = (notices: readonly string[]) => notices.filter((notice) => notice.startsWith('Dudoso'))

test.each(['SNDIF', 'INM'])(
  'rows behind the day to which the file of %s says that it reaches are told',
  async (source) => {
    const cutoff = localDay(daysAgo(40))
    const before = { 'FECHA Y HORA': `${writtenDay(daysAgo(40))} 23:59`, 'AVISO A PPNNA': '' }
    const after = { ...before, 'AVISO A PPNNA': `${writtenDay(daysAgo(39))} 00:00` }
    const rows = [aDetection(before), aDetection(after), aDetection()]

    const { outcome, counts, notices } = await desk.send('children/detections', rows, { source, cutoff })

    expect([outcome, counts.recorded]).toEqual(['TAKEN', 3])
    expect(doubtsIn(notices)).toEqual([
      expect.stringContaining(`fechas posteriores al corte del archivo, ${cutoff}: 2 (renglones 3, 4)`),
    ])
  },
)

test('a file that goes on and was closed is refused', async () => {
  for (const status of ['Abierto', 'En seguimiento']) {
    const row = aCase(found.ACTA, { 'ESTADO DEL EXPEDIENTE': status, 'FECHA DE CIERRE': day(3) })
    const { outcome, firstRejects } = await desk.send('representation/protection-cases', [row], {
      source: 'PPNNA',
      state: '07',
    })

    expect(outcome).toBe('REFUSED')
    expect(firstRejects).toMatchObject([
      { column: 'FECHA DE CIERRE', reason: expect.stringContaining('sigue abierto') },
    ])
  }
})

test('a departure before every find of the child is taken in, and told', async () => {
  const rows = [aReturn(found.ACTA), aReturn(found.ACTA, { 'FECHA Y HORA DE SALIDA': written(daysAgo(31)) })]

  const { outcome, notices } = await desk.send('returns/executed-returns', rows)

  expect(outcome).toBe('TAKEN')
  expect(doubtsIn(notices)).toEqual([expect.stringContaining('anterior a toda detección que se conoce: 1 (renglón 3)')])
})
