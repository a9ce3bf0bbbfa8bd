/** Alerts that are asked for by several conditions at once: what is listed passes all of them, and what is left blank is no condition that all pass. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type AlertWorld, faultIn, worldOfAlerts } from '../support/alerts.ts'
import { anActor } from '../support/asking.ts'
import { settle } from '../support/settled.ts'

let world: AlertWorld
beforeAll(async () => {
  world = await worldOfAlerts()
  const told = await world.graph.ask(
    ombuds,
    'mutation { recordSecretariat(input: { state: "00", condition: VACANT, since: "2026-01-01", reason: "Oficio de la Secretaría de Gobernación" }) { secretariat { condition } } }',
  )
  expect(told.errors).toBeUndefined()
  await settle(world.graph.services.values(), world.database)
})
afterAll(() => world.stop())

const ombuds = anActor('ombudsperson-federal')
const LISTS = ['alerts', 'alertGroups'] as const

const asking = (list: (typeof LISTS)[number], filter: string) =>
  world.graph.ask(ombuds, `{ ${list}(first: 100, filter: ${filter}) { edges { node { kind state { code } } } } }`)

async function listed(list: (typeof LISTS)[number], filter: string) {
  const { data, errors } = await asking(list, filter)
  expect(errors).toBeUndefined()
  const page = (data as Record<string, { edges: { node: { kind: string; state: { code: string } } }[] }>)[list]
  return page?.edges.map(({ node }) => node) ?? []
}

test.each(LISTS)('of %s, the account that a program has left blank gives none, and not those of all', async (list) => {
  expect(await listed(list, '{ isOpen: true }')).not.toEqual([])
  expect(await listed(list, '{ assignedTo: { account: "" } }')).toEqual([])
})

test.each(LISTS)(
  'of %s, whoever names neither office nor account of whom they are given to is given all',
  async (list) => {
    expect(await listed(list, '{ assignedTo: {} }')).toEqual(await listed(list, '{}'))
  },
)

test.each(LISTS)('of %s, an id that is left blank where one is looked up is refused in plain words', async (list) => {
  for (const blank of ['{ facility: "" }', '{ togetherWith: "" }', '{ child: "" }'])
    expect(faultIn(await asking(list, blank))?.['code']).toBe('BAD_USER_INPUT')
})

test.each(LISTS)('of %s, a child is named by its folio as by its id, and no other is told of', async (list) => {
  const rows = await world.database.query<{ id: string; folio: string }>(
    'select child_id as id, folio from oversight.child_ref where child_id::text in (select owner from oversight.alert)',
  )
  expect(rows.length).toBeGreaterThan(1)
  for (const { id, folio } of rows) {
    const byId = await asking(list, `{ child: "${id}" }`)
    expect(await asking(list, `{ child: "${folio.toLowerCase()}" }`)).toEqual(byId)
  }
  expect(await listed(list, '{ child: "NNA-0000-000000000000" }')).toEqual([])
})

test.each(LISTS)(
  'of %s, a folio that is mistyped is refused: it is not said that there are none of it',
  async (list) => {
    const { errors } = await asking(list, '{ child: "NNA-4E7B-1EF4D9AD0C5" }')

    expect(errors).toMatchObject([
      { message: expect.stringContaining('folio'), extensions: { code: 'BAD_USER_INPUT' } },
    ])
  },
)

test.each(LISTS)('of %s, those of the nation itself are one part, those of states the other', async (list) => {
  const all = await listed(list, '{ isOpen: true }')
  const ofNation = await listed(list, '{ isOpen: true, isOfNation: true }')
  const ofStates = await listed(list, '{ isOpen: true, isOfNation: false }')

  expect(ofNation.map(({ kind, state }) => [kind, state.code])).toEqual([['SECRETARIAT_VACANT', '00']])
  expect(ofStates.map(({ state }) => state.code)).not.toContain('00')
  expect(ofStates).toHaveLength(all.length - 1)
  expect(faultIn(await asking(list, '{ isOfNation: true, state: "07" }'))?.['code']).toBe('BAD_USER_INPUT')
})

test.each(LISTS)(
  'of %s, by who owes the duty: a post of the nation is of its secretariat, a child held of INM',
  async (list) => {
    const kindsOf = async (office: string) => [
      ...new Set((await listed(list, `{ isOpen: true, dutyHolder: ${office} }`)).map(({ kind }) => kind)),
    ]

    expect(await kindsOf('SIPINNA')).toEqual(['SECRETARIAT_VACANT'])
    expect(await kindsOf('SIPINNA_STATE')).toEqual([])
    expect(await kindsOf('INM')).toContain('HELD_WITHOUT_LEGAL_BASIS')
    expect(await kindsOf('PPNNA')).not.toContain('HELD_WITHOUT_LEGAL_BASIS')
  },
)

test('given an alert of a notice, those under it that are of another state or kind are not asked for', async () => {
  const { data } = await world.graph.ask(
    ombuds,
    '{ alerts(first: 1, filter: { kind: [HELD_WITHOUT_LEGAL_BASIS], isOpen: true }) { edges { node { id } } } }',
  )
  const { id } = (data as { alerts: { edges: { node: { id: string } }[] } }).alerts.edges[0]?.node ?? { id: '' }
  const under = await listed('alerts', `{ togetherWith: "${id}" }`)

  expect(under).not.toEqual([])
  expect(await listed('alerts', `{ togetherWith: "${id}", state: "07", kind: [HELD_WITHOUT_LEGAL_BASIS] }`)).toEqual(
    under,
  )
  for (const other of ['state: "27"', 'kind: [LONG_STAY]', 'number: ["A25"]', 'isOfNation: true'])
    expect(faultIn(await asking('alerts', `{ togetherWith: "${id}", ${other} }`))?.['code']).toBe('BAD_USER_INPUT')
})
