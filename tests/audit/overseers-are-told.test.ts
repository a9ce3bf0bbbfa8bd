/**
 * Who oversees is told who read: the accesses to a child stand on its record, reading in bulk and opening a record that stands for
 * nobody raise an alarm, and INM, which may ask what it likes, learns nothing and leaves its trace (security.md 4, T9).
 */
import type { Actor } from '@vigia/kit/actor'
import { log } from '@vigia/kit/log'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { anActor, type Graph, openGraph } from '../support/asking.ts'
import { aDetection } from '../support/builders/inm.ts'
import { eventually } from '../support/eventually.ts'
import { type Feeds, feedsOf } from '../support/feeds.ts'
import { type ScratchDatabase, scratchDatabase } from '../support/scratch-database.ts'
import { settle } from '../support/settled.ts'
import { entriesOf, fillWithOneChild } from './reading-the-audit.ts'

const MANY = 300
const FEDERAL = anActor('ombudsperson-federal')
const SECRETARY = anActor('state-secretary')

let database: ScratchDatabase
let graph: Graph
let feeds: Feeds
let child: string
let stranger: string
const settled = () => settle(graph.services.values(), database)
beforeAll(async () => {
  database = await scratchDatabase()
  graph = await openGraph(database)
  feeds = feedsOf(database.url)
  child = await fillWithOneChild({ ...feeds, database, settle: settled })
  await feeds.takeIn('children/detections', [aDetection({ ENTIDAD: 'Veracruz' })])
  await settled()
  const [row] = await database.query<{ id: string }>("select id from children.child where state = '30'")
  stranger = row?.id ?? ''
})
afterAll(async () => {
  await feeds.stop()
  await graph.stop()
  await database.drop()
})

const ACCESSES = `{ child(id: "CHILD") { accesses { edges { node {
  subject role office isGiven asked groups reason service number hash } } } } }`
async function accessesTo(id: string, actor: Actor): Promise<Record<string, unknown>[] | null> {
  const { data, errors } = await graph.ask(actor, ACCESSES.replace('CHILD', id))
  expect(errors).toBeUndefined()
  const found = data as { child: { accesses: { edges: { node: Record<string, unknown> }[] } } | null }
  return found.child?.accesses.edges.map(({ node }) => node) ?? null
}

test('given a secretary has read a child, the ombudsperson is shown who, what and when, with the place in the chain', async () => {
  await graph.ask(SECRETARY, `{ child(id: "${child}") { folio placements { edges { node { facility { name } } } } } }`)
  await settled()

  const accesses = await accessesTo(child, FEDERAL)

  const his = accesses?.filter(({ subject }) => subject === SECRETARY.sub)
  expect(his?.map(({ service }) => service).sort()).toEqual(['children', 'placements'])
  expect(his?.find(({ service }) => service === 'placements')).toMatchObject({
    role: 'state-secretary',
    isGiven: true,
    groups: ['base', 'location'],
    reason: null,
    number: expect.any(Number),
    hash: expect.stringMatching(/^[0-9a-f]{64}$/),
  })
})

test('looking at the audit of a child is an access too', async () => {
  await accessesTo(child, FEDERAL)
  await settled()

  expect(await accessesTo(child, FEDERAL)).toContainEqual(
    expect.objectContaining({ subject: FEDERAL.sub, groups: ['audit', 'base'] }),
  )
})

test('given a secretary of another state asked for the child by its id, he was given nothing, and the overseer sees that he asked', async () => {
  const { data, errors } = await graph.ask(SECRETARY, `{ child(id: "${stranger}") { folio } }`)
  await settled()

  expect([data, errors]).toEqual([{ child: null }, undefined])
  expect(await accessesTo(stranger, FEDERAL)).toContainEqual(
    expect.objectContaining({ subject: SECRETARY.sub, isGiven: false, groups: [], asked: ['child'] }),
  )
})

test('an ombudsperson of a state is shown the accesses to the children of that state, and of no other', async () => {
  const state = anActor('ombudsperson-state')

  expect(await accessesTo(child, state)).toContainEqual(expect.objectContaining({ subject: SECRETARY.sub }))
  expect(await accessesTo(stranger, state)).toBeNull()
})

const OBSERVED = [
  'state-secretary',
  'ppnna-officer',
  'dif-officer',
  'inm-officer',
  'independent-counsel',
  'partner',
  'public',
] as const
describe.each(OBSERVED)('%s', (role) => {
  test.each([
    ACCESSES,
    '{ accessAlarms { edges { node { subject } } } }',
    '{ auditHeads { edges { node { hash } } } }',
  ])('is refused the audit before any service is asked: %s', async (question) => {
    const before = graph.asked()
    const { status, data } = await graph.ask(anActor(role), question.replace('CHILD', child))

    expect([status, data]).toEqual([403, undefined])
    expect(graph.asked()).toBe(before)
  })

  test('is refused it by the services themselves', async () => {
    const direct = await graph.askService('children', anActor(role), ACCESSES.replace('CHILD', child))

    expect(JSON.stringify(direct)).toMatch(/FORBIDDEN|"child":null/)
    expect(JSON.stringify(direct)).not.toMatch(/ombudsperson|hash":/)
  })
})

test('given INM asks a service itself for a child, it is told nothing, and it is written down that it asked', async () => {
  const inm = anActor('inm-officer', { org: 'INM Chiapas' })
  const answer = await graph.askService(
    'returns',
    inm,
    'query ($keys: [_Any!]!) { _entities(representations: $keys) { ... on Child { returns { departedAt } } } }',
    { keys: [{ __typename: 'Child', id: child }] },
  )
  const entry = (await entriesOf(database)).at(-1)

  expect(JSON.stringify(answer.data)).not.toMatch(/\d{4}-/)
  expect(entry).toMatchObject({
    subject: inm.sub,
    role: 'inm-officer',
    office: 'INM Chiapas',
    scopes: [],
    children: [],
    missed: [child],
  })
})

test('what INM reads back of its own is written down with the child of whom it is', async () => {
  await graph.ask(anActor('inm-officer'), '{ returnReceipts { edges { node { number } } } }')

  expect((await entriesOf(database)).at(-1)).toMatchObject({
    scopes: ['receipt:read'],
    types: ['ReturnReceipt'],
    children: [child],
  })
})

describe('alarms', () => {
  const alarms = async (actor: Actor) => {
    const { data, errors } = await graph.ask(
      actor,
      '{ accessAlarms { edges { node { kind subject role states records } } } }',
    )
    expect(errors).toBeUndefined()
    return (data as { accessAlarms: { edges: { node: unknown }[] } }).accessAlarms.edges.map(({ node }) => node)
  }

  test('given a record that stands for nobody, whoever asks for it is in the log within five seconds', async () => {
    await settled()
    await database.query('insert into audit.honey (child_id) values ($1)', [stranger])
    const said = vi.spyOn(log, 'error')
    const [children] = graph.services.values()
    const stop = await children?.start()
    const since = Date.now()
    await graph.ask(
      anActor('ppnna-officer', { sub: 'curious', states: ['30'] }),
      `{ child(id: "${stranger}") { folio } }`,
    )
    const alarm = await eventually(
      async () =>
        said.mock.calls.map(([about]): unknown => about).find((about) => JSON.stringify(about).includes('HONEY')),
      (found) => found !== undefined,
      5_000,
    )
    await stop?.()
    said.mockRestore()

    expect(Date.now() - since).toBeLessThan(5_000)
    expect(alarm).toMatchObject({ subject: 'curious', role: 'ppnna-officer', child: stranger, service: 'children' })
    expect(await alarms(FEDERAL)).toContainEqual({
      kind: 'HONEY',
      subject: 'curious',
      role: 'ppnna-officer',
      states: ['30'],
      records: 1,
    })
  })

  test(`given one subject opens more than ${MANY} records within an hour, page by page, one alarm is raised, and not two`, async () => {
    const rows = Array.from({ length: MANY + 60 }, () => aDetection({ ENTIDAD: 'Oaxaca' }))
    await feeds.takeIn('children/detections', rows)
    await settled()
    const reader = anActor('state-secretary', { sub: 'in a hurry', states: ['20'] })
    const readPages = async (pages: number) => {
      let after = ''
      for (let i = 0; i < pages; i += 1) {
        const { data } = await graph.ask(
          reader,
          `{ children(first: 100${after}) { edges { node { folio } } pageInfo { endCursor } } }`,
        )
        after = `, after: "${(data as { children: { pageInfo: { endCursor: string } } }).children.pageInfo.endCursor}"`
      }
      await settled()
    }
    const hers = async () =>
      (await alarms(FEDERAL)).filter((alarm) => (alarm as { subject: string }).subject === reader.sub)

    await readPages(3)
    expect(await hers()).toEqual([])
    await readPages(4)
    await readPages(4)

    expect(await hers()).toEqual([
      { kind: 'MASS', subject: 'in a hurry', role: 'state-secretary', states: ['20'], records: MANY + 60 },
    ])
  })

  test('an ombudsperson of a state is told of the readers of that state alone', async () => {
    expect(await alarms(anActor('ombudsperson-state', { states: ['20'] }))).toEqual([
      expect.objectContaining({ subject: 'in a hurry' }),
    ])
    expect(await alarms(anActor('ombudsperson-state', { states: ['07'] }))).toEqual([])
  })
})
