/** Alerts about acts of others: told to whoever oversees, as its own work, without the place in which the child was. */
import type { Actor } from '@vigia/kit/actor'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type BothSides, openBothSides } from '../support/acts-of-both-sides.ts'
import { anActor } from '../support/asking.ts'

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

describe('an alert about the child', () => {
  const told = 'kind severity citation state { code } since facility { name } competence { side state }'
  type Told = {
    kind: string
    facility: { name: string } | null
    competence: { side: string; state: string | null } | null
  }
  const alertsOf = async (actor: Actor, filter = '') => {
    const { data, errors } = await world.graph.ask(
      actor,
      `{ alerts(first: 100${filter}) { edges { node { child { id } ${told} } } } }`,
    )
    const list = (data as { alerts: { edges: { node: Told & { child: object | null } }[] } | null }).alerts
    return {
      errors: errors ?? [],
      alerts: (list?.edges ?? []).map(({ node }) => node).filter(({ child }) => child !== null),
    }
  }

  test.each(OVERSEERS)(
    'is told to the %s ombudsperson whosever place it is, without the place of others',
    async (_side, actor) => {
      const [seen, all] = [await alertsOf(actor), await alertsOf(SECRETARY)]
      const others = seen.alerts.filter(({ competence }) => competence !== null)

      expect(seen.alerts.map(({ kind }) => kind)).toEqual(all.alerts.map(({ kind }) => kind))
      expect(others.length).toBeGreaterThan(0)
      expect(others.length).toBeLessThan(all.alerts.filter(({ facility }) => facility !== null).length)
      expect(others.every(({ facility }) => facility === null)).toBe(true)
      expect(seen.errors.map(({ path, extensions }) => [path?.at(-1), extensions?.['code']])).toEqual(
        others.map(() => ['facility', 'FORBIDDEN']),
      )
      expect(all.alerts.filter(({ competence }) => competence !== null)).toEqual([])
    },
  )

  test('stands in no notice with the place of others, nor is found by it', async () => {
    const places = await world.database.query<{ id: string; name: string }>('select id, name from placements.facility')
    const idOf = (name: string) => places.find((place) => place.name === name)?.id ?? ''
    const groups = await world.graph.ask(
      CNDH,
      '{ alertGroups(first: 100) { edges { node { kind facility { name } competence { side state } } } } }',
    )
    const edges = (groups.data as { alertGroups: { edges: { node: Told }[] } }).alertGroups.edges
    const others = edges.filter(({ node }) => node.competence !== null)
    expect(others.length).toBeGreaterThan(0)
    expect(others.every(({ node }) => node.facility === null)).toBe(true)

    const by = async (actor: Actor, name: string) =>
      (await alertsOf(actor, `, filter: { facility: "${idOf(name)}" }`)).errors[0]?.extensions?.['code']
    expect([await by(CNDH, 'Casa Estatal'), await by(CEDH, 'Casa Estatal')]).toEqual(['FORBIDDEN', undefined])
    expect([await by(CNDH, 'Centro Federal'), await by(CEDH, 'Centro Federal')]).toEqual([undefined, 'FORBIDDEN'])
    expect([await by(CNDH, 'Casa Ajena'), await by(CEDH, 'Casa Ajena')]).toEqual(['FORBIDDEN', 'FORBIDDEN'])
  })
})
