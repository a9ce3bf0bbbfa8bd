/** What is let in on the real graph: the acceptance queries and the explorer's, and which of them hold counts alone. */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { getIntrospectionQuery } from 'graphql'
import { expect, test } from 'vitest'
import { createAdmission } from './admission.ts'
import { checkedSchema } from './checked-schema.ts'

const ROOT = path.join(import.meta.dirname, '../../..')
const ACCEPTANCE = path.join(ROOT, 'tests/acceptance')
const schema = checkedSchema(readFileSync(path.join(ROOT, 'gateway/api.graphql'), 'utf8'))
const admission = createAdmission(schema, { introspection: true })

const admit = (query: string, variables: Record<string, unknown> = {}) =>
  admission.admit({ query, variables, operationName: null }, 'plain')

test.each(readdirSync(ACCEPTANCE).filter((file) => file.endsWith('.graphql')))(
  '%s passes every limit, and is kept unless it reaches a child',
  (file) => {
    const { isAggregate } = admit(readFileSync(path.join(ACCEPTANCE, file), 'utf8'), { id: 'c1' })

    expect(isAggregate).toBe(file !== 'one-child.graphql')
  },
)

test('the query by which the explorer learns the graph passes, and its answer is not kept', () => {
  const query = getIntrospectionQuery({ inputValueDeprecation: true, specifiedByUrl: true, oneOf: true })

  expect(admit(query).isAggregate).toBe(false)
})

test.each([
  '{ childrenIntake { __typename } }',
  '{ facilities(first: 1) { totalCount } }',
  '{ states { code facilities(first: 1) { totalCount } } }',
  '{ children(first: 1) { totalCount } }',
  '{ registry { version } child(id: "c1") { __typename } }',
])('given %s, the answer is not kept', (query) => {
  expect(admit(query).isAggregate).toBe(false)
})

test('given children with their stays, a page of 100 is too much and one of 20 is not', () => {
  const page = (first: number) =>
    `{ children(first: ${first}) { edges { node { id placements(first: 20) { edges { node { id } } } } } } }`

  expect(() => admit(page(100))).toThrow(/too many rows.* It asks for 2201; 2000 is the most\./)
  expect(admit(page(20))).toMatchObject({ isAggregate: false })
})

const SERIES = 'series(indicator: HELD, grain: $grain, from: $from, to: $to) { points { count } }'
const FOUR_YEARS = { grain: 'DAY', from: '2022-10-25', to: '2026-11-28' }
const ofStates = `query ($grain: Grain!, $from: Date!, $to: Date!) { states { ${SERIES} } }`
const ofNation = ofStates.replace('states', 'nation')

test('a series costs by its points, said in the text or in variables: four years of days are let in of the nation, and not of each state', () => {
  expect(admit(ofNation, FOUR_YEARS).cost).toBe(152)
  expect(admit(ofStates, { ...FOUR_YEARS, grain: 'WEEK', from: '2025-11-28' }).cost).toBeGreaterThan(200)
  for (const days of [FOUR_YEARS, { ...FOUR_YEARS, from: '1930-01-01' }])
    expect(() => admit(ofStates, days)).toThrow(/too many rows/)
  const written = `{ states { series(indicator: HELD, grain: DAY, from: "2022-10-25", to: "2026-11-28") { ...All } } } fragment All on Series { points { count } }`
  expect(() => admit(written)).toThrow(/too many rows/)
})

test('counts of several days cost by their days: two months of each state once, and not fifteen times', () => {
  const days = Array.from({ length: 62 }, (_, at) => new Date(Date.UTC(2026, 8, 1 + at)).toISOString().slice(0, 10))
  const of = (times: number) =>
    `query ($days: [Date!]!) { states { ${Array.from({ length: times }, (_, at) => `a${at}: openAlertsOn(days: $days) { count }`).join(' ')} } }`

  expect(admit(of(1), { days }).cost).toBe(32 * 8)
  expect(() => admit(of(15), { days })).toThrow(/too many rows/)
  expect(() =>
    admit(
      of(15)
        .replaceAll('$days)', `${JSON.stringify(days)})`)
        .replace('query ($days: [Date!]!)', ''),
    ),
  ).toThrow(/too many rows/)
})

test('messages that are to be told again cost by the days of which they are: a month as nineteen requests, and not twice in one', () => {
  const again = 'redeliverWebhooks(id: "e1", from: $from, to: $to) { count }'
  const of = (text: string, to: string) =>
    admit(`mutation ($from: DateTime!, $to: DateTime!) { ${text} }`, { from: '2026-10-01T00:00:00Z', to }).cost

  expect(of(again, '2026-10-01T00:30:00Z')).toBe(61)
  expect(of(again, '2026-10-08T00:00:00Z')).toBe(421)
  for (const to of ['2026-11-01T00:00:00Z', '2126-10-01T00:00:00Z', '2026-09-01T00:00:00Z'])
    expect(of(again, to)).toBe(1_861)
  expect(() => of(`${again} more: ${again}`, '2026-11-01T00:00:00Z')).toThrow(/too many rows/)
})

test('what is asked for at each step of a stream has few rows: it is charged once', () => {
  const step = (first: number) =>
    `subscription { alertRaised { id child { folio placements(first: ${first}) { edges { node { id } } } detections(first: 20) { edges { node { id } } } } } }`
  const follow = (query: string) => admission.admit({ query, variables: {}, operationName: null }, 'stream')

  expect(follow(step(20)).cost).toBeLessThan(100)
  expect(() => follow(step(100))).not.toThrow()
  expect(() =>
    follow(
      step(100).replace('node { id }', 'node { id facility { inspections(first: 5) { edges { node { id } } } } }'),
    ),
  ).toThrow(/at each step/)
})
