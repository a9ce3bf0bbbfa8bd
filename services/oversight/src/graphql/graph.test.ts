/** The subgraph, asked directly: one statement a field for all states, bounds on every argument, refusals that can be read. */
import { PSEUDONYMOUS_FEDERAL_SECRETARY as SECRETARY } from '@vigia/kit/actor'
import type { Service } from '@vigia/kit/service'
import pg from 'pg'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { askDirectly } from '../../../../tests/support/ask-directly.ts'
import { type ScratchDatabase, scratchDatabase } from '../../../../tests/support/scratch-database.ts'
import { openService } from '../service.ts'

const STATES = Array.from({ length: 33 }, (_none, at) => String(at).padStart(2, '0'))
const ENTITIES = STATES.map((code) => ({ __typename: 'State', code }))

let database: ScratchDatabase
let service: Service
beforeAll(async () => {
  database = await scratchDatabase()
  service = openService({ OVERSIGHT_DATABASE_URL: database.url })
  await database.query(`insert into oversight.feed_batch values
    (gen_random_uuid(), 'returns', 'executed-returns', 'INM', null, '2026-11-25', now(), false, 1)`)
  await database.query(`insert into oversight.indicator_day values
    ('RETURNS', '07', '2026-10-31', 4), ('RETURNS', '07', '2026-11-02', 3), ('RETURNS', '30', '2026-11-08', 2)`)
  await database.query(`insert into outbox.service_version values ('oversight', 7, '2026-11-25T18:00:00Z')
    on conflict (service) do update set version = 7, as_of = excluded.as_of`)
})
afterAll(async () => {
  await service.close()
  await database.drop()
})

interface Answer {
  data?: { _entities: ({ code: string } & Record<string, unknown>)[] } & Record<string, unknown>
  errors?: readonly { message: string; extensions: { code?: unknown } }[]
}

async function ask(source: string, variableValues: Record<string, unknown> = {}): Promise<Answer> {
  return (await askDirectly(service, SECRETARY, source, variableValues)) as Answer
}
const askStates = (fields: string) =>
  ask(`query ($states: [_Any!]!) { _entities(representations: $states) { ... on State { code ${fields} } } }`, {
    states: ENTITIES,
  })

const SERIES =
  'series(indicator: RETURNS, grain: WEEK, from: "2026-11-02", to: "2026-11-15") { points { count missing } }'

test.each([
  ['funnel(period: { from: "2026-01-01", to: "2026-12-31" }) { detected asOf }', 7],
  // What was told of detections, cases, determinations and representation is kept until the version rises.
  ['funnel(period: { from: "2026-01-01", to: "2026-12-31" }, filter: { nationality: ["HND"] }) { detected }', 3],
  [SERIES, 4],
  ['authorityCounts(source: INM_DAILY_TABLES, period: { from: "2026-01-01", to: "2026-12-31" }) { count }', 2],
  ['channelledPlaces(period: { from: "2026-01-01", to: "2026-12-31" }) { place count }', 1],
  ['reporting { feed status }', 1],
])('%s is asked of 32 states and the nation in a handful of statements', async (fields, statements) => {
  const spy = vi.spyOn(pg.Pool.prototype, 'query')
  const { data, errors } = await askStates(fields)

  expect(errors).toBeUndefined()
  expect(data?._entities.map(({ code }) => code)).toEqual(STATES)
  expect(spy.mock.calls.length).toBe(statements)
  spy.mockRestore()
})

test('how a delivery stands is said as of the answer', async () => {
  const asked = Date.now()
  const { data } = await askStates('reporting { asOf }')
  const instants = data?._entities.flatMap(({ reporting }) => (reporting as { asOf: Date }[]).map(({ asOf }) => asOf))

  expect(instants?.length).toBeGreaterThan(33)
  for (const at of instants ?? []) expect(new Date(at).getTime()).toBeGreaterThanOrEqual(asked)
})

test('a series of a state, and of the nation as the sum of the states', async () => {
  const { data } = await askStates(SERIES)

  const points = (code: string) => data?._entities.find((state) => state.code === code)?.['series']
  expect(points('07')).toEqual({
    points: [
      { count: 3, missing: null },
      { count: 0, missing: null },
    ],
  })
  expect(points('00')).toEqual({
    points: [
      { count: 5, missing: null },
      { count: 0, missing: null },
    ],
  })
})

test('what nobody ever told of is null, and never 0', async () => {
  const { data, errors } = await askStates(`funnel(period: { from: "2026-01-01", to: "2026-12-31" }) { detected }
    held: series(indicator: HELD, grain: MONTH, from: "2026-09-01", to: "2026-09-30") { points { count missing } }
    before: series(indicator: RETURNS, grain: MONTH, from: "2026-08-01", to: "2026-10-31") { points { count missing } }`)

  expect(errors).toBeUndefined()
  for (const state of data?._entities ?? []) {
    const before = { count: null, missing: 'NOT_REPORTED' }
    const october = { count: state.code === '07' || state.code === '00' ? 4 : 0, missing: null }
    expect(state).toMatchObject({
      funnel: null,
      held: { points: [before] },
      before: { points: [before, before, october] },
    })
  }
})

test('a funnel says since when its cohort is known; of a time before that, it is null', async () => {
  const batch = 'de7ec7ed-0000-4000-8000-000000000001'
  await database.query(`insert into oversight.feed_batch values
    ('${batch}', 'children', 'detections', 'INM', '30', '2026-11-20', now(), false, 0)`)
  const raise = (by: number) =>
    database.query(`update outbox.service_version set version = version + ${by} where service = 'oversight'`)
  await raise(1) // As the tick does that counts it.
  const { data } =
    await askStates(`known: funnel(period: { from: "2026-11-01", to: "2026-11-30" }) { detected knownFrom }
    before: funnel(period: { from: "2015-01-01", to: "2015-12-31" }) { detected }`)
  await database.query(`delete from oversight.feed_batch where batch_id = '${batch}'`)
  await raise(-1)

  const known = { detected: 0, knownFrom: '2026-11-20' }
  const of = (code: string) => data?._entities.find((state) => state.code === code)
  expect(of('30')).toEqual({ code: '30', known, before: null })
  expect(of('00')).toEqual({ code: '00', known, before: null })
  expect(of('07')).toEqual({ code: '07', known: null, before: null })
})

test.each([
  ['series(indicator: HELD, grain: DAY, from: "2000-01-01", to: "2026-11-25") { grain }', 'at most 1500 points'],
  ['series(indicator: HELD, grain: DAY, from: "2026-01-02", to: "2026-01-01") { grain }', 'ends before it begins'],
  ['funnel(period: { from: "1800-01-01", to: "2026-01-01" }) { detected }', 'longer than a century'],
  [
    'funnel(period: { from: "2026-01-01", to: "2026-01-31" }, filter: { nationality: ["HND", "Honduras"] }) { detected }',
    'filter.nationality: value 2 is no ISO 3166-1 alpha-3 code',
  ],
  [
    `funnel(period: { from: "2026-01-01", to: "2026-01-31" }, filter: { nationality: ${JSON.stringify(Array(51).fill('HND'))} }) { detected }`,
    'filter.nationality holds more than 50 values',
  ],
])('given %s, the refusal says what to do', async (fields, sentence) => {
  const { errors } = await askStates(fields)

  expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT')
  expect(errors?.[0]?.message).toContain(sentence)
})

test.each([
  ['{ publishedFigures(first: 101) { totalCount } }', 'BAD_USER_INPUT'],
  ['{ publishedFigures(after: "x") { totalCount } }', 'CURSOR_INVALID'],
  ['{ publishedFigures(territory: "99") { totalCount } }', 'BAD_USER_INPUT'],
])('given %s, it is refused', async (source, code) => {
  const { errors } = await ask(source)

  expect(errors?.[0]?.extensions.code).toBe(code)
})

test('the registry says what it is, and in which version', async () => {
  const { data } = await ask('{ registry { isSynthetic version asOf } batchFindings(batch: "no") { rule } }')

  expect(data?.['registry']).toMatchObject({ isSynthetic: false, version: '7' })
  expect(data?.['batchFindings']).toEqual([])
})
