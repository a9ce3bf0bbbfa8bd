/**
 * What a partner reads (security.md 3.2): children who are held and must not be, in the states of its agreement, each under a word of
 * this partner's own. No id, no folio and no field of a child; two partners cannot join what they read.
 */
import { randomUUID } from 'node:crypto'
import { open } from '@vigia/db/placements'
import { type Actor, acceptActor } from '@vigia/kit/actor'
import { rowContextOf } from '@vigia/kit/graph/in-sight'
import { ROLES } from '@vigia/law/access-matrix'
import { hourOf } from '@vigia/law/durations'
import { buildSchema } from 'graphql'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { overstayOf } from '../../services/placements/src/rules/overstays.ts'
import { anActor, type Graph, openGraph } from '../support/asking.ts'
import { aDetection, aStay } from '../support/builders/inm.ts'
import { hoursAgo, written } from '../support/clock.ts'
import { feedsOf } from '../support/feeds.ts'
import { questionOf, waysOf } from '../support/questions.ts'
import { type ScratchDatabase, scratchDatabase } from '../support/scratch-database.ts'
import { settle } from '../support/settled.ts'
import { read } from '../support/source-files.ts'

const PARTNER = anActor('partner', { sub: 'client:one', org: 'one', states: ['07', '27'] })
const OTHER = anActor('partner', { sub: 'client:two', org: 'two', states: ['07', '27'] })

/** Where, since how many hours, until now or not; and whether that is an overstay. */
const STAYS = [
  ['Estación migratoria', 1, 'Chiapas', false],
  ['Centro de canalización', 40, 'Chiapas', false],
  ['Centro de canalización', 40, 'Tabasco', false],
  ['Centro de canalización', 40, 'Veracruz', false],
  ['Centro de canalización', 10, 'Chiapas', false],
  ['Oficina de representación', 50, 'Tabasco', false],
  ['CAS estatal', 500, 'Chiapas', false],
  ['Estación migratoria', 60, 'Chiapas', true],
] as const

let database: ScratchDatabase
let graph: Graph
beforeAll(async () => {
  database = await scratchDatabase()
  graph = await openGraph(database)
  const feeds = feedsOf(database.url)
  const found = STAYS.map(() => aDetection())
  await feeds.takeIn('children/detections', found)
  await settle(graph.services.values(), database)
  const stays = STAYS.map(([TIPO, hours, ENTIDAD, isOver], i) =>
    aStay(found[i]?.ACTA ?? '', {
      'NOMBRE DEL LUGAR': `${TIPO} ${ENTIDAD}`,
      'TIPO DE LUGAR': TIPO,
      ENTIDAD,
      INGRESO: written(hoursAgo(hours)),
      EGRESO: isOver ? written(hoursAgo(1)) : '',
    }),
  )
  await feeds.takeIn('placements/stays', stays)
  await settle(graph.services.values(), database)
  await feeds.stop()
})
afterAll(async () => {
  await graph.stop()
  await database.drop()
})

interface Row {
  kind: string
  severity: string
  since: string
  state: string
  childRef: string
}
interface Page {
  totalCount: number
  pageInfo: { endCursor: string | null; hasNextPage: boolean }
  edges: { cursor: string; node: Row }[]
}

async function page(actor: Actor, args = 'first: 100'): Promise<Page> {
  const { data, errors } = await graph.ask(
    actor,
    `{ overstays(${args}) { totalCount pageInfo { endCursor hasNextPage } edges { cursor node { kind severity since state childRef } } } }`,
  )
  expect(errors).toBeUndefined()
  return (data as { overstays: Page }).overstays
}
const rowsOf = async (actor: Actor) => (await page(actor)).edges.map(({ node }) => node)

test('a partner is told who is held and must not be, in the states of its agreement, the longest first', async () => {
  const { totalCount, edges } = await page(PARTNER)

  expect(totalCount).toBe(4)
  expect(edges.map(({ node: { kind, severity, state } }) => [kind, severity, state])).toEqual([
    ['HELD_OVER_36_HOURS', 'CRITICAL', '27'],
    ...[expect.anything(), expect.anything()],
    ['HELD_IN_PROHIBITED_PLACE', 'CRITICAL', '07'],
  ])
  expect((await rowsOf({ ...PARTNER, states: ['07'] })).map(({ state }) => state)).toEqual(['07', '07'])
  expect(await rowsOf({ ...PARTNER, states: [] })).toEqual([])
  expect(await rowsOf({ ...PARTNER, states: null })).toEqual([])
})

test('what the list holds is what the rule says', async () => {
  const open = await database.query<{ type: string; state: string; entered_at: Date }>(
    `select f.type, f.state, s.entered_at from placements.stay s join placements.facility f on f.id = s.facility_id
     where s.left_at is null`,
  )
  const expected = open.flatMap(({ type, state, entered_at }) => {
    const kind = overstayOf({ facilityType: type as 'EM', enteredAt: entered_at }, new Date())
    return kind && state !== '30' ? [`${hourOf(entered_at).toISOString()} ${kind} ${state}`] : []
  })

  const rows = await rowsOf(PARTNER)
  expect(rows.map(({ since, kind, state }) => `${since} ${kind} ${state}`).sort()).toEqual(expected.sort())
})

test('the words of one partner stay the same, and no other partner reads them', async () => {
  const refs = async (actor: Actor) => (await rowsOf(actor)).map(({ childRef }) => childRef)
  const mine = await refs(PARTNER)

  expect(new Set(mine).size).toBe(4)
  expect(await refs(PARTNER)).toEqual(mine)
  expect(await refs({ ...PARTNER, sub: 'client:of-the-same-partner' })).toEqual(mine)
  for (const another of [OTHER, { ...PARTNER, org: null }, { ...PARTNER, org: 'client:one' }]) {
    expect(mine.filter((ref) => ref.length !== 43)).toEqual([])
    expect((await refs(another)).filter((ref) => mine.includes(ref))).toEqual([])
  }
})

test('rows of one hour come to each partner in an order of its own, and no minute joins them', async () => {
  // Of two rows there are two orders, and keys of chance give one of them: ten partners had the same in one run of 512.
  const partners = Array.from({ length: 50 }, (_, n) => ({ ...PARTNER, org: `partner ${n}` }))
  const rows = await Promise.all(partners.map(rowsOf))
  const orders = rows.map((ofOne) => ofOne.map(({ state, kind }) => `${state} ${kind}`).join())

  expect(rows.flat().filter(({ since }) => !since.endsWith(':00:00.000Z'))).toEqual([])
  // The two of forty hours ago, in Chiapas and in Tabasco.
  expect(new Set(orders).size).toBe(2)
})

test('page by page the same rows come, and no cursor holds an id, however it is read', async () => {
  const ids = await database.query<{ id: string }>(
    'select id::text from children.child union select id::text from placements.stay union select folio from children.child',
  )
  const seen: string[] = []
  let args = 'first: 1'
  for (let turn = 0; turn < 10; turn += 1) {
    const { edges, pageInfo } = await page(PARTNER, args)
    seen.push(...edges.map(({ node }) => node.childRef))
    const text = JSON.stringify({ edges, pageInfo })
    const readings = [text, ...[...text.matchAll(/[\w-]{20,}/g)].flatMap(([word]) => decoded(word))].join('\n')
    expect(ids.filter(({ id }) => readings.includes(id) || readings.includes(id.replaceAll('-', '')))).toEqual([])
    if (!pageInfo.hasNextPage) break
    args = `first: 1, after: "${pageInfo.endCursor}"`
  }

  expect(seen).toEqual((await rowsOf(PARTNER)).map(({ childRef }) => childRef))
})

/** As base64 from any of its first signs, once more of what comes out, and as hexadecimal. */
function decoded(word: string): string[] {
  const starts = [0, 1, 2, 3, 16].map((start) => Buffer.from(word.slice(start), 'base64url'))
  const twice = starts.map((bytes) => Buffer.from(bytes.toString('latin1'), 'base64url'))
  return [...starts, ...twice].flatMap((bytes) => [bytes.toString('latin1'), bytes.toString('hex')])
}

test('a cursor of another partner is none', async () => {
  const { pageInfo } = await page(OTHER, 'first: 1')
  const { status, errors } = await graph.ask(
    PARTNER,
    `{ overstays(first: 1, after: "${pageInfo.endCursor}") { totalCount } }`,
  )

  expect([status, errors?.[0]?.extensions?.['code']]).toEqual([400, 'CURSOR_INVALID'])
  expect(errors?.[0]?.message).toMatch(/ask for a first page, without a cursor/)
})

const OPEN =
  /^(Query\.(overstays|alerts?|webhook(Endpoints|Deliveries)|codeLists|articles|publishedFigures)$|Webhook|Overstay|Code|LegalBasis|Published|PageInfo|State\.|Alert(Connection|Edge)\.|Alert\.(id|kind|number|severity|state|citation|articles?|openedAt|resolvedAt|childRef|cursor|step)$)/

test('every field but these is refused to a partner, and these to everybody else', async () => {
  for (const [field, way] of waysOf(buildSchema(read('gateway/api.graphql')))) {
    const { status } = await graph.ask(PARTNER, questionOf(way))
    if (status === 200) expect(field).toMatch(OPEN)
  }
  for (const role of ROLES.filter((one) => one !== 'partner')) {
    const { status } = await graph.ask(anActor(role), '{ overstays { totalCount } }')
    expect([role, status]).toEqual([role, 403])
  }
})

test('behind the gateway the service keeps to the agreement by itself', async () => {
  const query = '{ overstays { totalCount edges { node { state } } } }'
  const bold = anActor('state-secretary', { scopes: PARTNER.scopes })
  const told = await graph.askService('placements', { ...PARTNER, states: ['27'] }, query)
  const refused = await graph.askService('placements', bold, query)

  expect(told.data).toMatchObject({ overstays: { totalCount: 2 } })
  expect(refused.errors?.map(({ extensions }) => extensions['code'])).toEqual(['FORBIDDEN'])
})

const agreeing = (changes: Partial<NonNullable<Actor['agreement']>>): Actor => {
  if (!PARTNER.agreement) throw new Error('A partner has an agreement.')
  return { ...PARTNER, agreement: { ...PARTNER.agreement, ...changes } }
}
const OUT_OF_IT: [why: string, actor: Actor, code: string][] = [
  ['covers alerts alone', agreeing({ data: ['alerts'] }), 'FORBIDDEN'],
  ['is over', agreeing({ until: Date.now() - 1 }), 'AGREEMENT_ENDED'],
  ['has not begun', agreeing({ from: Date.now() + 3_600_000 }), 'AGREEMENT_NOT_BEGUN'],
]

test.each(OUT_OF_IT)(
  'whose agreement %s is told by the service itself why nothing is answered',
  async (_why, actor, code) => {
    const { data, errors } = await graph.askService('placements', actor, '{ overstays { totalCount } }')

    expect(data?.['overstays'] ?? null).toBeNull()
    expect(errors?.map(({ extensions }) => extensions['code'])).toEqual([code])
  },
)

test('the database by itself keeps to the agreement, whoever writes the SQL', async () => {
  const db = open(database.url)
  const statesFor = async (actor: Actor) => {
    const reading = db.withActor(rowContextOf(acceptActor(actor)))
    const { rows } = await reading.run(() =>
      db.rows.query('select distinct state from placements.overstay order by state'),
    )
    reading.close()
    return rows.map(({ state }) => state)
  }

  expect(await statesFor(PARTNER)).toEqual(['07', '27'])
  expect(await statesFor({ ...PARTNER, states: ['27'] })).toEqual(['27'])
  expect(await statesFor({ ...PARTNER, states: null })).toEqual([])
  for (const [, actor] of OUT_OF_IT) expect(await statesFor(actor)).toEqual([])
  expect(await statesFor(anActor('state-secretary'))).toEqual([])
  await db.close()
})

test('each reading of a partner stands in the audit with the children whom it was told of', async () => {
  const request = randomUUID()
  await graph.ask(PARTNER, '{ overstays(first: 2) { edges { node { childRef } } } }', {}, request)

  expect(
    await database.query('select subject, records, asked, scopes from audit.entry where request_id = $1', [request]),
  ).toEqual([{ subject: 'client:one', records: 2, asked: ['overstays'], scopes: ['pseudonym:read'] }])
})
