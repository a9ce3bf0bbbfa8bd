/**
 * Random differences, folded into the counters at random moments: each counter is the sum of what came, by day and by month, alone and in
 * every cell; what a fold did is told, and what waits to be counted is said to wait.
 */
import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { scratchConnection } from '../support/scratch-connection.ts'

const { client } = await scratchConnection()
beforeEach(() => client.query('begin'))
afterEach(() => client.query('rollback'))

const SEED = 20261128
const SERVICES = ['children', 'oversight'] as const
type Service = (typeof SERVICES)[number]

const difference = fc.record({
  indicator: fc.constantFrom('DETECTIONS', 'DETECTIONS', 'DESTINATION_HND'),
  state: fc.constantFrom('07', '30'),
  day: fc.constantFrom('2026-01-30', '2026-01-31', '2026-02-01'),
  nationality: fc.constantFrom('HND', 'GTM'),
  age_group: fc.constantFrom('FROM_0_TO_11', 'FROM_12_TO_17'),
  accompaniment: fc.constantFrom('SEPARATED', 'ACCOMPANIED'),
  n: fc.constantFrom(-2, -1, 1, 1, 2, 3),
})
type Difference = ReturnType<typeof difference.generate>['value']
const rounds = fc.array(fc.array(difference, { maxLength: 12 }), { minLength: 2, maxLength: 5 })

const CELL = ['indicator', 'state', 'nationality', 'age_group', 'accompaniment'] as const
const monthOf = (day: string) => `${day.slice(0, 7)}-01`
/** By table: of what a sum is. */
const COUNTERS: Readonly<Record<string, (one: Difference) => string>> = {
  day_counter: ({ indicator, state, day }) => [day, indicator, state].join(' '),
  month_counter: ({ indicator, state, day }) => [monthOf(day), indicator, state].join(' '),
  cube: (one) => [one.day, ...CELL.map((name) => one[name])].join(' '),
  month_cube: (one) => [monthOf(one.day), ...CELL.map((name) => one[name])].join(' '),
}

async function countedIn(service: Service, table: string): Promise<Record<string, number>> {
  const words = ['day_counter', 'month_counter'].includes(table) ? ['indicator', 'state'] : CELL
  const day = table.startsWith('month') ? 'month' : 'day'
  const { rows } = await client.query<{ cell: string; n: number }>(
    `select concat_ws(' ', ${[day, ...words].join()}) as cell, n from ${service}.${table} where n <> 0`,
  )
  return Object.fromEntries(rows.map(({ cell, n }) => [cell, n]))
}

function summed(all: readonly Difference[], cellOf: (one: Difference) => string): Record<string, number> {
  const cells = [...Map.groupBy(all, cellOf)].map(
    ([cell, of]) => [cell, of.reduce((sum, { n }) => sum + n, 0)] as const,
  )
  return Object.fromEntries(cells.filter(([, n]) => n !== 0))
}

const asked = async <Answer>(sql: string, ...values: unknown[]) =>
  (await client.query<{ answer: Answer }>(`select ${sql} as answer`, values)).rows[0]?.answer
const fold = async (service: Service) => Number(await asked('outbox.fold($1)', service))
const isUncounted = (service: Service) => asked<boolean>('outbox.is_uncounted($1)', service)
const add = (service: Service, differences: readonly Difference[]) =>
  client.query(
    `insert into ${service}.delta (indicator, state, day, nationality, age_group, accompaniment, n)
     select indicator, state, day, nationality, age_group, accompaniment, n from jsonb_to_recordset($1) d (indicator text, state text, day date,
       nationality text, age_group text, accompaniment text, n int)`,
    [JSON.stringify(differences)],
  )

test.each(SERVICES)('what %s counts is what came, whenever it was folded', async (service) => {
  for (const life of fc.sample(rounds, { seed: SEED, numRuns: 40 })) {
    await client.query('savepoint before')
    for (const differences of life) {
      await add(service, differences)
      expect(await isUncounted(service)).toBe(differences.length > 0)
      expect(await fold(service)).toBe(differences.length)
    }
    const all = life.flat()
    for (const [table, cellOf] of Object.entries(COUNTERS))
      expect([table, await countedIn(service, table)]).toEqual([table, summed(all, cellOf)])
    await client.query('rollback to savepoint before')
  }
})

test('of counters others are told as they stand, but of where children were taken', async () => {
  const [one, another] = fc.sample(difference, { seed: SEED, numRuns: 2 })
  if (!one || !another) throw new Error('Nothing was drawn.')
  const counted: Difference = { ...one, indicator: 'DETECTIONS', n: 2 }
  await add('children', [counted, { ...another, indicator: 'DESTINATION_HND', n: 1 }])
  await fold('children')
  await add('children', [counted])
  await fold('children')

  const { rows } = await client.query("select payload from outbox.pending where type = 'indicator.changed' order by id")
  const { state, day } = counted
  const told = (n: number) => ({ payload: { indicator: 'DETECTIONS', state, day, n } })
  expect(rows).toEqual([told(2), told(4)])
})

const BATCH = 'a0000000-0000-4000-8000-000000000000'
const pendingTypes = async () =>
  (await client.query<{ type: string }>('select type from outbox.pending order by id')).rows.map(({ type }) => type)

test('a file is told of, and waits until it is counted; and again when it is withdrawn, but not when it is only corrected', async () => {
  await client.query(
    `insert into children.batch (id, feed, source, cutoff_on, file_name, sha256) values ('${BATCH}', 'f', 'INM', '2026-01-01', 'f', 's')`,
  )
  expect([await isUncounted('children'), await isUncounted('oversight')]).toEqual([true, false])
  expect([await fold('oversight'), await fold('children'), await fold('children')]).toEqual([0, 1, 0])

  await client.query('update children.batch set row_count = 7')
  expect([await isUncounted('children'), await fold('children')]).toEqual([false, 0])
  await client.query('update children.batch set withdrawn_at = now()')
  await client.query('update children.batch set withdrawn_reason = $$r$$')
  expect([await isUncounted('children'), await fold('children')]).toEqual([true, 1])
  expect(await pendingTypes()).toEqual([
    ...['batch.recorded', 'batch.counted', 'batch.recorded'],
    ...['batch.withdrawn', 'batch.withdrawn', 'batch.counted'],
  ])
})

test('what oversight has heard of is counted once its sender has counted it, and once', async () => {
  await client.query(
    `insert into oversight.feed_batch (batch_id, service, feed, source, cutoff_on, taken_at, is_withdrawn, row_count, awaits_count, is_counted)
     values ('${BATCH}', 'children', 'f', 'INM', '2026-01-01', now(), false, 1, true, false)`,
  )
  expect([await isUncounted('oversight'), await fold('oversight')]).toEqual([false, 0])

  await client.query('update oversight.feed_batch set is_counted = true')
  expect([await isUncounted('oversight'), await isUncounted('children')]).toEqual([true, false])
  expect([await fold('children'), await fold('oversight'), await fold('oversight')]).toEqual([0, 1, 0])
  expect(await isUncounted('oversight')).toBe(false)
})
