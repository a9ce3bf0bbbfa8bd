/**
 * Random deliveries of INM's tables, of days and of months, earlier and later, preliminary and withdrawn ones: what is counted of them in the
 * database is what whoever lays the files side by side counts.
 */
import { addDays, firstOfMonth, type LocalDate } from '@vigia/law/local-dates'
import fc from 'fast-check'
import pg from 'pg'
import { expect, test } from 'vitest'
import { type Delivery, settledByHand } from '../support/claims-by-hand.ts'
import { deliver, settledIn } from '../support/claims-delivered.ts'
import { eventually } from '../support/eventually.ts'
import { scratchConnection } from '../support/scratch-connection.ts'

const { database, client } = await scratchConnection()

const SEED = 20261128
/** Days around today, which stands at any place of its month, and a few of the two before and of one to come. */
const away = fc.constantFrom(-64, -63, -36, -35, -34, -33, -32, -4, -3, -2, -1, 0, 1, 2, 40)
const table = fc.constantFrom('CANALIZADOS', 'RETORNADOS')
const count = fc.integer({ min: 0, max: 9 })
const line = fc.record({
  away,
  state: fc.constantFrom('07', '30'),
  place: fc.constantFrom('A', 'B', 'B'),
  spelling: fc.constantFrom('a', 'b', 'b', 'c'),
  isRecorded: fc.constantFrom(true, true, false),
  measures: fc.oneof(
    fc.record({ CHANNELLED: count, RETURNED: count }),
    fc.record({ RETURNED: count }),
    fc.record({ CHANNELLED: count }),
  ),
})
const sheet = fc.record({
  table,
  part: fc.constantFrom('', '', 'NNA'),
  span: fc.constantFrom('DAY' as const, 'DAY' as const, 'MONTH' as const, 'MONTH_BY_PLACE' as const),
  lines: fc.array(line, { minLength: 1, maxLength: 5 }),
})
const delivery = fc.record({
  id: fc.uuid(),
  cutoff: fc.constantFrom(-3, -1, 0),
  isPreliminary: fc.boolean(),
  takenAt: fc.constantFrom(1, 2, 3),
  isWithdrawn: fc.constantFrom(false, false, false, true),
  sheets: fc.array(sheet, { minLength: 1, maxLength: 3 }),
  coverage: fc.array(fc.record({ table, away }), { maxLength: 1 }),
})

/** Each as if nothing had been told before. */
test('what counts of deliveries in SQL is what counts of them by hand', async () => {
  const lives = fc.sample(fc.array(delivery, { minLength: 1, maxLength: 5 }), { seed: SEED, numRuns: 150 })
  for (const life of lives) {
    await client.query('begin')
    const { rows } = await client.query<{ today: string }>('select outbox.mx_date(now())::text as today')
    const [today = ''] = rows.map((row) => row.today)
    const deliveries = life.map((one) => datedFrom(today, one))
    await deliver(client, deliveries)
    const settled = await settledIn(client)
    await client.query('rollback')
    expect(settled).toEqual(settledByHand(deliveries, today))
  }
})

const oneOf = (id: string, n: number): Delivery => ({
  ...{ id, cutoff: '2026-05-03', isPreliminary: false, takenAt: 1, isWithdrawn: false, coverage: [] },
  claims: [
    {
      ...{
        table: 'RETORNADOS',
        part: id.slice(0, 1),
        span: 'DAY',
        day: '2026-05-02',
        state: '07',
        place: 'A',
        spelling: 'a',
      },
      ...{ isRecorded: true, measures: { RETURNED: n } },
    },
  ],
})
const VERSION =
  "select coalesce(max(version), 0)::int as version from outbox.service_version where service = 'oversight'"

test('given two offices deliver at once, the one that comes second counts what the first has told too', async () => {
  const other = new pg.Client({ connectionString: database.url })
  const heard: string[] = []
  other.on('notification', ({ channel }) => heard.push(channel))
  await other.connect()
  await other.query('listen vigia_board')
  const [first, second] = [
    oneOf('a0000000-0000-4000-8000-000000000000', 3),
    oneOf('b0000000-0000-4000-8000-000000000000', 4),
  ]
  try {
    const { version } = (await client.query<{ version: number }>(VERSION)).rows[0] ?? { version: 0 }
    await client.query('begin')
    await deliver(client, [first])
    await other.query('begin')
    const comesSecond = deliver(other, [second])
    await eventually(
      () =>
        database.query("select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'"),
      ({ length }) => length === 1,
    )
    await client.query('commit')
    await comesSecond
    await other.query('commit')

    expect(await settledIn(client)).toEqual(settledByHand([first, second], '2026-05-03'))
    expect((await client.query(VERSION)).rows).toEqual([{ version: version + 2 }])
    await eventually(
      async () => heard,
      ({ length }) => length === 2,
    )
  } finally {
    await other.end()
  }
})

type Drawn = ReturnType<typeof delivery.generate>['value']
function datedFrom(today: LocalDate, { cutoff, coverage, sheets, ...told }: Drawn): Delivery {
  const claims = sheets.flatMap(({ lines, ...one }) =>
    lines.map((row) => {
      const day = addDays(today, row.away)
      return { ...one, ...row, day: one.span === 'DAY' ? day : firstOfMonth(day) }
    }),
  )
  const until = coverage.map((one) => ({ table: one.table, until: addDays(today, one.away) }))
  return { ...told, cutoff: addDays(today, cutoff), coverage: until, claims }
}
