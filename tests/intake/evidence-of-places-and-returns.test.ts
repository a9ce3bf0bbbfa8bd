/** Columns that few files have: the bed of a child in a place, and of a return who escorted it and the plan that INM names. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aDetection, aReturn, aStay } from '../support/builders/inm.ts'
import { type Desk, factsOf, openDesk } from './desk.ts'

let desk: Desk
const known = aDetection()
beforeAll(async () => {
  desk = await openDesk()
  await desk.send('children/detections', [known])
  await desk.tell()
})
afterAll(() => desk.close())

test('in which bed a child sleeps is kept where a later file does not tell, and moves when the child does', async () => {
  const stay = aStay(known.ACTA)
  const bed = async (more: Record<string, string>) => {
    await desk.send('placements/stays', [{ ...stay, ...more }])
    return (await desk.database.query<{ bed: string | null }>('select bed from placements.stay'))[0]?.bed
  }

  expect(await bed({})).toBe(null)
  expect(await bed({ CAMA: 'Dormitorio 2, cama 4' })).toBe('Dormitorio 2, cama 4')
  expect(await bed({ 'EXPEDIENTE DIF': 'EXP-1' })).toBe('Dormitorio 2, cama 4')
  expect(await bed({ 'No. de cama': '7' })).toBe('7')
})

test('who escorted a child is counted by sex, by each source for itself, and goes with its batch', async () => {
  const returned = aReturn(known.ACTA, { 'FOLIO DEL PLAN': 'PRD-07-2026-000123' })
  await desk.send('returns/executed-returns', [returned])
  const list = { 'FOLIO DE RETORNO': returned['FOLIO DE RETORNO'] ?? '', 'ESCOLTA ESPECIALIZADA': 'SÍ' }
  const checklists = async () => (await factsOf(desk, 'returns'))['return_checklist']
  await desk.send('returns/return-checklists', [list], { source: 'INM' })
  const plain = await checklists()

  const seen = { ...list, 'MUJERES EN LA ESCOLTA': '1', 'HOMBRES EN LA ESCOLTA': '0' }
  const sent = await desk.send('returns/return-checklists', [seen], { source: 'CNDH' })

  expect((await factsOf(desk, 'returns'))['executed_return']).toMatchObject([{ plan_folio: 'PRD-07-2026-000123' }])
  expect(plain).toMatchObject([{ source: 'INM', escort_women: null, escort_men: null }])
  expect(await checklists()).toContainEqual(expect.objectContaining({ source: 'CNDH', escort_women: 1, escort_men: 0 }))
  await desk.takeBack('returns', sent.batchId)
  expect(await checklists()).toEqual(plain)
})
