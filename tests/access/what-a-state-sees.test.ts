import type { Actor } from '@vigia/kit/actor'
import type { Service, ServiceName } from '@vigia/kit/service'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { askDirectly } from '../support/ask-directly.ts'
import { anActor } from '../support/asking.ts'
import { aDetection, aReturn, aStay } from '../support/builders/inm.ts'
import { aCase } from '../support/builders/ppnna.ts'
import { nextFolio } from '../support/builders/row.ts'
import { daysAgo, hoursAgo, written } from '../support/clock.ts'
import { type Feeds, feedsOf } from '../support/feeds.ts'
import { type ScratchDatabase, scratchDatabase } from '../support/scratch-database.ts'
import { loadServices } from '../support/services.ts'
import { settle } from '../support/settled.ts'
import { type WholeGraph, wholeGraph } from '../support/whole-graph.ts'

/** All of Chiapas ("07") but the last, and each with a return, so that every service has something to tell or to keep back. */
const CHILDREN = ['found once', 'lodged', 'was lodged', 'found again', 'filed', 'of Veracruz'] as const
type Name = (typeof CHILDREN)[number]

const SEEN: Readonly<Record<string, readonly Name[]>> = {
  '07': ['found once', 'lodged', 'was lodged', 'found again', 'filed'],
  '30': ['lodged', 'of Veracruz'],
  '19': ['found again'],
  '20': ['filed'],
  '09': [],
}

let database: ScratchDatabase
let feeds: Feeds
let services: Map<ServiceName, Service>
let graph: WholeGraph
let stays: string | null
const ids = new Map<Name, string>()

beforeAll(async () => {
  database = await scratchDatabase()
  services = await loadServices(database.url)
  feeds = feedsOf(database.url)
  const nue = `N${String(Date.now()).slice(-9)}`
  const actas = CHILDREN.map((name) =>
    aDetection({
      NUE: name === 'found again' ? nue : '',
      ENTIDAD: name === 'of Veracruz' ? 'Veracruz' : 'Chiapas',
    }),
  )
  const actaOf = (name: Name) => actas[CHILDREN.indexOf(name)]?.ACTA ?? ''
  await feeds.takeIn('children/detections', actas)
  const again = aDetection({
    NUE: nue,
    ENTIDAD: 'Nuevo León',
    'FECHA Y HORA': written(daysAgo(9)),
    'AVISO A PPNNA': '',
  })
  await feeds.takeIn('children/detections', [again])
  const elsewhere = { 'NOMBRE DEL LUGAR': 'Albergue Xalapa', ENTIDAD: 'Veracruz' }
  const taken = await feeds.takeIn('placements/stays', [
    aStay(actaOf('lodged'), elsewhere),
    aStay(actaOf('was lodged'), { ...elsewhere, EGRESO: written(hoursAgo(2)), 'TIPO DE EGRESO': 'Traslado' }),
  ])
  stays = taken.batchId
  await feeds.takeIn('representation/protection-cases', [aCase(actaOf('filed'), { FOLIO: nextFolio('20') })], {
    state: '20',
  })
  await feeds.takeIn(
    'returns/executed-returns',
    CHILDREN.map((name) => aReturn(actaOf(name))),
  )
  await settle(services.values(), database)
  for (const name of CHILDREN) {
    const [row] = await database.query<{ id: string }>(
      'select child_id as id from children.detection where acta = $1',
      [actaOf(name)],
    )
    ids.set(name, row?.id ?? '')
  }
  graph = await wholeGraph(services)
})
afterAll(async () => {
  await feeds.stop()
  for (const service of services.values()) await service.close()
  await database.drop()
})

const serviceOf = (name: string): Service => {
  const service = services.get(name as ServiceName)
  if (!service) throw new Error(`No service ${name}`)
  return service
}
const actorOf = (state: string): Actor => anActor('state-secretary', { states: [state] })
/** Of whom a state still sees that there is such a child. */
const STUBS: Readonly<Record<string, readonly Name[]>> = { '30': ['was lodged'] }
const stubsOf = ({ states }: Actor) => (areStubs ? (states?.flatMap((state) => STUBS[state] ?? []) ?? []) : [])
let areStubs = true
const namesOf = (found: readonly (string | undefined)[]) => CHILDREN.filter((name) => found.includes(ids.get(name)))

/** Children of whom a service tells the actor anything but that the id is one. */
async function toldBy(service: ServiceName, selection: string, actor: Actor): Promise<Name[]> {
  const keys = [...ids.values()].map((id) => ({ __typename: 'Child', id }))
  const { data, errors } = await askDirectly(
    serviceOf(service),
    actor,
    `query ($keys: [_Any!]!) { _entities(representations: $keys) { ... on Child { id ${selection} } } }`,
    { keys },
  )
  // Of a stub a service that adds to the child says that it may not tell, and not that there is nothing.
  const closed = service === 'children' ? [] : stubsOf(actor)
  expect((errors ?? []).map(({ extensions }) => extensions.code)).toEqual(closed.map(() => 'FORBIDDEN'))
  const rows = (data as { _entities: ({ id: string } | null)[] })._entities
  return namesOf(rows.filter((row) => row && isTelling(row)).map((row) => row?.id))
}

const isTelling = ({ id: _id, ...rest }: { id: string }) => !/^[^\d]*(0[^\d]*)?$/.test(JSON.stringify(rest))

const listed = async (filter: string, actor: Actor) => {
  const { children } = await graph.ask<{ children: { totalCount: number; edges: { node: { id: string } }[] } }>(
    `{ children(first: 100${filter}) { totalCount edges { node { id } } } }`,
    actor,
  )
  expect(children.totalCount).toBe(children.edges.length)
  return namesOf(children.edges.map(({ node }) => node.id))
}

test.each(Object.entries(SEEN))(
  'given an actor of state %s, the children service tells of its children alone, and that there are its stubs',
  async (state, seen) => {
    const stubs = STUBS[state] ?? []
    const told = CHILDREN.filter((name) => [...seen, ...stubs].includes(name))
    expect(await toldBy('children', 'folio', actorOf(state))).toEqual(told)
  },
)

test.each(Object.entries(SEEN))(
  'given an actor of state %s, the other services tell of these alone',
  async (state, seen) => {
    const withStays = (await toldBy(
      'placements',
      'placements { edges { node { enteredAt } } }',
      actorOf(state),
    )) as string[]
    const withFiles = (await toldBy('representation', 'ppnnaCase { openedAt }', actorOf(state))) as string[]

    expect(await toldBy('returns', 'returns { departedAt }', actorOf(state))).toEqual(seen)
    expect(withStays).toEqual(seen.filter((name) => name === 'lodged' || name === 'was lodged'))
    expect(withFiles).toEqual(seen.filter((name) => name === 'filed'))
  },
)

test.each(Object.entries(SEEN))(
  'given an actor of state %s, the gateway lists and counts these alone',
  async (state, seen) => {
    expect(await listed('', actorOf(state))).toEqual(seen)
  },
)

test('a filter by state says where a child was first found, and never widens what is seen', async () => {
  expect(await listed(', filter: { state: "07" }', actorOf('30'))).toEqual(['lodged'])
  expect(await listed(', filter: { state: "30" }', actorOf('30'))).toEqual(['of Veracruz'])
  expect(await listed(', filter: { state: "30" }', actorOf('07'))).toEqual([])
})

test('an actor of two states sees what either sees, each child once', async () => {
  const actor: Actor = { ...actorOf('07'), states: ['07', '30'] }

  expect(await listed('', actor)).toEqual([...CHILDREN])
})

test('row 25: child(id) is null, without an error, for a child of another state and for one that is not there', async () => {
  const childOf = (id: string) => graph.ask<{ child: unknown }>(`{ child(id: "${id}") { folio } }`, actorOf('30'))

  expect(await childOf(ids.get('lodged') ?? '')).toMatchObject({ child: { folio: expect.stringMatching(/^NNA-/) } })
  expect(await childOf('00000000-0000-7000-8000-000000000000')).toEqual({ child: null })
})

test('given the file of its stay is taken back, the state sees the child no more, in any service', async () => {
  await feeds.withdraw('placements/stays', stays)
  await settle(services.values(), database)
  areStubs = false
  const childOf = (id: string) => graph.ask<{ child: unknown }>(`{ child(id: "${id}") { folio } }`, actorOf('30'))
  expect(await childOf(ids.get('was lodged') ?? '')).toEqual({ child: null })

  expect(await toldBy('children', 'folio', actorOf('30'))).toEqual(['of Veracruz'])
  expect(await toldBy('returns', 'returns { departedAt }', actorOf('30'))).toEqual(['of Veracruz'])
})
