/** A relative whom no number names, told again with less than before: the same one, and no second mother. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aDetection } from '../support/builders/inm.ts'
import { nextNumber, type Row } from '../support/builders/row.ts'
import { openedIn } from '../support/opened.ts'
import { type Desk, openDesk } from './desk.ts'

let desk: Desk
beforeAll(async () => {
  desk = await openDesk()
})
afterAll(() => desk.close())

const DETECTIONS = 'children/detections'
const aMother = (more: Row = {}) => ({ VÍNCULO: 'Madre', 'CONTACTO CON EL FAMILIAR': 'Sí', ...more })
const inUnitedStates = { 'LUGAR DEL FAMILIAR': 'EUA' }
const relativesOf = async ({ ACTA }: Row) => {
  const cells = await openedIn(desk.database, 'relative', ACTA)
  return cells.map((cell) => `${cell?.['place']} ${cell?.['contact']}`).sort()
}
const DOUBT = expect.stringMatching(/^Familiares de los que no se dice dónde están, .*: 1 \(renglón 2\)/)

test.each(['', 'Se desconoce'])(
  'without her place (%s) a mother is the one who is known, and nothing of her is taken back',
  async (place) => {
    const row = aDetection(aMother(inUnitedStates))
    await desk.send(DETECTIONS, [row])

    const lost = { ...row, 'LUGAR DEL FAMILIAR': place, 'CONTACTO CON EL FAMILIAR': 'Perdido' }
    const again = await desk.send(DETECTIONS, [lost])
    expect(await relativesOf(row)).toEqual(['UNITED_STATES LOST'])
    expect(again.notices).not.toContainEqual(DOUBT)

    await desk.takeBack('children', again.batchId)
    expect(await relativesOf(row)).toEqual(['UNITED_STATES YES'])
  },
)

test('whose place nobody knew, and is told then, is the same; and goes back to unknown with the file that told it', async () => {
  const row = aDetection(aMother())
  await desk.send(DETECTIONS, [row])

  const placed = await desk.send(DETECTIONS, [{ ...row, ...inUnitedStates, 'CONTACTO CON EL FAMILIAR': '' }])
  expect(await relativesOf(row)).toEqual(['UNITED_STATES YES'])

  await desk.takeBack('children', placed.batchId)
  expect(await relativesOf(row)).toEqual(['UNKNOWN YES'])
})

test('told by the acta of her own detection first, and without it then, she is one', async () => {
  const row = aDetection(aMother({ 'ACTA DEL FAMILIAR': aDetection().ACTA }))
  await desk.send(DETECTIONS, [row])
  await desk.send(DETECTIONS, [{ ...row, 'ACTA DEL FAMILIAR': '', 'CONTACTO CON EL FAMILIAR': 'No' }])

  expect(await relativesOf(row)).toEqual(['MEXICO NO'])
})

test('at another detection a brother of whom no place is told may be another: kept beside the first, and told', async () => {
  const nue = { NUE: `N${String(nextNumber()).padStart(9, '0')}` }
  const brother = { ...nue, ...aMother(), VÍNCULO: 'Hermano' }
  const first = aDetection({ ...brother, ...inUnitedStates })
  await desk.send(DETECTIONS, [first])

  const taken = await desk.send(DETECTIONS, [aDetection(brother)])

  expect(await relativesOf(first)).toEqual(['UNITED_STATES YES', 'UNKNOWN YES'])
  expect(taken.notices).toContainEqual(DOUBT)
})

test('nor may one of whom a place is told be the brother of whom none was: kept beside him, and told', async () => {
  const nue = { NUE: `N${String(nextNumber()).padStart(9, '0')}` }
  const brother = { ...nue, ...aMother(), VÍNCULO: 'Hermano' }
  const first = aDetection(brother)
  await desk.send(DETECTIONS, [first])

  const second = aDetection({ ...brother, ...inUnitedStates })
  const taken = await desk.send(DETECTIONS, [second])

  expect(await relativesOf(first)).toEqual(['UNITED_STATES YES', 'UNKNOWN YES'])
  expect(taken.notices).toContainEqual(expect.stringMatching(/^Familiares que pueden ser otros .*: 1 \(renglón 2\)/))

  await desk.takeBack('children', taken.batchId)
  await desk.send(DETECTIONS, [{ ...first, ...inUnitedStates }])
  await desk.send(DETECTIONS, [second])
  expect(await relativesOf(first)).toEqual(['UNITED_STATES YES'])
})
