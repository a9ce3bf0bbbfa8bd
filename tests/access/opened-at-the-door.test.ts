/**
 * A reason is written and an emergency signed through the gateway's own door, in both ways to run: what was opened goes to each
 * service in the sealed envelope, from the next request on, and counts no longer than it is open. No other page writes in one's name.
 */
import { folioOf } from '@vigia/law/folios'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { entriesOf, fillWithOneChild } from '../audit/reading-the-audit.ts'
import { anActor } from '../support/asking.ts'
import { eventually } from '../support/eventually.ts'
import { emergency, signing } from '../support/openings.ts'
import { signedIn } from '../support/signed-in.ts'
import { MODES, startWorld, type World } from '../support/world.ts'

describe.each(MODES)('%s', (mode) => {
  let world: World
  let child: string
  let headers: Record<string, string>
  let cookie: string
  beforeAll(async () => {
    world = await startWorld({ mode, isLive: true })
    child = await fillWithOneChild(world)
    const secretary = await signedIn(world.database.url, anActor('federal-secretary', { sub: 'federal' }))
    headers = secretary.headers
    cookie = `__Host-vigia=${secretary.cookie}`
  })
  afterAll(() => world.stop())

  async function send(query: string, given: Record<string, string> = headers) {
    const response = await fetch(`${world.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...given },
      body: JSON.stringify({ query }),
    })
    const { data, errors } = (await response.json()) as {
      data?: unknown
      errors?: { extensions: { code: string }; path?: unknown[] }[]
    }
    return { status: response.status, data, code: errors?.[0]?.extensions.code, path: errors?.[0]?.path }
  }

  const OPENING = (reason = 'Se prepara la audiencia de la niña') =>
    `mutation { openRecord(input: { childId: "${child}", reason: "${reason}" }) { groups } }`
  /** Of three services: numbers, file, place. */
  const RECORD = () =>
    `{ child(id: "${child}") { identifiers { totalCount } ppnnaCase { status } placements { edges { node { facility { name } } } } } }`
  const opened = () => world.database.query<{ n: number }>('select count(*)::int as n from openings.opening')

  test('another page, a page without the header, a GET and a body that is no JSON open nothing', async () => {
    const query = OPENING()
    const own = { cookie, 'x-vigia': 'test' }
    expect(await send(query, { cookie })).toMatchObject({ status: 400, code: 'CSRF' })
    expect(await send(query, { ...own, origin: 'https://else.example' })).toMatchObject({
      status: 403,
      code: 'FOREIGN_ORIGIN',
    })
    expect(await send(query, {})).toMatchObject({ status: 401 })
    const got = await fetch(`${world.url}/graphql?query=${encodeURIComponent(query)}`, {
      headers: { ...headers, 'x-vigia': 'test' },
    })
    const form = await fetch(`${world.url}/graphql`, {
      method: 'POST',
      headers: own,
      body: new URLSearchParams({ query }),
    })
    expect([got.status, form.status]).toEqual([405, 415])
    expect(await opened()).toEqual([{ n: 0 }])
  })

  test('given the secretary writes why, all three services tell of that child, until it has ended', async () => {
    expect(await send(RECORD())).toMatchObject({ status: 403, code: 'FORBIDDEN', path: ['child', 'identifiers'] })

    expect(await send(OPENING(), { cookie, 'x-vigia': 'test' })).toMatchObject({
      status: 200,
      data: { openRecord: { groups: ['identity', 'location', 'risk', 'care', 'representation'] } },
    })

    // On a busy machine the first question of each service is slow, and the gateway waits two seconds.
    const told = await eventually(
      () => send(RECORD()),
      ({ code }) => code !== 'SUBGRAPH_UNAVAILABLE',
      10_000,
    )
    expect(told).toMatchObject({ status: 200, code: undefined })
    expect(JSON.stringify(told.data)).not.toMatch(/null|\[\]/)
    const why = await world.database.query<{ service: string }>(
      "select distinct service from audit.entry where act = 'READ' and reason = 'Se prepara la audiencia de la niña' order by 1",
    )
    expect(why.map(({ service }) => service)).toEqual(['children', 'placements', 'representation'])
    await world.database.query("update openings.opening set until = now() - interval '1 second'")
    expect(await send(RECORD())).toMatchObject({ status: 403, code: 'FORBIDDEN' })
  })

  test('a refusal tells the audit whose the folio is that was asked for', async () => {
    const asked = RECORD().replace(child, folioOf(child))
    expect(await send(asked)).toMatchObject({ status: 403, code: 'FORBIDDEN', path: ['child', 'identifiers'] })

    const refused = (await entriesOf(world.database)).filter(({ act }) => act === 'REFUSED')
    expect(refused.at(-1)).toMatchObject({ asked: ['child.identifiers'], missed: [child] })
  })

  test('given a record that was opened twice, each time for a long reason, it is told', async () => {
    const atLength = 'y hay que saber antes de ella dónde está su familia '.repeat(8)
    for (const what of ['la audiencia', 'la visita'])
      expect(await send(OPENING(`Se prepara ${what} de la niña ${atLength}`))).toMatchObject({ code: undefined })

    expect(await send(RECORD())).toMatchObject({ status: 200, code: undefined })
    await world.database.query("update openings.opening set until = now() - interval '1 second' where until > now()")
  })

  test('for an emergency a second person signs, and no program by his token', async () => {
    const of = async (sub: string) => signedIn(world.database.url, anActor('state-secretary', { sub }))
    const [user, colleague] = [await of('in need'), await of('a colleague')]
    const { data } = await send(emergency(child), user.headers)
    const { id } = (data as { emergencyAccess: { emergency: { id: string } } }).emergencyAccess.emergency

    expect(await send(signing(id), colleague.headers)).toMatchObject({ status: 403, code: 'FORBIDDEN' })

    const page = { cookie: `__Host-vigia=${colleague.cookie}`, 'x-vigia': 'test' }
    expect(await send(signing(id), page)).toMatchObject({
      data: { signEmergencyAccess: { emergency: { state: 'SIGNED', signedBy: 'a colleague' } } },
    })
  })

  test('given an account holds as much as it may, the envelope still arrives', async () => {
    await world.database.query(
      `insert into openings.opening (id, by, subject, role, child_id, reason, is_outside, request_id, at, until)
       select gen_random_uuid(), 'REASON', 'federal', 'federal-secretary', gen_random_uuid(), 'Otro motivo escrito', false, 'x', now(),
         now() + interval '1 day' from generate_series(1, 49)`,
    )
    await send(OPENING())
    expect((await send(RECORD())).status).toBe(200)
    expect((await send('{ children { edges { node { folio } } } }')).code).toBeUndefined()
  })
})
