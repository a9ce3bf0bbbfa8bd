/** A list and its parts: for each filter, what the values let through is the whole list, each row once, in the same order. */
import { PSEUDONYMOUS_FEDERAL_SECRETARY } from '@vigia/kit/actor'
import type { Service, ServiceName } from '@vigia/kit/service'
import { type CodeList, codesOf } from '@vigia/law/code-list'
import { COUNTRIES } from '@vigia/law/countries'
import { FACILITY_TYPES, LEGAL_CLASSES } from '@vigia/law/facilities'
import { FACILITY_LIFECYCLES, INSPECTION_RESULTS, REGISTRY_STATUSES } from '@vigia/law/facility-registry'
import { ACCOMPANIMENTS, AGE_GROUPS } from '@vigia/law/people'
import { isReturn, RETURN_TYPES } from '@vigia/law/return-types'
import { STANDINGS } from '@vigia/law/standings'
import { STATE_CODES } from '@vigia/law/states'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { askDirectly } from '../support/ask-directly.ts'
import { secretaryOfEveryState } from '../support/asking.ts'
import { daysAgo, localDay } from '../support/clock.ts'
import type { ScratchDatabase } from '../support/scratch-database.ts'
import { loadServices } from '../support/services.ts'
import { settle } from '../support/settled.ts'
import { twinDatabase } from '../support/twin.ts'

let database: ScratchDatabase
let services: Map<ServiceName, Service>
beforeAll(async () => {
  database = await twinDatabase()
  services = await loadServices(database.url)
  await settle(services.values(), database)
})
afterAll(async () => {
  for (const service of services.values()) await service.close()
  await database.drop()
})

interface Page {
  edges: { node: { id: string } }[]
  pageInfo: { hasNextPage: boolean; endCursor: string | null }
}

/** As an office of every state, which reads where each child is; figures as the federal secretary. */
async function ask<Data>(service: ServiceName, query: string, actor = secretaryOfEveryState()): Promise<Data> {
  const asked = services.get(service)
  if (!asked) throw new Error(`No service ${service}`)
  const { data, errors } = await askDirectly(asked, actor, query)
  expect(errors).toBeUndefined()
  return data as Data
}

/** Every id of the list, page by page. */
async function idsOf(service: ServiceName, list: string, filter: string): Promise<string[]> {
  const ids: string[] = []
  for (let after = ''; ; ) {
    const page = `${list}(first: 100${after}, filter: { ${filter} }) { edges { node { id } } pageInfo { hasNextPage endCursor } }`
    const { [list]: found } = await ask<Record<string, Page>>(service, `{ ${page} }`)
    ids.push(...(found?.edges.map(({ node }) => node.id) ?? []))
    if (!found?.pageInfo.hasNextPage) return ids
    after = `, after: "${found.pageInfo.endCursor}"`
  }
}

const inList = (name: string, list: CodeList) => codesOf(list).map((code) => `${name}: [${code}]`)
const BY_COMPANY = inList('accompaniment', ACCOMPANIMENTS)
const BY_AGE = inList('ageGroup', AGE_GROUPS)
const BY_STATE = STATE_CODES.map((code) => `state: "${code}"`)
/** Ten at a time: as many as there are in all would be as many questions. */
const BY_NATIONALITY = Array.from(
  { length: Math.ceil(COUNTRIES.length / 10) },
  (_, i) => `nationality: ${JSON.stringify(COUNTRIES.slice(10 * i, 10 * i + 10).map(({ code }) => code))}`,
)
const until = (from: string) => `period: { from: "${from}", to: "${localDay(new Date())}" }`
const HALF_A_YEAR = until(localDay(daysAgo(182)))
/** All years of the twin: of half a year there are a few returns, and on some days all of one act. */
const EVER = until('2021-01-01')

/** Of what is no return, as a transfer, there is no standing. */
const RETURNED = `returnType: [${codesOf(RETURN_TYPES).filter(isReturn)}]`

const PARTITIONS: readonly [ServiceName, string, string, string, readonly string[]][] = [
  ['children', 'children', 'state', HALF_A_YEAR, BY_STATE],
  ['children', 'children', 'nationality', HALF_A_YEAR, BY_NATIONALITY],
  ['children', 'children', 'age group', HALF_A_YEAR, BY_AGE],
  ['children', 'children', 'company', HALF_A_YEAR, BY_COMPANY],
  [
    'children',
    'children',
    'period',
    'period: { from: "2026-04-01", to: "2026-04-30" }',
    ['period: { from: "2026-04-01", to: "2026-04-11" }', 'period: { from: "2026-04-12", to: "2026-04-30" }'],
  ],
  ['returns', 'returns', 'state', EVER, BY_STATE],
  ['returns', 'returns', 'standing', `${EVER} ${RETURNED}`, inList('standing', STANDINGS)],
  ['returns', 'returns', 'act', EVER, inList('returnType', RETURN_TYPES)],
  [
    'returns',
    'returns',
    'destination',
    EVER,
    BY_NATIONALITY.map((filter) => filter.replace('nationality', 'destination')),
  ],
  ['returns', 'returns', 'company', EVER, BY_COMPANY],
  ['placements', 'placements', 'type of place', 'isOpen: true', inList('facilityType', FACILITY_TYPES)],
  ['placements', 'placements', 'legal class', 'isOpen: true', inList('legalClass', LEGAL_CLASSES)],
  ['placements', 'placements', 'state', 'isOpen: true', BY_STATE],
  ['placements', 'placements', 'nationality', 'isOpen: true', BY_NATIONALITY],
  ['placements', 'placements', 'age group', 'isOpen: true', BY_AGE],
  ['placements', 'placements', 'company', 'isOpen: true', BY_COMPANY],
  ['placements', 'placements', 'whether it goes on', HALF_A_YEAR, ['isOpen: true', 'isOpen: false']],
  [
    'placements',
    'placements',
    'period',
    'period: { from: "2026-06-01", to: "2026-06-30" }',
    ['period: { from: "2026-06-01", to: "2026-06-15" }', 'period: { from: "2026-06-16", to: "2026-06-30" }'],
  ],
  ['placements', 'facilities', 'type', '', inList('type', FACILITY_TYPES)],
  ['placements', 'facilities', 'legal class', '', inList('legalClass', LEGAL_CLASSES)],
  ['placements', 'facilities', 'registry status', '', inList('registryStatus', REGISTRY_STATUSES)],
  ['placements', 'facilities', 'lifecycle', '', inList('lifecycle', FACILITY_LIFECYCLES)],
  ['placements', 'facilities', 'whether children are there', '', ['isOccupied: true', 'isOccupied: false']],
  ['placements', 'facilities', 'state', '', BY_STATE],
]

test.each(PARTITIONS)('%s: %s by %s is the whole list, each row once', async (service, list, _by, of, values) => {
  const whole = await idsOf(service, list, of)
  // A part that asks for a period of its own takes the place of that of the whole.
  const parts = await Promise.all(
    values.map((value) => idsOf(service, list, value.startsWith('period') ? value : `${of} ${value}`)),
  )

  expect(whole.length).toBeGreaterThan(1)
  expect(new Set(whole).size).toBe(whole.length)
  expect(parts.filter(({ length }) => length > 0).length).toBeGreaterThan(1)
  expect(parts.flat().sort()).toEqual(whole.toSorted())
  for (const part of parts) expect(part).toEqual(whole.filter((id) => part.includes(id)))
})

test('returns are listed that are counted, of the nation and of a state, and of each standing', async () => {
  const days = EVER.slice('period: '.length)
  const without = codesOf(STANDINGS).filter((standing) => standing !== 'VALID')
  for (const code of ['00', '07']) {
    const counted = `{ _entities(representations: [{ __typename: "State", code: "${code}" }]) { ... on State {
      returns(period: ${days}) { total withoutValidDetermination } } } }`
    const { _entities } = await ask<{ _entities: { returns: { total: number; withoutValidDetermination: number } }[] }>(
      'returns',
      counted,
      PSEUDONYMOUS_FEDERAL_SECRETARY,
    )
    const filter = `state: "${code}" ${EVER}`
    expect(_entities[0]?.returns.withoutValidDetermination).toBeGreaterThan(0)
    expect(_entities[0]?.returns).toEqual({
      total: (await idsOf('returns', 'returns', `${filter} ${RETURNED}`)).length,
      withoutValidDetermination: (await idsOf('returns', 'returns', `${filter} standing: [${without}]`)).length,
    })
  }
})

test('a transfer is listed among what was carried out, and no standing is told of it', async () => {
  const others = codesOf(RETURN_TYPES).filter((type) => !isReturn(type))
  const { returns } = await ask<{ returns: { edges: { node: { standing: string | null } }[] } }>(
    'returns',
    `{ returns(first: 100, filter: { returnType: [${others}] }) { edges { node { standing } } } }`,
  )

  expect(returns.edges.length).toBeGreaterThan(1)
  expect(new Set(returns.edges.map(({ node }) => node.standing))).toEqual(new Set([null]))
})

test('who is in the places is who is lodged: placements of each place are those of the whole list', async () => {
  const { facilities } = await ask<{
    facilities: { edges: { node: { placements: Page; occupancy: { childrenNow: number } } }[] }
  }>(
    'placements',
    `{ facilities(first: 100, filter: { type: [CCAN, EPA] }) { edges { node {
         occupancy { childrenNow } placements(first: 100, filter: { isOpen: true }) { edges { node { id } } } } } } }`,
  )
  const inPlaces = facilities.edges.flatMap(({ node }) => node.placements.edges.map(({ node: stay }) => stay.id))

  for (const { node } of facilities.edges) expect(node.placements.edges).toHaveLength(node.occupancy.childrenNow)
  expect(inPlaces.sort()).toEqual(
    (await idsOf('placements', 'placements', 'isOpen: true, facilityType: [CCAN, EPA]')).sort(),
  )
})

test('inspections of a place by what they found are all of them', async () => {
  const totals = ['', ...codesOf(INSPECTION_RESULTS).map((result) => `(result: [${result}])`)].map(
    (argument, i) => `n${i}: inspections${argument} { totalCount }`,
  )
  const { facilities } = await ask<{ facilities: { edges: { node: Record<string, { totalCount: number }> }[] } }>(
    'placements',
    `{ facilities(first: 100) { edges { node { ${totals.join(' ')} } } } }`,
  )

  const sums = facilities.edges.map(({ node }) => Object.values(node).map(({ totalCount }) => totalCount))
  expect(sums.some(([all = 0]) => all > 0)).toBe(true)
  for (const [all, ...parts] of sums) expect(parts.reduce((sum, n) => sum + n, 0)).toBe(all)
})

interface Board {
  detention: { heldNow: number; over36Hours: number } | null
  care: { childrenNow: number; capacity: number; centers: number } | null
}

/** Of the nation and of every state, the figures of the places of these types and of these children. */
async function boards(argument: string): Promise<number[][]> {
  const of = ['00', ...STATE_CODES].map((code) => `{ __typename: "State", code: "${code}" }`)
  const { _entities: rows } = await ask<{ _entities: Board[] }>(
    'placements',
    `{ _entities(representations: [${of}]) { ... on State {
         detention${argument} { heldNow over36Hours } care${argument} { childrenNow capacity centers } } } }`,
    PSEUDONYMOUS_FEDERAL_SECRETARY,
  )
  return rows.map(({ detention, care }) =>
    [...[detention?.heldNow, detention?.over36Hours], ...[care?.childrenNow, care?.capacity, care?.centers]].map(
      (n) => n ?? 0,
    ),
  )
}

const sum = (parts: number[][][]) =>
  parts.reduce((one, other) => one.map((row, i) => row.map((n, j) => n + (other[i]?.[j] ?? 0))))

test('who is held and who is in care, by the types of place, is everybody, in every state', async () => {
  const whole = await boards('')
  const parts = await Promise.all(codesOf(FACILITY_TYPES).map((type) => boards(`(facilityType: [${type}])`)))

  expect(whole[0]?.every((n) => n > 0)).toBe(true)
  expect(sum(parts)).toEqual(whole)
})

test('who is held and who is in care, by company, is everybody; the places are the same for all', async () => {
  const whole = await boards('')
  const parts = await Promise.all(
    codesOf(ACCOMPANIMENTS).map((kind) => boards(`(filter: { accompaniment: [${kind}] })`)),
  )

  expect(sum(parts).map((row) => row.slice(0, 3))).toEqual(whole.map((row) => row.slice(0, 3)))
  for (const part of parts) expect(part[0]?.slice(3)).toEqual(whole[0]?.slice(3))
})
