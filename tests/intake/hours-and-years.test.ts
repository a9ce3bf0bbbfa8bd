/** Days that do not go with what is known: the sender is told which, and what to do. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aDetection, aStay } from '../support/builders/inm.ts'
import { aCase, aDetermination } from '../support/builders/ppnna.ts'
import { type Desk, openDesk } from './desk.ts'

let desk: Desk
beforeAll(async () => {
  desk = await openDesk()
})
afterAll(() => desk.close())

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
