/** A reason in writing: what it opens, to whom and until when; what is none, and who may give none. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { entriesOf } from '../audit/reading-the-audit.ts'
import { anActor } from '../support/asking.ts'
import {
  codeOf,
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
const CNDH = anActor('ombudsperson-federal')

let world: OpeningWorld
let database: OpeningWorld['database']
let graph: OpeningWorld['graph']
let child: string
let stranger: string
let settled: OpeningWorld['settled']
let ask: OpeningWorld['ask']
beforeAll(async () => {
  world = await worldOfOpenings()
  ;({ database, graph, child, stranger, settled, ask } = world)
})
afterAll(() => world.stop())

const NUMBERS = (id: string) => `{ child(id: "${id}") { identifiers { totalCount } } }`

describe('a reason in writing', () => {
  test('given a secretary writes why, the numbers of that child are open to him from the next request on, for a day', async () => {
    expect((await ask(SECRETARY, NUMBERS(child))).status).toBe(403)
    const { data, errors } = await ask(SECRETARY, opening(child))

    expect(errors).toBeUndefined()
    const { openRecord } = data as { openRecord: { childId: string; until: string; groups: string[] } }
    expect(openRecord).toMatchObject({ childId: child, groups: ['identity'] })
    const hours = (Date.parse(openRecord.until) - Date.now()) / 3_600_000
    expect(hours).toBeGreaterThan(23.9)
    expect(hours).toBeLessThanOrEqual(24)
    expect(await ask(SECRETARY, NUMBERS(child))).toMatchObject({ status: 200, data: { child: { identifiers: {} } } })
    expect((await ask({ ...SECRETARY, sub: 'a colleague' }, NUMBERS(child))).status).toBe(403)
    expect((await ask({ ...SECRETARY, states: ['27'] }, NUMBERS(child))).status).toBe(403)
  })

  test('it stands in the audit, and on the record of the child for its overseer', async () => {
    const entry = (await entriesOf(database)).findLast(({ act }) => act === 'OPEN')
    expect(entry).toMatchObject({
      subject: SECRETARY.sub,
      reason: REASON,
      children: [child],
      scopes: ['child:identify'],
    })
    await settled()
    const { data } = await ask(
      CNDH,
      `{ child(id: "${child}") { accesses { edges { node { act subject reason groups } } } } }`,
    )
    expect(JSON.stringify(data)).toContain(
      JSON.stringify({ act: 'OPEN', subject: SECRETARY.sub, reason: REASON, groups: ['identity'] }),
    )
  })

  test('the same once more is the same opening; the next reason is another one', async () => {
    const count = () =>
      database.query<{ n: number }>("select count(*)::int as n from openings.opening where by = 'REASON'")
    await ask(SECRETARY, opening(child))
    expect(await count()).toEqual([{ n: 1 }])
    await ask(SECRETARY, opening(child, 'Traslado al hospital de Tapachula'))
    expect(await count()).toEqual([{ n: 2 }])
  })

  test('given it has ended, or the account was turned out since, it opens nothing from that moment on', async () => {
    await database.query(
      "insert into sessions.subject (sub, kind, name, revoked_at) values ($1, 'person', 'x', now())",
      [SECRETARY.sub],
    )
    expect((await ask(SECRETARY, NUMBERS(child))).status).toBe(403)
    await database.query('delete from sessions.subject')
    expect((await ask(SECRETARY, NUMBERS(child))).status).toBe(200)
    await database.query("update openings.opening set until = now() - interval '1 second'")
    expect((await ask(SECRETARY, NUMBERS(child))).status).toBe(403)
  })

  test('a child that is not there and one that is not his answer alike, and both stand in the audit', async () => {
    const answers = [
      await ask(SECRETARY, opening(NOBODY)),
      await ask(SECRETARY, opening(stranger)),
      await ask(SECRETARY, opening('07')),
    ]

    expect(answers.map(codeOf)).toEqual(['NOT_FOUND', 'NOT_FOUND', 'NOT_FOUND'])
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
    const tried = (await entriesOf(database)).filter(({ act, missed }) => act === 'OPEN' && missed.length > 0)
    expect(tried.flatMap(({ missed }) => missed)).toEqual([NOBODY, stranger])
  })

  test.each(['', 'urgente', 'aaaaaaaaaaaaaaaaaaaaaaaaa', 'x '.repeat(300)])('"%s" is none', async (reason) => {
    expect(codeOf(await ask(SECRETARY, opening(child, reason)))).toBe('BAD_USER_INPUT')
  })

  test('a program gives none', async () => {
    expect(codeOf(await ask({ ...SECRETARY, kind: 'machine' }, opening(child)))).toBe('FORBIDDEN')
  })
})

const NEVER = ['inm-officer', 'independent-counsel', 'partner', 'public'] as const
describe.each(NEVER)('%s', (role) => {
  test('is refused each act and the list before any service is asked, and by the service itself', async () => {
    const actor = anActor(role)
    const before = graph.asked()
    for (const question of [opening(child), emergency(child), signing(NOBODY), LIST]) {
      const { status, data } = await ask(actor, question)
      expect([question, status, data]).toEqual([question, 403, undefined])
      const direct = await graph.askService('children', actor, question)
      expect(direct.errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN')
    }
    expect(graph.asked()).toBe(before)
  })
})
