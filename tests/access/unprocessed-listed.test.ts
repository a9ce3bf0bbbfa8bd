/** The list of children whose case nobody opened, as each role reads it: those of whom it may know, the same with the policies of the database and without. */
import { ROLES, scopesOf } from '@vigia/law/access-matrix'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { entriesOf } from '../audit/reading-the-audit.ts'
import { anActor } from '../support/asking.ts'
import {
  actorOf,
  type ChildrenOfEachKind,
  inOrder,
  type Name,
  openChildrenOfEachKind,
  SEEN,
} from '../support/children-of-each-kind.ts'
import { POLICED, police } from '../support/policies.ts'

const READING = ROLES.filter((role) => scopesOf(role).includes('oversight:read')) as (keyof typeof SEEN)[]
const OTHERS = ROLES.filter((role) => !scopesOf(role).includes('oversight:read'))
/** Of whom a Procuraduría was told, and who have no file. */
const WAITING: readonly Name[] = ['notified', 'of Veracruz']
const OF_ONE_SIDE: readonly string[] = ['ombudsperson-federal', 'ombudsperson-state']

let world: ChildrenOfEachKind
beforeAll(async () => {
  world = await openChildrenOfEachKind()
})
afterAll(() => world.stop())

interface Waiting {
  notifiedAt: string
  child: { id: string }
}

async function listed(role: string, filter = '{}'): Promise<Waiting[]> {
  const query = `{ unprocessed(first: 100, filter: ${filter}) { edges { node { notifiedAt child { id } } } } }`
  const { data, errors } = await world.graph.ask(actorOf(role), query)
  expect(errors).toBeUndefined()
  return (data as { unprocessed: { edges: { node: Waiting }[] } }).unprocessed.edges.map(({ node }) => node)
}
const namesIn = (waiting: readonly Waiting[]) => inOrder(waiting.map(({ child }) => world.ids.get(child.id)))

describe.each(POLICED)('%s', (policed) => {
  beforeAll(() => police(world.database, policed))
  afterAll(() => police(world.database, 'with the policies of the database'))

  test.each(READING)('%s is listed those of whom it may know', async (role) => {
    const waiting = await listed(role)

    expect(namesIn(waiting)).toEqual(WAITING.filter((name) => SEEN[role].includes(name)))
    expect(waiting.map(({ notifiedAt }) => notifiedAt)).toEqual(waiting.map(({ notifiedAt }) => notifiedAt).toSorted())
    // Notices are acts of one side: of them whoever oversees one is told the day.
    for (const { notifiedAt } of waiting) expect(notifiedAt.endsWith('T06:00:00.000Z')).toBe(OF_ONE_SIDE.includes(role))
  })
})

test.each(OTHERS)('%s is refused the list, and asked directly too', async (role) => {
  const query = '{ unprocessed(first: 5) { edges { node { notifiedAt } } } }'
  const [asked, direct] = [
    await world.graph.ask(anActor(role), query),
    await world.graph.askService('representation', anActor(role), query),
  ]
  expect(asked.status).toBe(403)
  expect(direct.errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN')
})

test('who waits is who is counted, in each state; whose case is opened waits no longer', async () => {
  const counted = async () => {
    const { data } = await world.graph.ask(
      actorOf('federal-secretary'),
      '{ nation { casework { unprocessed } } states { code casework { unprocessed } } }',
    )
    const { nation, states } = data as {
      nation: { casework: { unprocessed: number } }
      states: { code: string; casework: { unprocessed: number } | null }[]
    }
    return [
      ['00', nation.casework.unprocessed],
      ...states.map(({ code, casework }) => [code, casework?.unprocessed ?? 0]),
    ]
  }
  for (const [code, n] of await counted())
    expect([code, (await listed('federal-secretary', `{ state: "${code}" }`)).length]).toEqual([code, n])

  expect(namesIn(await listed('federal-secretary', '{ state: "30" }'))).toEqual(['of Veracruz'])
})

test('who is listed stands in the audit', async () => {
  await listed('ppnna-officer')

  expect((await entriesOf(world.database)).findLast(({ service }) => service === 'representation')).toMatchObject({
    ...{ asked: ['unprocessed'], records: 1, types: ['UnprocessedChild'] },
  })
})
