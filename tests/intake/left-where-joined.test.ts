/** A find is withdrawn since it was of somebody else: of stays that were joined by it, and stay with the child, whoever withdraws it is told. */
import { openPool } from '@vigia/db/open'
import { urlOfRole } from '@vigia/db/roles'
import { followAll } from '@vigia/kit/follow'
import { besidesReportOf, withdrawnReportOf } from '@vigia/kit/intake/command/report'
import { numberEvents } from '@vigia/kit/sequencer'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { followPlacements } from '../../services/children/src/actions/follow-placements.ts'
import { aDetection, aStay } from '../support/builders/inm.ts'
import { daysAgo, written } from '../support/clock.ts'
import { type Desk, openDesk } from './desk.ts'

let desk: Desk
beforeAll(async () => {
  desk = await openDesk()
})
afterAll(() => desk.close())

/** The service of children learns of stays, as it does of itself where it runs. */
async function hearOfStays(): Promise<void> {
  const [from, to] = (['placements', 'children'] as const).map((service) =>
    openPool(urlOfRole(desk.database.url, `vigia_${service}`), 1),
  )
  if (!from || !to) throw new Error('There are two.')
  await numberEvents(from)
  await followAll(to, { service: 'children', followers: [followPlacements] })
  await Promise.all([from.end(), to.end()])
}

/** A girl, and a boy whom the second file gives her number, both lodged. */
async function mistaken(NUE: string, source: string) {
  const girl = aDetection({ NUE })
  const boy = aDetection({ NUE, SEXO: 'Hombre', 'FECHA Y HORA': written(daysAgo(9)) })
  await desk.send('children/detections', [girl], { source })
  const { batchId } = await desk.send('children/detections', [boy], { source })
  await desk.tell()
  return { boy, batchId }
}
const LEFT = 'Las estancias y los expedientes que se les unieron siguen ahí'

test('given a stay that was joined by it', async () => {
  const { boy, batchId } = await mistaken('N500000001', 'SNDIF')
  await desk.send('placements/stays', [aStay(boy.ACTA)])
  await hearOfStays()

  const withdrawn = await desk.takeBack('children', batchId)

  expect(withdrawnReportOf('lote', withdrawn)).toContain(`de una niña, niño o adolescente, y queda otra. ${LEFT}`)
})

test('given a file of INM, it stands on a line that is not for INM', async () => {
  const { boy, batchId } = await mistaken('N500000002', 'INM')
  await desk.send('placements/stays', [aStay(boy.ACTA)])
  await hearOfStays()

  const withdrawn = await desk.takeBack('children', batchId)

  expect(withdrawnReportOf('lote', withdrawn)).toBe('lote: retirado.')
  expect(besidesReportOf(withdrawn)).toEqual([expect.stringMatching(`^Solo para quien opera el registro, .*${LEFT}`)])
})

test('given no stay and no case of that child, or no other find of it, nothing is said', async () => {
  const { batchId } = await mistaken('N500000003', 'SNDIF')
  const alone = aDetection()
  const only = await desk.send('children/detections', [alone])
  await desk.tell()
  await desk.send('placements/stays', [aStay(alone.ACTA)])
  await hearOfStays()

  expect((await desk.takeBack('children', batchId)).besides).toEqual([])
  expect((await desk.takeBack('children', only.batchId)).besides).toEqual([])
})
