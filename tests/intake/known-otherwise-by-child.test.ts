/** Whether a number was of somebody else is looked up for each child of whom a file tells one: no other find is read, however many there are. */
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { KNOWN_OTHERWISE } from '../../services/children/src/intake/known-otherwise.ts'
import { aDetection } from '../support/builders/inm.ts'
import type { Row } from '../support/builders/row.ts'
import { daysAgo, written } from '../support/clock.ts'
import { rowsRead } from '../support/rows-read.ts'
import { type Desk, openDesk } from './desk.ts'

let desk: Desk
let planner: pg.Client
beforeAll(async () => {
  desk = await openDesk()
  planner = new pg.Client({ connectionString: desk.database.url })
  await planner.connect()
  // How many rows it meets the planner can only guess. Whoever guesses wrong joins whole tables, where the statement lets him.
  await planner.query('set enable_nestloop = off')
})
afterAll(async () => {
  await planner.end()
  await desk.close()
})

const MANY = 4_000
const FEW = 40

const numbered = (nth: number, more: Row = {}): Row =>
  aDetection({ NUE: `N${310_000_000 + nth}`, SEXO: 'Mujer', ...more })
const upTo = (length: number, row: (nth: number) => Row) => Array.from({ length }, (_, nth) => row(nth))

test('given many finds, of a file about a few of those children the finds of these are read, and no others', async () => {
  await desk.send(
    'children/detections',
    upTo(MANY, (nth) => numbered(nth)),
  )
  const otherwise = { 'FECHA Y HORA': written(daysAgo(3)), 'AVISO A PPNNA': '', SEXO: 'Hombre' }
  const { batchId, notices } = await desk.send(
    'children/detections',
    upTo(FEW, (nth) => numbered(100 * nth, otherwise)),
  )
  await desk.database.query('analyze')

  const asked = KNOWN_OTHERWISE.replaceAll('$1', `'${batchId}'`)
  const read = await rowsRead(async (sql) => (await planner.query(sql)).rows, 'detection', asked)

  expect(notices.join()).toContain(`en un archivo anterior: ${FEW} (`)
  // Of each child the two finds, once as those of the file and once as those of before it.
  expect(read).toBeLessThanOrEqual(4 * FEW)
})
