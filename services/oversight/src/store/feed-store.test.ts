/** How deliveries stand: by the file that goes furthest, whatever else came after it. */
import { openPool } from '@vigia/db/open'
import type { Pool } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ScratchDatabase, scratchDatabase } from '../../../../tests/support/scratch-database.ts'
import { FeedStore } from './feed-store.ts'

let database: ScratchDatabase
let pool: Pool
beforeAll(async () => {
  database = await scratchDatabase()
  pool = openPool(database.url)
})
afterAll(async () => {
  await pool.end()
  await database.drop()
})

const received = (cutoff: string, at: string) =>
  database.query(
    `insert into oversight.feed_batch values
      (gen_random_uuid(), 'representation', 'protection-cases', 'PPNNA', '07', '${cutoff}', '${at}', false, 1)`,
  )

test('given a file of former days that came after the latest one, that one is told with the day on which it came itself', async () => {
  await received('2026-11-20', '2026-11-21T15:00:00Z')
  await received('2026-11-20', '2026-11-22T15:00:00Z')
  await received('2026-10-31', '2026-11-25T15:00:00Z')

  const feeds = await new FeedStore(pool).reporting('07', new Date('2026-11-25T18:00:00Z'))
  expect(feeds.find(({ feed }) => feed === 'representation/protection-cases')).toMatchObject({
    ...{ lastCutoff: '2026-11-20', lagDays: 5, status: 'ON_TIME', statesBehind: 0 },
    lastReceivedAt: new Date('2026-11-22T15:00:00Z'),
  })
})
