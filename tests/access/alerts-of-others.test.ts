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
  world = await openBothSides({ isReturned: false })
})
afterAll(() => world.stop())

const idOf = async (name: string) => {
  const [place] = await world.database.query<{ id: string }>('select id from placements.facility where name = $1', [
    name,
  ])
  return place?.id ?? ''
}

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
    const groups = await world.graph.ask(
      CNDH,
      '{ alertGroups(first: 100) { edges { node { kind facility { name } competence { side state } } } } }',
    )
    const edges = (groups.data as { alertGroups: { edges: { node: Told }[] } }).alertGroups.edges
    const others = edges.filter(({ node }) => node.competence !== null)
    expect(others.length).toBeGreaterThan(0)
    expect(others.every(({ node }) => node.facility === null)).toBe(true)

    const by = async (actor: Actor, name: string) =>
      (await alertsOf(actor, `, filter: { facility: "${await idOf(name)}" }`)).errors[0]?.extensions?.['code']
    expect([await by(CNDH, 'Casa Estatal'), await by(CEDH, 'Casa Estatal')]).toEqual(['FORBIDDEN', undefined])
    expect([await by(CNDH, 'Centro Federal'), await by(CEDH, 'Centro Federal')]).toEqual([undefined, 'FORBIDDEN'])
    expect([await by(CNDH, 'Casa Ajena'), await by(CEDH, 'Casa Ajena')]).toEqual(['FORBIDDEN', 'FORBIDDEN'])
  })
})

describe('a silence of one place', () => {
  const silencing = (name: string, kind: string) =>
    `mutation { silenceAlerts(input: { kind: [${kind}], state: "07", facility: "${name}", reason: "Obra en el lugar hasta el viernes", until: "${new Date(Date.now() + 3_600_000).toISOString()}" }) { silence { id } } }`
  const code = async (actor: Actor, place: string, kind: string) =>
    (await world.graph.ask(actor, silencing(await idOf(place), kind))).errors?.[0]?.extensions?.['code']

  test('is set by who oversees who keeps the place, and by no other ombudsperson', async () => {
    const kinds = ['HELD_WITHOUT_LEGAL_BASIS', 'UNREGISTERED_CENTRE'] as const
    const [ofInm, ofDif] = kinds
    const asked = [
      await code(CNDH, 'Centro Federal', ofInm),
      await code(CNDH, 'Casa Estatal', ofInm),
      await code(CNDH, 'Casa Ajena', ofInm),
      await code(CEDH, 'Casa Estatal', ofDif),
      await code(CEDH, 'Centro Federal', ofDif),
      await code(CEDH, 'Casa Ajena', ofDif),
    ]
    expect(asked).toEqual([undefined, 'FORBIDDEN', 'FORBIDDEN', undefined, 'FORBIDDEN', 'FORBIDDEN'])
  })

  test.each(OVERSEERS)(
    'does not tell the %s ombudsperson that the child is there, by whomever it was set',
    async (_side, actor) => {
      const open = await world.database.query<{ kind: string; state: string; facility_id: string }>(
        `select distinct kind, state, facility_id from oversight.alert
       where child_id is not null and facility_id is not null and resolved_at is null and severity <> 'CRITICAL'`,
      )
      await world.database.query('delete from oversight.alert_silence')
      for (const { kind, state, facility_id } of open)
        await world.database.query(
          `insert into oversight.alert_silence (id, kinds, state, facility_id, reason, author, author_role, author_office, at, until)
         values (gen_random_uuid(), $1, $2, $3, 'Obra en el lugar hasta el viernes', 'a colleague', $4, null, now(), now() + interval '1 hour')`,
          [[kind], state, facility_id, actor.role],
        )
      const { data } = await world.graph.ask(
        actor,
        '{ alerts(first: 100, filter: { isOpen: true, severity: [AMBER, RED] }) { edges { node { silencedUntil child { id } facility { id } competence { side } } } } }',
      )
      type Node = {
        silencedUntil: string | null
        child: object | null
        facility: object | null
        competence: object | null
      }
      const nodes = (data as { alerts: { edges: { node: Node }[] } }).alerts.edges.map(({ node }) => node)
      const ofChild = nodes.filter(({ child }) => child !== null)
      const [own, others] = [ofChild.filter(({ facility }) => facility), ofChild.filter(({ competence }) => competence)]

      expect(own.length).toBeGreaterThan(0)
      expect(others.length).toBeGreaterThan(0)
      expect(own.filter(({ silencedUntil }) => silencedUntil === null)).toEqual([])
      expect(others.filter(({ silencedUntil }) => silencedUntil !== null)).toEqual([])
    },
  )
})
