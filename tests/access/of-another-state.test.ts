/**
 * A child of another state, by every door: it answers as one that is not there (security.md 10, rows 25 and 26), by as many questions to
 * the database; and no file of one state writes of another (row 31).
 */
import { open } from '@vigia/db/representation'
import { rowContextOf } from '@vigia/kit/graph/in-sight'
import type { Role } from '@vigia/law/access-matrix'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { entriesOf } from '../audit/reading-the-audit.ts'
import { type Desk, openDesk } from '../intake/desk.ts'
import { anActor, type Graph, openGraph } from '../support/asking.ts'
import { aDetection, aReturn, aStay } from '../support/builders/inm.ts'
import { aCase, aDetermination } from '../support/builders/ppnna.ts'
import { nextFolio } from '../support/builders/row.ts'
import { daysAgo, localDay, written } from '../support/clock.ts'
import { settle } from '../support/settled.ts'

const NOBODY = '018f0000-0000-7000-8000-000000000000'
const OF_CHIAPAS = { source: 'PPNNA', state: '07' }
const OF_VERACRUZ = { source: 'PPNNA', state: '30' }

let desk: Desk
let graph: Graph
let foreign: string
let place: string
const found = aDetection({ ENTIDAD: 'Veracruz' })
const file = aCase(found.ACTA, { FOLIO: nextFolio('30') })
const stay = aStay(found.ACTA, { ENTIDAD: 'Veracruz', 'NOMBRE DEL LUGAR': 'Centro Acayucan' })

const FACILITY = { CLAVE: 'CAS-30-001', NOMBRE: 'Casa de Veracruz', TIPO: 'CAS estatal', ENTIDAD: 'Veracruz' }
/** Over, and so in conflict with no other. */
const OVER = { INGRESO: written(daysAgo(20)), EGRESO: written(daysAgo(19)) }

beforeAll(async () => {
  desk = await openDesk()
  await desk.send('children/detections', [found, aDetection()])
  await desk.tell()
  await desk.send('placements/facilities', [FACILITY], { source: 'SNDIF' })
  await desk.send('placements/stays', [stay])
  await desk.send('returns/executed-returns', [aReturn(found.ACTA, { ENTIDAD: 'Veracruz' })])
  await desk.send('representation/protection-cases', [file], OF_VERACRUZ)
  await desk.send('representation/determinations', [aDetermination(file.FOLIO)], OF_VERACRUZ)
  graph = await openGraph(desk.database)
  await settle(graph.services.values(), desk.database)
  const one = async (sql: string) => (await desk.database.query<{ id: string }>(sql))[0]?.id ?? ''
  foreign = await one(`select child_id as id from children.detection where state = '30'`)
  place = await one(`select id from placements.facility where state = '30'`)
})
afterAll(async () => {
  await graph.stop()
  await desk.close()
})

const BOUND = ['state-secretary', 'ombudsperson-state', 'ppnna-officer', 'dif-officer'] as const satisfies Role[]
const WHOLE = 'folio detections { totalCount } placements { totalCount } custody { status }'
const OF_SERVICE: Readonly<Record<string, string>> = {
  children: 'folio detections { totalCount }',
  placements: 'placements { totalCount edges { node { id enteredAt child { id } } } } custody { status }',
  representation: 'ppnnaCase { id status } complaints { totalCount }',
  returns: 'returns { id departedAt } returnPlans { totalCount }',
  oversight: 'alerts { totalCount edges { node { id openedAt child { id } } } }',
}

describe.each(BOUND)('%s of Chiapas', (role) => {
  /** Whatever the role may read: a field that is closed to it is refused before any child is looked up. */
  const actor = anActor(role)
  const same = async (ask: (id: string) => Promise<unknown>) => {
    const told = async (id: string) => JSON.stringify(await ask(id)).replaceAll(id, 'ID')
    return [await told(foreign), await told(NOBODY)] as const
  }

  test('row 25: the database is asked alike for it and for nobody, and the audit says of either that it was asked for', async () => {
    await graph.ask(actor, `{ child(id: "${NOBODY}") { folio } }`) // Whoever asks first opens the connections.
    const before = (await entriesOf(desk.database)).length
    const asked: string[][] = []
    for (const id of [foreign, NOBODY]) {
      const sent = vi.spyOn(pg.Client.prototype, 'query')
      await graph.ask(actor, `{ child(id: "${id}") { folio } }`)
      asked.push(sent.mock.calls.map(([first]) => textOf(first)))
      sent.mockRestore()
    }

    expect(asked[0]?.length).toBeGreaterThan(1)
    expect(asked[0]).toEqual(asked[1])
    const left = (await entriesOf(desk.database)).slice(before)
    expect(left.map(({ children, missed, records }) => ({ children, missed, records }))).toEqual(
      [foreign, NOBODY].map((id) => ({ children: [], missed: [id], records: 0 })),
    )
  })

  test('row 26: child(id), alone and by many names at once, answers as for nobody', async () => {
    const [one, none] = await same((id) => graph.ask(actor, `{ child(id: "${id}") { ${WHOLE} } }`))
    expect(one).toBe(none)
    expect(JSON.parse(one)).toMatchObject({ status: 200, data: { child: null } })

    const many = (id: string) =>
      graph.ask(
        actor,
        `{ a: child(id: "${id}") { folio } b: child(id: "${NOBODY}") { folio } c: child(id: "${id}") { id } }`,
      )
    const [ofMany, ofNone] = await same(many)
    expect(ofMany.replaceAll(NOBODY, 'ID')).toBe(ofNone.replaceAll(NOBODY, 'ID'))
  })

  test.each(Object.entries(OF_SERVICE))(
    'row 26: the door of federation of %s answers as for nobody',
    async (service, fields) => {
      const query = `query ($keys: [_Any!]!) { _entities(representations: $keys) { ... on Child { id ${fields} } } }`
      const [one, none] = await same((id) =>
        graph.askService(service as 'children', actor, query, { keys: [{ __typename: 'Child', id }] }),
      )

      expect(one).toBe(none)
    },
  )

  test('row 26: no placement leads to it, by the list, by its place, or by the place as an entity', async () => {
    const { data } = await graph.ask(actor, '{ placements(first: 50) { edges { node { id child { id folio } } } } }')
    expect(JSON.stringify(data)).not.toContain(foreign)

    const byPlace = (id: string) => graph.ask(actor, `{ facility(id: "${id}") { name inspections { totalCount } } }`)
    const told = async (id: string) => JSON.stringify(await byPlace(id)).replaceAll(id, 'ID')
    expect(await told(place)).toBe(await told(NOBODY))
  })
})

const textOf = (first: unknown): string =>
  typeof first === 'string' ? first : String((first as { text?: unknown }).text ?? '')

describe('a file of one state that tells of another', () => {
  const refusals = async () =>
    desk.database.query<{ office: string; asked: string[] }>(
      `select office, asked from audit.entry where act = 'REFUSED' and role = 'intake' order by id`,
    )
  const facts = async () =>
    desk.database.query(
      `select (select count(*) from representation.protection_case) as cases, (select count(*) from placements.stay) as stays,
         (select count(*) from representation.representation) as mandates, (select count(*) from placements.facility) as places,
         (select max(state) from placements.facility) as state, (select count(*) from representation.determination) as decided`,
    )

  const MANDATE = { CALIDAD: 'Coadyuvante', INICIO: localDay(daysAgo(3)) }
  const FILES = [
    ['representation/protection-cases', () => aCase(found.ACTA, { FOLIO: nextFolio('30') }), OF_CHIAPAS],
    ['representation/representations', () => ({ FOLIO: file.FOLIO, ...MANDATE }), OF_CHIAPAS],
    ['representation/determinations', () => aDetermination(file.FOLIO), OF_CHIAPAS],
    ['placements/stays', () => aStay(found.ACTA, { ENTIDAD: 'Veracruz', ...OVER }), { source: 'DIF', state: '07' }],
    [
      'placements/stays',
      () => aStay(found.ACTA, { ENTIDAD: '', 'NOMBRE DEL LUGAR': '', 'CLAVE DEL LUGAR': FACILITY.CLAVE, ...OVER }),
      { source: 'DIF', state: '07' },
    ],
    ['placements/facilities', () => ({ ...FACILITY, ENTIDAD: 'Chiapas' }), { source: 'DIF', state: '07' }],
  ] as const

  test.each(FILES)(
    'row 31: %s is refused, nothing is written, and the audit says who tried',
    async (feed, row, sender) => {
      const before = { facts: await facts(), refusals: await refusals() }

      const taken = await desk.send(feed, [row()], sender)

      expect(taken).toMatchObject({ outcome: 'REFUSED', batchId: null })
      expect(taken.firstRejects).toMatchObject([
        { reason: expect.stringMatching(/ es de otra entidad que el archivo\.$/) },
      ])
      expect(await facts()).toEqual(before.facts)
      expect((await refusals()).slice(before.refusals.length)).toEqual([
        { office: `${sender.source} 07`, asked: [feed.split('/')[1]] },
      ])
    },
  )
})

test('rows that could not be joined are read of the files of one’s own state by who oversees it, by the database alone', async () => {
  for (const sender of [OF_CHIAPAS, OF_VERACRUZ])
    await desk.send(
      'representation/protection-cases',
      [aCase(aDetection().ACTA, { FOLIO: nextFolio(sender.state) })],
      sender,
    )
  const db = open(desk.database.url)
  const states = async (role: Role, of: string[] | null) => {
    const reading = db.withActor(rowContextOf(anActor(role, { states: of })))
    const { rows } = await reading.query(
      `select distinct state from representation.unmatched_row join representation.batch b on b.id = batch_id order by 1`,
    )
    reading.close()
    return rows.map(({ state }) => state)
  }

  expect(await states('federal-secretary', null)).toEqual(['07', '30'])
  for (const state of ['07', '30']) {
    expect(await states('state-secretary', [state])).toEqual([state])
    // Who sends a file is told of its rows, and reads no list of them.
    expect(await states('ppnna-officer', [state])).toEqual([])
  }
  expect(await states('independent-counsel', null)).toEqual([])
  await db.close()
})
