/** The former versions of a row are looked up by the row: of a file sent anew not all that ever was is read for each of its rows. */

import { toldNoMore } from '@vigia/kit/intake/known/told-no-more'
import type { PoolClient } from 'pg'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aDetection, aStay } from '../support/builders/inm.ts'
import { hoursAgo, written } from '../support/clock.ts'
import { type Desk, FEEDS, openDesk } from './desk.ts'

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

const MANY = 1_500

interface Plan {
  'Index Name'?: string
  Plans?: Plan[]
}
const indexesIn = (plan: Plan): string[] => [
  ...(plan['Index Name'] ? [plan['Index Name']] : []),
  ...(plan.Plans ?? []).flatMap(indexesIn),
]

test('given stays that were withdrawn, sent again and corrected', async () => {
  const finds = Array.from({ length: MANY }, () => aDetection())
  await desk.send('children/detections', finds)
  await desk.tell()
  const stays = finds.map(({ ACTA }) => aStay(ACTA, { INGRESO: written(hoursAgo(50)) }))
  const { batchId } = await desk.send('placements/stays', stays)
  await desk.takeBack('placements', batchId)
  await desk.send('placements/stays', stays)
  const left = { EGRESO: written(hoursAgo(2)), 'TIPO DE EGRESO': 'Traslado' }
  const again = await desk.send(
    'placements/stays',
    stays.map((row) => ({ ...row, ...left })),
  )

  const feed = FEEDS.find(({ service, name }) => `${service}/${name}` === 'placements/stays')
  if (!feed) throw new Error('There is no such feed.')
  const indexes: string[] = []
  const client = {
    query: async (text: string, values: unknown[]) => {
      const { rows } = await planner.query(`explain (format json) ${text}`, values)
      indexes.push(...indexesIn(rows[0]['QUERY PLAN'][0].Plan))
      return { rows: [] }
    },
  } as unknown as PoolClient
  await planner.query(`create temp table the_batch as select * from placements.batch where id = '${again.batchId}'`)
  // As a file of many rows is planned (staging/tables.ts), before anything was counted of what it writes.
  await planner.query('set enable_nestloop = off')
  await toldNoMore(client, feed, again.batchId ?? '')

  expect(indexes.filter((name) => name.startsWith('former_'))).toEqual(['former_version_entity_id_entity_idx'])
})
