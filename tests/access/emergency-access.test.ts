/**
 * Emergencies, as they are used, seen, signed and refused: who may know of it is told at once, a second person signs, and whoever
 * nobody signed for opens nothing more (security.md 3.7).
 */
import { urlOfRole } from '@vigia/db/roles'
import type { Actor } from '@vigia/kit/actor'
import { log } from '@vigia/kit/log'
import type { ServiceName } from '@vigia/kit/service'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { entriesOf } from '../audit/reading-the-audit.ts'
import { anActor } from '../support/asking.ts'
import {
  codeOf,
  EMERGENCY,
  emergency,
  LIST,
  NOBODY,
  type OpeningWorld,
  opening,
  REASON,
  signing,
  worldOfOpenings,
} from '../support/openings.ts'

const SECRETARY = anActor('state-secretary')
const PPNNA = anActor('ppnna-officer')
const CNDH = anActor('ombudsperson-federal')

let world: OpeningWorld
let database: OpeningWorld['database']
let graph: OpeningWorld['graph']
let openings: OpeningWorld['openings']
let child: string
let stranger: string
let secondStranger: string
let settled: OpeningWorld['settled']
let ask: OpeningWorld['ask']
beforeAll(async () => {
  world = await worldOfOpenings()
  ;({ database, graph, openings, child, stranger, secondStranger, settled, ask } = world)
})
afterAll(() => world.stop())

const listedFor = async (actor: Actor) => {
  const { data, errors } = await ask(actor, LIST)
  expect(errors).toBeUndefined()
  const list = data as { emergencyAccesses: { edges: { node: Record<string, unknown> }[] } }
  return list.emergencyAccesses.edges.map(({ node }) => node)
}
async function use(actor: Actor, id: string, reason = EMERGENCY): Promise<string> {
  const answer = await ask(actor, emergency(id, reason))
  expect(answer.errors).toBeUndefined()
  return (answer.data as { emergencyAccess: { emergency: { id: string } } }).emergencyAccess.emergency.id
}

describe('an emergency', () => {
  const WHOLE = (id: string) => `{ child(id: "${id}") { folio identifiers { totalCount } asylumClaims { totalCount }
    placements { edges { node { facility { name } } } } } }`
  let id: string

  test('opens identity, place and risk of one child of another state, and of no other', async () => {
    expect((await ask(PPNNA, WHOLE(stranger))).data).toEqual({ child: null })

    id = await use(PPNNA, stranger)

    const { data, errors } = await ask(PPNNA, WHOLE(stranger))
    expect(errors).toBeUndefined()
    expect(data).toMatchObject({
      child: {
        folio: expect.stringMatching(/^NNA-/),
        placements: { edges: [{ node: { facility: { name: 'EM Acayucan' } } }] },
      },
    })
    expect((await ask(PPNNA, WHOLE(secondStranger))).data).toEqual({ child: null })
    expect((await ask({ ...PPNNA, sub: 'a colleague' }, WHOLE(stranger))).data).toEqual({ child: null })
  })

  test('shows the child in no list, and nothing of it that no emergency asks for', async () => {
    const lists = await ask(
      PPNNA,
      '{ children(first: 100) { edges { node { id } } } placements(first: 100) { edges { node { child { id } } } } }',
    )
    expect(lists.errors).toBeUndefined()
    expect(JSON.stringify(lists.data)).not.toContain(stranger)

    const actor = await openings.of(PPNNA)
    for (const [service, field] of [
      ['children', 'detections { totalCount }'],
      ['children', 'documents { totalCount }'],
      ['children', 'emergencyUsedAt'],
      ['representation', 'ppnnaCase { status }'],
      ['representation', 'representations { quality }'],
      ['representation', 'complaints { totalCount }'],
      ['returns', 'returns { standing }'],
      ['returns', 'returnPlans { edges { node { id } } }'],
      ['oversight', 'alerts { totalCount }'],
    ] as const satisfies [ServiceName, string][]) {
      expect([field, (await ask(PPNNA, `{ child(id: "${stranger}") { ${field} } }`)).status]).toEqual([field, 403])
      const direct = await graph.askService(
        service,
        actor,
        `query ($keys: [_Any!]!) { _entities(representations: $keys) { ... on Child { ${field} } } }`,
        { keys: [stranger, secondStranger].map((key) => ({ __typename: 'Child', id: key })) },
      )
      expect([field, direct.errors?.[0]?.extensions?.['code']]).toEqual([field, 'FORBIDDEN'])
      expect(JSON.stringify(direct.data)).not.toMatch(/20\d\d-|VALID|totalCount":[1-9]/)
    }
  })

  test('is told at once: in the log, among the alarms, on the list, and on the record of the child', async () => {
    const said = vi.spyOn(log, 'error')
    const another = { ...PPNNA, sub: 'at night' }
    await use(another, secondStranger)
    await settled()
    const about = said.mock.calls.map(([what]): unknown => what)
    said.mockRestore()

    expect(about).toContainEqual(
      expect.objectContaining({
        alarm: 'EMERGENCY',
        subject: 'at night',
        child: secondStranger,
        role: 'ppnna-officer',
      }),
    )
    const alarms = async (actor: Actor) =>
      JSON.stringify((await ask(actor, '{ accessAlarms { edges { node { kind subject } } } }')).data)
    const told = JSON.stringify({ kind: 'EMERGENCY', subject: 'at night' })
    const ombudsperson = (state: string) => anActor('ombudsperson-state', { states: [state] })
    for (const overseer of [CNDH, anActor('federal-secretary'), ombudsperson('07')])
      expect(await alarms(overseer)).toContain(told)
    // Of the state of the office, and of the state of the child.
    for (const overseer of [CNDH, anActor('federal-secretary'), ombudsperson('07'), ombudsperson('30')])
      expect(await listedFor(overseer)).toContainEqual(
        expect.objectContaining({
          id,
          childId: stranger,
          subject: PPNNA.sub,
          reason: EMERGENCY,
          state: 'OPEN',
          isOutside: true,
        }),
      )
    expect(await listedFor(ombudsperson('27'))).toEqual([])
    expect(await listedFor(anActor('dif-officer'))).toEqual([])
    const { data } = await ask(
      CNDH,
      `{ child(id: "${stranger}") { emergencyUsedAt } other: child(id: "${child}") { emergencyUsedAt } }`,
    )
    expect(data).toEqual({ child: { emergencyUsedAt: expect.stringMatching(/^20/) }, other: { emergencyUsedAt: null } })
  })

  test('given there is no such child, nothing is opened, and the overseers are told all the same', async () => {
    const answer = await ask({ ...PPNNA, sub: 'guessing' }, emergency(NOBODY))
    await settled()
    const alarms = await ask(CNDH, '{ accessAlarms { edges { node { kind subject } } } }')

    expect([codeOf(answer), answer.data]).toEqual(['NOT_FOUND', { emergencyAccess: null }])
    expect(answer.errors?.[0]?.message).toMatch('nothing was opened')
    expect(JSON.stringify(alarms.data)).toContain('guessing')
    expect((await entriesOf(database)).findLast(({ act }) => act === 'EMERGENCY')).toMatchObject({
      missed: [NOBODY],
      scopes: [],
    })
  })

  test('the same once more is the same use', async () => {
    expect(await use(PPNNA, stranger)).toBe(id)
  })

  test('is signed by another person of the office or the one above it, and never by who used it', async () => {
    expect(codeOf(await ask(PPNNA, signing(id)))).toBe('FORBIDDEN')
    expect(codeOf(await ask({ ...PPNNA, role: 'state-secretary', scopes: SECRETARY.scopes }, signing(id)))).toBe(
      'FORBIDDEN',
    )
    expect(codeOf(await ask(CNDH, signing(id)))).toBe('FORBIDDEN')
    for (const stranger of [
      anActor('dif-officer'),
      anActor('ppnna-officer', { sub: 'of Tabasco', states: ['27'] }),
      anActor('state-secretary', { states: ['27'] }),
    ])
      expect(codeOf(await ask(stranger, signing(id)))).toBe('NOT_FOUND')
    expect(codeOf(await ask({ ...SECRETARY, kind: 'machine' }, signing(id)))).toBe('FORBIDDEN')
    expect((await listedFor(SECRETARY)).find((one) => one['id'] === id)).toMatchObject({ maySign: true, state: 'OPEN' })

    const { data, errors } = await ask(SECRETARY, signing(id))

    expect(errors).toBeUndefined()
    expect(data).toEqual({
      signEmergencyAccess: { emergency: { state: 'SIGNED', signedBy: SECRETARY.sub, signedRole: 'state-secretary' } },
    })
    expect((await entriesOf(database)).findLast(({ act }) => act === 'SIGN')).toMatchObject({
      subject: SECRETARY.sub,
      children: [stranger],
    })
    const later = await ask({ ...PPNNA, sub: 'a colleague' }, signing(id))
    expect(JSON.stringify(later.data)).toContain(`"signedBy":"${SECRETARY.sub}"`)
  })

  test('given nobody has signed within 72 hours, the account is told of and opens nothing until somebody has', async () => {
    const late = { ...PPNNA, sub: 'unsigned' }
    await database.query(
      `insert into openings.opening (id, by, subject, role, states, child_id, reason, is_outside, request_id, at, until)
       values (gen_random_uuid(), 'EMERGENCY', $1, $2, $3, $4, $5, true, 'x', now() - interval '73 hours', now() - interval '49 hours')`,
      [late.sub, late.role, late.states, secondStranger, EMERGENCY],
    )
    const [waiting] = (await listedFor(SECRETARY)).filter((one) => one['subject'] === late.sub)
    expect(waiting).toMatchObject({ state: 'UNSIGNED_AFTER_72_HOURS', maySign: true })
    expect(codeOf(await ask(late, emergency(stranger)))).toBe('FORBIDDEN')

    for (let round = 0; round < 3; round += 1) await graph.services.get('children')?.round(new Date(), true)
    const { data } = await ask(CNDH, '{ accessAlarms { edges { node { kind subject } } } }')
    expect(JSON.stringify(data).split(JSON.stringify({ kind: 'UNSIGNED', subject: late.sub }))).toHaveLength(2)

    expect((await ask(SECRETARY, signing(String(waiting?.['id'])))).errors).toBeUndefined()
    await use(late, stranger)
  })

  test('what was written of it stays so, whoever asks the database', async () => {
    const client = new pg.Client({ connectionString: urlOfRole(database.url, 'vigia_children') })
    await client.connect()
    for (const sql of [
      "update openings.opening set reason = 'Otra razón muy distinta'",
      'delete from openings.opening',
      "update openings.opening set until = now() + interval '9 days'",
      'truncate openings.opening',
    ])
      await expect(client.query(sql)).rejects.toMatchObject({ code: '42501' })
    await client.end()
    for (const sql of [
      "update openings.opening set reason = 'Otra razón muy distinta'",
      'delete from openings.opening',
      "update openings.opening set until = now() + interval '9 days'",
      "update openings.opening set signed_by = 'me' where signed_at is not null",
    ])
      await expect(database.query(sql)).rejects.toMatchObject({ code: '42501' })
  })

  test('no more than 50 records are open to one account at once', async () => {
    const many = { ...SECRETARY, sub: 'in a hurry' }
    await database.query(
      `insert into openings.opening (id, by, subject, role, states, child_id, reason, is_outside, request_id, at, until)
       select gen_random_uuid(), 'REASON', $1, $2, $3, gen_random_uuid(), $4, false, 'x', now(), now() + interval '1 day' from generate_series(1, 50)`,
      [many.sub, many.role, many.states, REASON],
    )
    expect(codeOf(await ask(many, opening(child)))).toBe('CONFLICT')
    expect((await openings.of(many)).opened).toHaveLength(50)
  })
})
