/**
 * What is told of acts of others follows to no more than is told: they have days and no hours, no place tells when a child came in to who may
 * not know that it is there, and no number or term of a number is told that an act of others gave.
 */
import type { Actor } from '@vigia/kit/actor'
import { ACTS, type ActName, toldOfOthers } from '@vigia/law/competence'
import { instantOf, localDateOf } from '@vigia/law/mexican-time'
import { getNamedType, isObjectType } from 'graphql'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { API, nodesIn, wayTo } from '../support/acts-in-answers.ts'
import { type BothSides, openBothSides } from '../support/acts-of-both-sides.ts'
import { anActor } from '../support/asking.ts'
import { settle } from '../support/settled.ts'

const CNDH = anActor('ombudsperson-federal')
const CEDH = anActor('ombudsperson-state')
const SECRETARY = anActor('state-secretary')
const OVERSEERS = [
  ['federal', CNDH],
  ['state', CEDH],
] as const

let world: BothSides
beforeAll(async () => {
  world = await openBothSides()
})
afterAll(() => world.stop())

const ask = (actor: Actor, set: string) => world.graph.ask(actor, `{ child(id: "${world.child}") { ${set} } }`)
const acts = Object.keys(ACTS) as ActName[]
const firstOfItsDay = (instant: string) => instantOf(localDateOf(new Date(instant))).toISOString()

test.each(OVERSEERS)(
  'to the %s ombudsperson no instant of an act of others is told, but its local day',
  async (_side, actor) => {
    type Node = Record<string, unknown> & { id: string; competence: object | null }
    for (const act of acts) {
      const type = API.getType(act)
      const instants = (isObjectType(type) ? Object.values(type.getFields()) : [])
        .filter((field) => String(getNamedType(field.type)) === 'DateTime' && toldOfOthers(act)?.has(field.name))
        .map(({ name }) => name)
      const set = wayTo(act, ['__typename id competence { side }', ...instants].join(' '))
      const nodesOf = async (asker: Actor) => nodesIn((await ask(asker, set)).data, act).map(({ node }) => node as Node)
      const known = new Map((await nodesOf(SECRETARY)).map((node) => [node.id, node]))
      for (const node of await nodesOf(actor))
        for (const name of instants) {
          const instant = known.get(node.id)?.[name]
          const isDay = node.competence !== null && typeof instant === 'string'
          expect([act, name, node[name]]).toEqual([act, name, isDay ? firstOfItsDay(instant) : (instant ?? node[name])])
        }
    }
  },
)

test('in whose custody a child is follows from a stay of others too, by its day, and is never none', async () => {
  const custody = 'custody { status since }'
  type Told = { child: { custody: { status: string; since: string } } }
  const { custody: whole } = ((await ask(SECRETARY, custody)).data as unknown as Told).child

  expect((await ask(CNDH, custody)).data).toEqual({
    child: { custody: { status: whole.status, since: firstOfItsDay(whole.since) } },
  })
  expect((await ask(CEDH, custody)).data).toEqual({ child: { custody: whole } })
})

test('when a child was first found is told by its day where others found it', async () => {
  const foundTo = async (actor: Actor) =>
    ((await ask(actor, 'firstDetectedAt')).data as { child: { firstDetectedAt: string } }).child.firstDetectedAt
  const whole = await foundTo(SECRETARY)

  expect(firstOfItsDay(whole)).not.toBe(whole)
  expect(await foundTo(CNDH)).toBe(whole)
  expect(await foundTo(CEDH)).toBe(firstOfItsDay(whole))
})

test('what happened on one day stays in its order, though the hours of others are not told', async () => {
  const day =
    "date_trunc('day', now() at time zone 'America/Mexico_City' - interval '90 days') at time zone 'America/Mexico_City'"
  const moved = await world.database.query<{ id: string }>(
    `update placements.stay s set entered_at = ${day} + moved.hour * interval '1 hour',
       left_at = ${day} + (moved.hour + 1) * interval '1 hour'
     from (values ('Centro Federal', 8), ('Casa Ajena', 10), ('Casa de COMAR', 12)) moved (name, hour), placements.facility f
     where f.name = moved.name and f.id = s.facility_id returning s.id`,
  )
  const of = async (actor: Actor) => {
    const { data } = await ask(actor, 'placements { edges { node { id competence { side } custody } } }')
    return (
      data as { child: { placements: { edges: { node: { id: string; custody: string } }[] } } }
    ).child.placements.edges.slice(-3)
  }

  expect(moved).toHaveLength(3)
  expect((await of(CNDH)).map(({ node }) => node.custody)).toEqual(
    (await of(SECRETARY)).map(({ node }) => node.custody),
  )
  expect((await of(CNDH)).map(({ node }) => node.id)).toEqual((await of(SECRETARY)).map(({ node }) => node.id))
})

test('no place tells when a child entered to who may not know that it is there', async () => {
  const set =
    '{ state(code: "07") { facilities(first: 50, filter: { isOccupied: true }) { edges { node { name occupancy { childrenNow since } } } } } }'
  type Told = { state: { facilities: { edges: { node: { name: string; occupancy: { since: string | null } } }[] } } }
  const sinceOf = async (actor: Actor) => {
    const { data } = await world.graph.ask(actor, set)
    return (data as Told).state.facilities.edges.map(({ node }) => [node.name, node.occupancy.since !== null])
  }

  expect(await sinceOf(SECRETARY)).toEqual([['Casa Estatal', true]])
  expect(await sinceOf(CEDH)).toEqual([['Casa Estatal', true]])
  expect(await sinceOf(CNDH)).toEqual([['Casa Estatal', false]])
  expect(await sinceOf(anActor('federal-secretary'))).toEqual([['Casa Estatal', false]])
})

test('nor does a state, of the places of one type', async () => {
  await world.database.query(
    "update placements.stay set left_at = entered_at + interval '1 minute' where left_at is null",
  )
  const [held] = await world.database.query<{ type: string }>(
    `insert into placements.stay select (jsonb_populate_record(s, jsonb_build_object('id', gen_random_uuid(),
       'entered_at', now() - interval '40 seconds', 'left_at', null))).*
     from placements.stay s join placements.facility f on f.id = s.facility_id where f.name = 'Centro Federal' limit 1
     returning (select type from placements.facility where name = 'Centro Federal') as type`,
  )
  await settle(world.graph.services.values(), world.database)
  const clock = '{ heldNow longestHours heldSince }'
  type Told = Record<'all' | 'some', { heldNow: number; longestHours: number | null; heldSince: string | null }>
  const toldTo = async (actor: Actor) => {
    const { data } = await world.graph.ask(
      actor,
      `{ state(code: "07") { all: detention ${clock} some: detention(facilityType: [${held?.type}]) ${clock} } }`,
    )
    const { all, some } = (data as { state: Told }).state
    const isTold = ({ heldNow, longestHours, heldSince }: typeof all) => [
      heldNow,
      longestHours !== null,
      heldSince !== null,
    ]
    return [all, some].map(isTold)
  }

  const whole = await toldTo(SECRETARY)
  expect(whole[1]).toEqual(whole[0])
  expect(whole[0]).toEqual([1, true, true])
  expect(await toldTo(CNDH)).toEqual(whole)
  for (const actor of [CEDH, anActor('federal-secretary')])
    expect(await toldTo(actor)).toEqual([whole[0], [1, false, false]])
})

describe('numbers of the child', () => {
  const OF_THE_PERSON = ['CPIMS', 'CURP', 'PASSPORT', 'PROGRES']
  const set = 'identifiers(first: 50) { totalCount edges { node { type validFrom validTo } } }'
  type Told = { type: string; validFrom: string | null; validTo: string | null }
  const toldTo = async (actor: Actor) => {
    const { data, errors = [] } = await ask(actor, set)
    const { totalCount, edges } = (data as { child: { identifiers: { totalCount: number; edges: { node: Told }[] } } })
      .child.identifiers
    expect(edges).toHaveLength(totalCount)
    const refused = errors.map(({ path, extensions }) => [path?.at(-1), extensions?.['code']])
    return {
      types: edges.map(({ node }) => node.type).sort(),
      of: new Map(edges.map(({ node }) => [node.type, node])),
      refused,
    }
  }

  test.each([
    ['federal', CNDH, ['ACTA', 'COMAR_FILE', 'NUE', ...OF_THE_PERSON]],
    ['state', CEDH, ['ACTA', 'DIF_FILE', 'PPNNA_FOLIO', ...OF_THE_PERSON]],
  ] as const)('of acts of others none is told to the %s ombudsperson', async (_side, actor, types) => {
    expect((await toldTo(actor)).types).toEqual([...types].sort())
  })

  test('until when a temporary CURP counts is told to who oversees INM, and FORBIDDEN to the commission of a state', async () => {
    const [federal, state] = [await toldTo(CNDH), await toldTo(CEDH)]

    expect(federal.of.get('CURP')?.validTo).toEqual(expect.any(String))
    expect(federal.refused).toEqual([])
    expect(state.of.get('CURP')).toMatchObject({ validFrom: null, validTo: null })
    expect(state.refused).toEqual([
      ['validFrom', 'FORBIDDEN'],
      ['validTo', 'FORBIDDEN'],
    ])
  })
})
