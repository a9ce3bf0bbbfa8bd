/** Numbers by which no row is joined: two children may have the same, and neither loses it. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aDetection } from '../support/builders/inm.ts'
import type { Row } from '../support/builders/row.ts'
import { openedIn } from '../support/opened.ts'
import { type Desk, openDesk } from './desk.ts'

let desk: Desk
beforeAll(async () => {
  desk = await openDesk()
})
afterAll(() => desk.close())

const NUMBERS = {
  ...{ 'FOLIO ALBERGUE': 'ALB-0001', 'DOCUMENTO DE IDENTIDAD': '0801-2011', PROGRES: '212-26C00007' },
  CPIMS: 'MEX-CP-7',
}
const numbersOf = async ({ ACTA }: Row) =>
  (await openedIn(desk.database, 'identifier', ACTA)).map((cells) => Object.values(cells ?? {})[0]).sort()
const ALL = ['0801-2011', '212-26C00007', 'ALB-0001', 'MEX-CP-7']

test('a number that another child has already is kept of both: shelters number for themselves, siblings share a case', async () => {
  const [one, other, third] = [aDetection(NUMBERS), aDetection(NUMBERS), aDetection(NUMBERS)]

  const taken = await desk.send('children/detections', [one, other])
  const later = await desk.send('children/detections', [third])
  await desk.send('children/detections', [{ ...third, INTÉRPRETE: 'SÍ' }])

  for (const row of [one, other, third]) expect(await numbersOf(row)).toEqual(ALL)
  expect(taken.notices.join()).toContain('ya tiene otra niña, niño o adolescente: 3 (renglón 3)')
  expect(later.notices.join()).toContain('ya tiene otra niña, niño o adolescente: 3 (renglón 2)')

  await desk.takeBack('children', taken.batchId)
  expect(await numbersOf(third)).toEqual(ALL)
  await desk.send('children/detections', [{ ...third, INTÉRPRETE: 'NO' }])
  expect(await numbersOf(third)).toEqual(ALL)
})
