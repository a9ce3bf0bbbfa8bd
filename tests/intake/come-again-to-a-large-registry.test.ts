/** Finds that were withdrawn and come again in a file of a thousand rows and more: each looks up whom it found, and none reads all finds there are. */
import { createStaging } from '@vigia/kit/intake/staging/tables'
import { ANYTHING, sqlOfSteps } from '@vigia/kit/intake/step'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { feed } from '../../services/children/src/intake/detections.ts'
import { aDetection } from '../support/builders/inm.ts'
import { rowsRead } from '../support/rows-read.ts'
import { type Desk, openDesk } from './desk.ts'

const OTHERS = 3_000
const ROWS = 100
const several = (many: number) => Array.from({ length: many }, () => aDetection())

let desk: Desk
let planner: pg.Client
beforeAll(async () => {
  desk = await openDesk()
  planner = new pg.Client({ connectionString: desk.database.url })
  await planner.connect()
})
afterAll(async () => {
  await planner.end()
  await desk.close()
})

test('given many finds of others', async () => {
  await desk.send('children/detections', several(OTHERS))
  const { batchId } = await desk.send('children/detections', several(ROWS))
  await desk.takeBack('children', batchId)
  await desk.database.query('analyze children.detection, children.former_version')
  const [layout] = feed.layouts
  const comesAgain =
    layout && sqlOfSteps(layout.place, ANYTHING).find((sql) => sql.includes('is_new_child = not exists'))
  if (!layout || !comesAgain) throw new Error('There is this step.')
  await planner.query('begin')
  const sender = { source: 'INM', state: null, cutoff: '2026-11-20', isPreliminary: false, isConfirmed: false }
  const id = '00000000-0000-7000-8000-000000000001'
  const batch = { id, feed: feed.name, ...sender, takenAt: new Date() }
  await createStaging(planner as never, layout, batch, { isWalled: false })
  await planner.query(`insert into staged (line, acta, detected_at, age_group)
    select row_number() over (), former ->> 'acta', (former ->> 'detected_at')::timestamptz, 'A12_17'
    from children.former_version where entity = 'detection'; set local enable_nestloop = off`)

  const ask = async (asked: string) => (await planner.query(asked)).rows
  expect(await rowsRead(ask, 'detection', comesAgain)).toBeLessThanOrEqual(ROWS)
  const { rows } = await planner.query(
    'select count(*)::int as all, count(distinct child_id)::int as children from staged where is_new_child',
  )
  await planner.query('rollback')
  expect(rows).toEqual([{ all: ROWS, children: ROWS }])
})
