/** The board within the states of whoever reads it: one row for a secretary of one state, and nothing from which to reckon the rest. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { anActor, type Graph, openGraph } from '../support/asking.ts'
import { lastYear } from '../support/clock.ts'
import type { ScratchDatabase } from '../support/scratch-database.ts'
import { settle } from '../support/settled.ts'
import { read } from '../support/source-files.ts'
import { twinDatabase } from '../support/twin.ts'

const CHIAPAS = anActor('state-secretary')
const NATION = anActor('federal-secretary')

let database: ScratchDatabase
let graph: Graph
beforeAll(async () => {
  database = await twinDatabase()
  graph = await openGraph(database)
  await settle(graph.services.values(), database)
})
afterAll(async () => {
  await graph.stop()
  await database.drop()
})

const PERIOD = lastYear()
const COUNTS = `code detention { heldNow } care { childrenNow } casework { unprocessed }
  returns(${PERIOD}) { total }
  detection(${PERIOD}) { persons }
  funnel(${PERIOD}) { detected }
  reporting { feed } facilities(first: 1) { totalCount }`

test('a state secretary of Chiapas sees one row, and it is what the nation’s board says of Chiapas', async () => {
  const { data, errors } = await graph.ask(CHIAPAS, `{ states { ${COUNTS} } }`)
  const whole = await graph.ask(NATION, `{ state(code: "07") { ${COUNTS} } states { code } }`)

  expect(errors).toBeUndefined()
  expect((data as { states: unknown[] }).states).toHaveLength(1)
  expect((data as { states: unknown[] }).states[0]).toEqual((whole.data as { state: unknown }).state)
  expect((whole.data as { states: unknown[] }).states).toHaveLength(32)
})

test('the nation and every other state are null for it, like a state that is not there', async () => {
  const { data } = await graph.ask(
    CHIAPAS,
    `{ nation { ${COUNTS} } other: state(code: "30") { ${COUNTS} } none: state(code: "99") { ${COUNTS} } }`,
  )

  expect(data).toEqual({ nation: null, other: null, none: null })
})

test('the document of the board gives it one row and no national figure', async () => {
  const { data } = await graph.ask(CHIAPAS, read('tests/acceptance/oversight.graphql'))
  const rows = JSON.stringify(data).match(/"code":"(\d\d)"/g) ?? []

  expect(new Set(rows)).toEqual(new Set(['"code":"07"']))
})

test.each([
  ['placements', 'detention { heldNow } care { childrenNow } facilities { totalCount }'],
  ['representation', 'casework { unprocessed }'],
  ['returns', `returns(${PERIOD}) { total }`],
  ['children', `detection(${PERIOD}) { persons }`],
  ['oversight', `funnel(${PERIOD}) { detected } reporting { feed }`],
] as const)('asked directly for another state and the nation, %s tells nothing', async (service, selection) => {
  const keys = ['00', '30', '09'].map((code) => ({ __typename: 'State', code }))
  const question = `query ($keys: [_Any!]!) { _entities(representations: $keys) { ... on State { ${selection} } } }`
  const told = (await graph.askService(service, CHIAPAS, question, { keys })).data as { _entities: object[] }
  const own = (await graph.askService(service, CHIAPAS, question, { keys: [{ __typename: 'State', code: '07' }] }))
    .data as { _entities: object[] }

  expect(told._entities.flatMap((row) => Object.values(row)).every((value) => value === null)).toBe(true)
  expect(own._entities.flatMap((row) => Object.values(row)).some((value) => value !== null)).toBe(true)
})

test('of published figures it reads all that was published, and the registry’s own count of its own state alone', async () => {
  const { data } = await graph.ask(
    CHIAPAS,
    '{ publishedFigures(first: 100) { edges { node { value territory { code } registryCount difference } } } }',
  )
  const nodes = (
    data as { publishedFigures: { edges: { node: { territory: { code: string }; registryCount: number | null } }[] } }
  ).publishedFigures.edges.map(({ node }) => node)

  expect(nodes.length).toBeGreaterThan(50)
  expect(
    nodes.filter(({ registryCount }) => registryCount !== null).every(({ territory }) => territory.code === '07'),
  ).toBe(true)
})

test('places, who is in them, and files are those of the state', async () => {
  const { data } = await graph.ask(
    CHIAPAS,
    `{ facilities(first: 100) { totalCount edges { node { state { code } } } }
      placementsIntake { batches(first: 100) { edges { node { state } } } unmatchedCount } }`,
  )
  const { facilities, placementsIntake } = data as {
    facilities: { totalCount: number; edges: { node: { state: { code: string } } }[] }
    placementsIntake: { batches: { edges: { node: { state: string | null } }[] } }
  }
  const [other] = await database.query<{ id: string }>("select id from placements.facility where state = '30' limit 1")
  const one = await graph.ask(CHIAPAS, `{ facility(id: "${other?.id}") { name } }`)

  expect(facilities.totalCount).toBeGreaterThan(0)
  expect(new Set(facilities.edges.map(({ node }) => node.state.code))).toEqual(new Set(['07']))
  expect(placementsIntake.batches.edges.every(({ node }) => node.state === '07')).toBe(true)
  expect(one.data).toEqual({ facility: null })
})

test('a secretary who names no state sees no row', async () => {
  const nobody = { ...CHIAPAS, states: null }

  expect((await graph.ask(nobody, '{ states { code } nation { code } children { totalCount } }')).data).toEqual({
    states: [],
    nation: null,
    children: { totalCount: 0 },
  })
})

/** Whoever has states, and who has them all; not INM, whose answers nothing of protection moves, nor counsel, who has none, nor partners, who are told alerts. README.md, decisions. */
test.each([
  ['federal-secretary', 32],
  ['ombudsperson-federal', 32],
  ['state-secretary', 1],
  ['ombudsperson-state', 1],
  ['ppnna-officer', 1],
  ['dif-officer', 1],
  ['inm-officer', null],
  ['independent-counsel', null],
  ['partner', null],
] as const)('the document of the board gives %s so many states: %s', async (role, states) => {
  const { status, data } = await graph.ask(anActor(role), read('tests/acceptance/oversight.graphql'))
  const given = (data as { states: unknown[] } | null | undefined)?.states.length ?? null

  expect([status, given]).toEqual([states === null ? 403 : 200, states])
})
