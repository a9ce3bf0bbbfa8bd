/** What systems write where no number was given has the form of one, and is the same for everybody: it joins nobody. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aDetection } from '../support/builders/inm.ts'
import { type Desk, openDesk } from './desk.ts'

let desk: Desk
beforeAll(async () => {
  desk = await openDesk()
})
afterAll(() => desk.close())

const CURP_OF_FOREIGNERS = 'XEXX010101HNEXXXA4'

test('given two children with the CURP of foreigners who have none, they stay two, and have none', async () => {
  const rows = [aDetection({ CURP: CURP_OF_FOREIGNERS }), aDetection({ CURP: CURP_OF_FOREIGNERS })]

  const { outcome, counts } = await desk.send('children/detections', rows)

  expect([outcome, counts.recorded]).toEqual(['TAKEN', 2])
  const actas = rows.map(({ ACTA }) => ACTA)
  const children = await desk.database.query('select distinct child_id from children.detection where acta = any ($1)', [
    actas,
  ])
  expect(children).toHaveLength(2)
  expect(await desk.database.query("select from children.identifier where type = 'CURP'")).toEqual([])
})

test('given an acta of number 0 and a NUE of one digit, the file is refused, and its sender is told what they are', async () => {
  const rows = [aDetection({ ACTA: 'INM/07/2026/0000000' }), aDetection({ NUE: '999999999' })]

  const { outcome, firstRejects } = await desk.send('children/detections', rows)

  expect(outcome).toBe('REFUSED')
  expect(firstRejects).toEqual([
    { line: 2, column: 'ACTA', value: 'INM/07/2026/0000000', reason: expect.stringContaining('relleno') },
    { line: 3, column: 'NUE', value: '999999999', reason: expect.stringContaining('relleno') },
  ])
})
