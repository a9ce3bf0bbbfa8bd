/** What the services tell one another of a whole twin is what the law of events says, numbered without gaps. */
import { isEventType, readEvent } from '@vigia/law/events'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ScratchDatabase } from '../support/scratch-database.ts'
import { twinDatabase } from '../support/twin.ts'

let database: ScratchDatabase
beforeAll(async () => {
  database = await twinDatabase()
})
afterAll(() => database.drop())

test('every event can be read, and every kind of fact that a twin has is among them', async () => {
  const events = await database.query('select * from outbox.event order by seq')
  const kinds = new Set(events.map((row) => readEvent(row).type.split('.')[0]))

  expect(events.length).toBeGreaterThan(10_000)
  expect([...kinds]).toEqual(
    expect.arrayContaining([
      'child',
      'identifier',
      'detection',
      'stay',
      'facility',
      'protection_case',
      'determination',
      'executed_return',
    ]),
  )
})

test('their numbers have no gap, and nothing waits for one', async () => {
  const [row] = await database.query(
    'select count(*)::int as events, min(seq)::int as first, max(seq)::int as last, (select count(*) from outbox.pending)::int as waiting from outbox.event',
  )

  expect(row).toMatchObject({ first: 1, last: row?.events, waiting: 0 })
})

test('an event never carries the name of a child', async () => {
  const named = await database.query(
    `select type from outbox.event where type like 'person_name%' or payload ? 'given_names' limit 1`,
  )

  expect(named).toEqual([])
  expect(isEventType('person_name.recorded')).toBe(false)
})
