/** "Albergue Jes?s" is no other place than "Albergue Jesús": what a program lost is sent again, and no second place stands beside the first. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aDetection, aStay } from '../support/builders/inm.ts'
import { type Desk, openDesk } from './desk.ts'

let desk: Desk
beforeAll(async () => {
  desk = await openDesk()
})
afterAll(() => desk.close())

test('given a stay in a place whose name lost a letter, it is refused', async () => {
  const found = aDetection()
  await desk.send('children/detections', [found])
  await desk.tell()

  const { outcome, firstRejects } = await desk.send('placements/stays', [
    aStay(found.ACTA, { 'NOMBRE DEL LUGAR': 'Albergue Jes?s', 'TIPO DE LUGAR': 'Albergue' }),
  ])

  expect(outcome).toBe('REFUSED')
  expect(firstRejects).toMatchObject([{ column: 'NOMBRE DEL LUGAR', reason: expect.stringContaining('dañados') }])
})
