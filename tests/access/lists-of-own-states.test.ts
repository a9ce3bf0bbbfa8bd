/**
 * A list whose rows are of the asker's own states alone, narrowed to another: a program, also one by a person's token, would count none and
 * take that for quiet, and is refused as for a stream and an endpoint; the page of a person finds none.
 */
import type { Actor } from '@vigia/kit/actor'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { anActor, type Graph, openGraph } from '../support/asking.ts'
import { type ScratchDatabase, scratchDatabase } from '../support/scratch-database.ts'

let database: ScratchDatabase
let graph: Graph
beforeAll(async () => {
  database = await scratchDatabase()
  graph = await openGraph(database)
})
afterAll(async () => {
  await graph.stop()
  await database.drop()
})

const PROGRAM = { kind: 'machine' } as const
const PARTNER = anActor('partner')
const COMMISSION = anActor('ombudsperson-state', PROGRAM)
const SECRETARY = anActor('state-secretary', PROGRAM)
const DIF = anActor('dif-officer', PROGRAM)
const ALL_STATES = anActor('ombudsperson-federal', PROGRAM)

const KIND = 'HELD_WITHOUT_LEGAL_BASIS'
const agreedOnOne: Actor = {
  ...PARTNER,
  ...(PARTNER.agreement && { agreement: { ...PARTNER.agreement, kinds: [KIND] } }),
}

const LISTS = [
  ['alerts', PARTNER, 'alerts(filter: FILTER) { totalCount }'],
  ['overstays', PARTNER, 'overstays(filter: FILTER) { totalCount }'],
  ['alerts', COMMISSION, 'alerts(filter: FILTER) { totalCount }'],
  ['alertGroups', COMMISSION, 'alertGroups(filter: FILTER) { pageInfo { hasNextPage } }'],
  ['alertsAsOf', COMMISSION, 'alertsAsOf(at: "2026-01-01T00:00:00Z", filter: FILTER) { totalCount }'],
  ['facilities', COMMISSION, 'facilities(filter: FILTER) { totalCount }'],
  ['dutyAlerts', DIF, 'dutyAlerts(filter: FILTER) { totalCount }'],
  ['batches', SECRETARY, 'childrenIntake { batches(filter: FILTER) { edges { node { id } } } }'],
  ['unmatched', SECRETARY, 'childrenIntake { unmatched(filter: FILTER) { edges { node { id } } } }'],
  ['unmatchedCount', SECRETARY, 'childrenIntake { unmatchedCount(filter: FILTER) }'],
] as const

const asked = (actor: Actor, question: string, filter: string) =>
  graph.ask(actor, `{ ${question.replace('FILTER', `{ ${filter} }`)} }`)

test.each(LISTS)(
  'a program that counts %s of a state that it does not oversee is refused (%o)',
  async (_list, actor, question) => {
    const refusals = await Promise.all(['30', 'MX-VER'].map((state) => asked(actor, question, `state: "${state}"`)))

    for (const { errors } of refusals)
      expect(errors).toMatchObject([
        { message: expect.stringContaining('your own states alone'), extensions: { code: 'FORBIDDEN' } },
      ])
  },
)

test.each(LISTS.filter(([, { role }]) => role !== 'partner'))(
  'a program of his own by which a person counts %s of another state is refused as any other, and told of his own',
  async (_list, actor, question) => {
    const byToken: Actor = { ...actor, kind: 'person', byToken: true }
    const [own, beyond] = await Promise.all(['07', '30'].map((state) => asked(byToken, question, `state: "${state}"`)))

    expect(own?.errors).toBeUndefined()
    expect(beyond?.errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }])
  },
)

test.each(LISTS)(
  '%s of its own state, and of all, are the program’s to count, and of another a person’s page finds none',
  async (_list, actor, question) => {
    for (const state of ['07', 'MX-CHP', '00'])
      expect((await asked(actor, question, `state: "${state}"`)).errors).toBeUndefined()
    expect((await asked({ ...actor, kind: 'person' }, question, 'state: "30"')).errors).toBeUndefined()
  },
)

const NUMBERED = [
  ['alerts', 'ombudsperson-state', 'alerts(filter: FILTER) { n: totalCount }'],
  ['alertsAsOf', 'ombudsperson-state', 'alertsAsOf(at: "2100-01-01T00:00:00Z", filter: FILTER) { n: totalCount }'],
  ['facilities', 'ombudsperson-state', 'facilities(filter: FILTER) { n: totalCount }'],
  ['dutyAlerts', 'dif-officer', 'dutyAlerts(filter: FILTER) { n: totalCount }'],
  ['unmatchedCount', 'state-secretary', 'childrenIntake { n: unmatchedCount(filter: FILTER) }'],
] as const

test.each(NUMBERED)(
  'to a person how many %s a state has that he does not oversee is unknown and not 0 (%s)',
  async (_list, role, question) => {
    const [own, beyond] = await Promise.all(
      ['07', '30'].map((state) => asked(anActor(role), question, `state: "${state}"`)),
    )

    expect(beyond?.errors).toBeUndefined()
    expect(Object.values(beyond?.data ?? {})).toEqual([{ n: null }])
    // Of alerts nobody can tell a past that the registry did not see.
    if (_list !== 'alertsAsOf') expect(Object.values(own?.data ?? {})).toEqual([{ n: 0 }])
  },
)

test('who oversees all states is refused none, by a program either', async () => {
  expect((await asked(ALL_STATES, 'alerts(filter: FILTER) { totalCount }', 'state: "30"')).errors).toBeUndefined()
  expect((await asked(ALL_STATES, 'alerts(filter: FILTER) { totalCount }', 'isOfNation: true')).errors).toBeUndefined()
})

test('alerts of the nation itself are no state’s, and its program is told so', async () => {
  const { errors } = await asked(COMMISSION, 'alerts(filter: FILTER) { totalCount }', 'isOfNation: true')

  expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }])
})

test('given a kind that its agreement lacks, by its code or number, a partner is told so and not that there is no such alert', async () => {
  for (const filter of [`kind: [${KIND}, NO_INTERPRETER]`, 'number: ["A14"]']) {
    const { errors } = await asked(agreedOnOne, 'alerts(filter: FILTER) { totalCount }', filter)
    expect(errors).toMatchObject([
      { message: expect.stringContaining('kinds of your agreement'), extensions: { code: 'FORBIDDEN' } },
    ])
  }
  const { errors } = await asked(agreedOnOne, 'alerts(filter: FILTER) { totalCount }', `kind: [${KIND}]`)
  expect(errors).toBeUndefined()
})
