/** Days that do not go with one another, or with what is known. */

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aDetection, aReturn, aStay } from '../support/builders/inm.ts'
import { aCase, aDetermination } from '../support/builders/ppnna.ts'
import { daysAgo, localDay, written, writtenDay } from '../support/clock.ts'
import { type Desk, openDesk } from './desk.ts'
import { day } from './told-late/known.ts'

let desk: Desk
beforeAll(async () => {
  desk = await openDesk()
})
afterAll(() => desk.close())

/** Days that do not go with what is known: the sender is told which, and what to do. */
describe('beside what is known', () => {
  test('an entry told again with another hour is said to be known in that place, and not in another', async () => {
    const detection = aDetection()
    await desk.send('children/detections', [detection])
    await desk.tell()
    const stay = (entry: string, place: string) => aStay(detection.ACTA, { INGRESO: entry, 'NOMBRE DEL LUGAR': place })
    const first = await desk.send('placements/stays', [stay('05/11/2026', 'Centro Uno')])
    const why = async (row: Record<string, string>) =>
      (await desk.send('placements/stays', [row])).firstRejects.map(({ reason }) => reason)
    const corrected = stay('05/11/2026 10:30', 'Centro Uno')

    expect(await why(corrected)).toEqual([expect.stringMatching(/^CONFLICTO: .*en ese lugar .*retire antes el lote/)])
    expect(await why(stay('05/11/2026 10:30', 'Centro Dos'))).toEqual([
      expect.stringContaining('ya estaba en otro lugar'),
    ])
    await desk.takeBack('placements', first.batchId)
    expect(await why(corrected)).toEqual([])
  })

  test('a determination before its file was opened is taken in as it comes, and its sender is told: a year may be mistyped', async () => {
    const detection = aDetection()
    await desk.send('children/detections', [detection])
    await desk.tell()
    const opened = aCase(detection.ACTA, { 'FECHA DE APERTURA': '06/11/2026 12:00' })
    const of = { source: 'PPNNA', state: '07' }
    await desk.send('representation/protection-cases', [opened], of)
    const days = ['07/11/2025 10:00', '06/11/2026 09:00', '07/11/2026 10:00', '05/11/2026']
    const rows = days.map((day) => aDetermination(opened.FOLIO, { FECHA: day }))

    const { outcome, notices } = await desk.send('representation/determinations', rows, of)

    expect(outcome).toBe('TAKEN')
    expect(notices.filter((notice) => notice.startsWith('Dudoso'))).toEqual([
      expect.stringContaining('la determinación es anterior a la apertura de su expediente: 2 (renglones 2, 5).'),
    ])
  })
})

/** Days that contradict one another: what cannot be is refused, what is odd and may be is taken in, and its sender is told. */
describe('in one file', () => {
  const found = aDetection()

  beforeAll(async () => {
    await desk.send('children/detections', [found])
    await desk.tell()
  })

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
    expect(doubtsIn(notices)).toEqual([
      expect.stringContaining('anterior a toda detección que se conoce: 1 (renglón 3)'),
    ])
  })
})
