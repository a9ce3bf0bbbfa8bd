/** Whoever reads how many are held over 36 hours reaches each of them; and who was in a place in a week, whenever it had entered. */
import { PSEUDONYMOUS_FEDERAL_SECRETARY } from '@vigia/kit/actor'
import type { Service } from '@vigia/kit/service'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { askDirectly } from '../support/ask-directly.ts'
import { secretaryOfEveryState } from '../support/asking.ts'
import type { ScratchDatabase } from '../support/scratch-database.ts'
import { loadServices } from '../support/services.ts'
import { settle } from '../support/settled.ts'
import { twinDatabase } from '../support/twin.ts'

let database: ScratchDatabase
let services: Map<string, Service>
beforeAll(async () => {
  database = await twinDatabase()
  services = await loadServices(database.url)
  await settle(services.values(), database)
})
afterAll(async () => {
  for (const service of services.values()) await service.close()
  await database.drop()
})

const ask = (query: string, actor = secretaryOfEveryState()) => {
  const placements = services.get('placements')
  if (!placements) throw new Error('There is no service placements')
  return askDirectly(placements, actor, query)
}

interface Page {
  edges: { node: { id: string; hours: number } }[]
  pageInfo: { hasNextPage: boolean; endCursor: string | null }
}

/** Of Chiapas, page by page. */
async function stays(filter: string) {
  const found: Page['edges'][number]['node'][] = []
  for (let after = ''; ; ) {
    const page = `placements(first: 100${after}, filter: { state: "07", ${filter} }) { edges { node { id hours } } pageInfo { hasNextPage endCursor } }`
    const { data, errors } = await ask(`{ ${page} }`)
    expect(errors).toBeUndefined()
    const { placements } = data as { placements: Page }
    found.push(...placements.edges.map(({ node }) => node))
    if (!placements.pageInfo.hasNextPage) return found
    after = `, after: "${placements.pageInfo.endCursor}"`
  }
}

async function over36OnTheBoard(): Promise<number> {
  const ofChiapas =
    '{ _entities(representations: [{ __typename: "State", code: "07" }]) { ... on State { detention { over36Hours } } } }'
  const { data } = await ask(ofChiapas, PSEUDONYMOUS_FEDERAL_SECRETARY)
  return (data as { _entities: [{ detention: { over36Hours: number } }] })._entities[0].detention.over36Hours
}

const WEEK = '{ from: "2026-06-08", to: "2026-06-14" }'

test('who is held over 36 hours, which the board counts, is one list', async () => {
  // The hours go on between the questions, and nobody leaves.
  const before = await over36OnTheBoard()
  const over36 = await stays('legalClass: [PROHIBITED, AD_HOC], isOpen: true, minHours: 36')

  expect(over36.length).toBeGreaterThan(0)
  expect(over36.length).toBeGreaterThanOrEqual(before)
  expect(over36.length).toBeLessThanOrEqual(await over36OnTheBoard())
})

test('who was there in a week is who entered in it and who had entered before, and of them those who stayed for long', async () => {
  const [there, entered] = await Promise.all([stays(`there: ${WEEK}`), stays(`period: ${WEEK}`)])
  const ids = there.map(({ id }) => id)

  expect(there.length).toBeGreaterThan(entered.length)
  expect(ids).toEqual(expect.arrayContaining(entered.map(({ id }) => id)))
  const long = await stays(`there: ${WEEK}, minHours: 36`)
  const isLong = long.map(({ id }) => id)
  expect(isLong).toEqual(ids.filter((id) => isLong.includes(id)))
  expect(long.length).toBeGreaterThan(0)
  expect(there.filter(({ hours }) => hours >= 36).every(({ id }) => isLong.includes(id))).toBe(true)
})

test.each([
  ['minHours: 0', '"minHours" is 1 to 87600.'],
  ['there: { from: "2026-06-14", to: "2026-06-08" }', 'The period ends before it begins.'],
])('%s is refused: %s', async (filter, message) => {
  const { errors } = await ask(`{ placements(filter: { ${filter} }) { edges { node { id } } } }`)

  expect(errors?.[0]).toMatchObject({ message, extensions: { code: 'BAD_USER_INPUT' } })
})
