/** What broken duties become: alerts with their article, in the sight of whom they concern, until a fact ends them; history is kept. */
import { open } from '@vigia/db/oversight'
import type { Actor } from '@vigia/kit/actor'
import { rowContextOf } from '@vigia/kit/graph/in-sight'
import type { Role } from '@vigia/law/access-matrix'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { anActor, type Graph, openGraph } from '../support/asking.ts'
import { aDetection, aReturn, aStay } from '../support/builders/inm.ts'
import { aCase, aDetermination } from '../support/builders/ppnna.ts'
import { daysAgo, hoursAgo, localDay, written, writtenDay } from '../support/clock.ts'
import { type Feeds, feedsOf } from '../support/feeds.ts'
import { type ScratchDatabase, scratchDatabase } from '../support/scratch-database.ts'
import { settle } from '../support/settled.ts'

let database: ScratchDatabase
let graph: Graph
let feeds: Feeds
const held = aDetection()
const planned = aDetection()
const station = aDetection({ ENTIDAD: 'Veracruz', 'AVISO A PPNNA': written(hoursAgo(30)) })
const earlier = aDetection({ ENTIDAD: 'Veracruz', 'FECHA Y HORA': written(daysAgo(90)), 'AVISO A PPNNA': '' })
beforeAll(async () => {
  database = await scratchDatabase()
  graph = await openGraph(database)
  feeds = feedsOf(database.url)
  await feeds.takeIn('children/detections', [held, planned, station, earlier])
  await feeds.takeIn('placements/stays', [
    aStay(held.ACTA, { INGRESO: written(hoursAgo(37)) }),
    aStay(station.ACTA, {
      'NOMBRE DEL LUGAR': 'EM Acayucan',
      'TIPO DE LUGAR': 'Estación migratoria',
      ENTIDAD: 'Veracruz',
    }),
  ])
  const future = { 'FECHA Y HORA DE SALIDA': '', 'FECHA PROGRAMADA': writtenDay(daysAgo(-9)) }
  await feeds.takeIn('returns/executed-returns', [aReturn(planned.ACTA, future)])
  await settle(graph.services.values(), database)
})
afterAll(async () => {
  await feeds.stop()
  await graph.stop()
  await database.drop()
})

interface Listed {
  id: string
  kind: string
  severity: string
  citation: string
  state: { code: string }
  child: { id: string; folio: string } | null
  facility?: { name: string } | null
  article: { article: string; kind: string }
  steps: { step: string; severity: string }[]
  frozenSince: string | null
  resolvedAt: string | null
  resolvedBy: { fact: string } | null
}
const FIELDS = `id kind severity citation state { code } child { id folio } article { article kind } frozenSince
  steps { step severity } resolvedAt resolvedBy { fact id at }`

async function listed(role: Role, filter: string, more = '', actor = anActor(role)): Promise<Listed[]> {
  const { data, errors } = await graph.ask(
    actor,
    `{ alerts(first: 100, filter: ${filter}) { edges { node { ${FIELDS} ${more} } } } }`,
  )
  expect(errors).toBeUndefined()
  return (data as { alerts: { edges: { node: Listed }[] } }).alerts.edges.map(({ node }) => node)
}

test('a child over 36 hours in a referral centre is a critical alert, with its place, its article and its child', async () => {
  const [alert, ...others] = await listed(
    'ombudsperson-federal',
    '{ kind: [HELD_WITHOUT_LEGAL_BASIS], isOpen: true }',
    'facility { name }',
  )

  expect(others).toEqual([])
  expect(alert).toMatchObject({
    severity: 'CRITICAL',
    citation: 'LM art. 112 I',
    state: { code: '07' },
    child: { folio: expect.stringMatching(/^NNA/) },
    facility: { name: 'Centro de canalización Tapachula' },
    article: { article: '112 I', kind: 'LAW' },
    steps: [{ step: 'OPENED', severity: 'CRITICAL' }],
    frozenSince: null,
    resolvedAt: null,
  })
})

test('a state sees the alerts of its own state alone, and INM none at all', async () => {
  const everywhere = await listed('federal-secretary', '{ isOpen: true }')
  const ofChiapas = await listed('state-secretary', '{ isOpen: true }')
  const ofNobody = await listed('state-secretary', '{ state: "30" }')
  const alert = everywhere.find(({ kind }) => kind === 'HELD_IN_PROHIBITED_PLACE')
  const one = (role: Role, states: string[] | null) =>
    graph.ask(anActor(role, { states }), `{ alert(id: "${alert?.id}") { kind } }`)

  expect(alert).toMatchObject({ severity: 'CRITICAL', state: { code: '30' } })
  expect(new Set(ofChiapas.map(({ state }) => state.code))).toEqual(new Set(['07']))
  expect(ofNobody).toEqual([])
  expect((await one('state-secretary', ['07'])).data).toEqual({ alert: null })
  expect((await one('state-secretary', ['30'])).data).toEqual({ alert: { kind: 'HELD_IN_PROHIBITED_PLACE' } })
  for (const role of ['inm-officer', 'dif-officer', 'independent-counsel'] as const)
    expect(await graph.ask(anActor(role), '{ alerts { edges { node { kind } } } }')).toMatchObject({ status: 403 })
})

test('who may not read of whom representation is missing is told of the alert, and not of the child', async () => {
  const seen = async (role: Role) =>
    (await listed(role, '{ kind: [NOT_REPRESENTED], isOpen: true }')).map(({ child }) => child)

  expect((await seen('federal-secretary')).every((child) => child === null)).toBe(true)
  expect(await seen('federal-secretary')).not.toEqual([])
  expect((await seen('state-secretary')).every((child) => child !== null)).toBe(true)
})

test('a return planned without a determination is critical before anybody departs; a determination resolves it, and what was is kept', async () => {
  const [before] = await listed('ombudsperson-federal', '{ kind: [RETURN_WITHOUT_DETERMINATION] }')
  expect(before).toMatchObject({ severity: 'CRITICAL', citation: 'LGDNNA art. 97', resolvedAt: null })
  const then = new Date().toISOString()

  const file = aCase(planned.ACTA)
  await feeds.takeIn('representation/protection-cases', [file], { state: '07' })
  await feeds.takeIn('representation/determinations', [aDetermination(file.FOLIO)], { state: '07' })
  await settle(graph.services.values(), database)

  const [after] = await listed('ombudsperson-federal', '{ kind: [RETURN_WITHOUT_DETERMINATION] }')
  expect(after).toMatchObject({ id: before?.id, resolvedBy: { fact: 'determination' } })
  expect(after?.steps.map(({ step }) => step)).toEqual(['OPENED', 'RESOLVED'])
  const { data } = await graph.ask(
    anActor('ombudsperson-federal'),
    `{ alertsAsOf(at: "${then}", filter: { kind: [RETURN_WITHOUT_DETERMINATION] }) { edges { node { id severity resolvedAt } } } }`,
  )
  expect(data).toEqual({
    alertsAsOf: { edges: [{ node: { id: before?.id, severity: 'CRITICAL', resolvedAt: null } }] },
  })
})

test('alerts of one child, by pages whose cursors are of this asker alone', async () => {
  const [row] = await database.query<{ id: string }>('select child_id as id from children.detection where acta = $1', [
    held.ACTA,
  ])
  const ofChild = await listed('ombudsperson-state', `{ child: "${row?.id}" }`)
  const page = (after: string) =>
    `{ alerts(first: 1${after}) { edges { cursor node { id } } pageInfo { hasNextPage } } }`
  const { data } = await graph.ask(anActor('ombudsperson-state'), page(''))
  const [first] = (data as { alerts: { edges: { cursor: string; node: { id: string } }[] } }).alerts.edges
  const next = await graph.ask(anActor('ombudsperson-state'), page(`, after: "${first?.cursor}"`))
  const others = await graph.ask(anActor('ppnna-officer'), page(`, after: "${first?.cursor}"`))

  expect(ofChild.map(({ kind }) => kind)).toEqual(
    expect.arrayContaining(['HELD_WITHOUT_LEGAL_BASIS', 'CASE_NOT_PROCESSED']),
  )
  expect(ofChild.every(({ child }) => child?.id === row?.id)).toBe(true)
  expect(
    (next.data as typeof data & { alerts: { edges: { node: { id: string } }[] } }).alerts.edges[0]?.node.id,
  ).not.toBe(first?.node.id)
  expect(others.errors?.[0]?.extensions?.['code']).toBe('CURSOR_INVALID')
})

test('an office that falls silent raises its own alert and freezes those of its state, which stay open', async () => {
  const old = aCase(earlier.ACTA, { FOLIO: 'PPNNA-30-2026-000001', 'FECHA DE APERTURA': writtenDay(daysAgo(80)) })
  await feeds.takeIn('representation/protection-cases', [old], { state: '30', cutoff: localDay(daysAgo(60)) })
  await settle(graph.services.values(), database)

  const silent = await listed('federal-secretary', '{ kind: [OFFICE_SILENT], state: "30", severity: [CRITICAL] }')
  const frozen = await listed('federal-secretary', '{ kind: [CASE_NOT_PROCESSED], isOpen: true }')
  const counts = await graph.ask(
    anActor('federal-secretary'),
    '{ state(code: "07") { openAlerts { kind severity citation count } } }',
  )

  expect(silent).toMatchObject([{ citation: 'LGDNNA art. 99 ¶2' }])
  expect(frozen.map(({ state, frozenSince }) => [state.code, frozenSince !== null]).sort()).toEqual([
    ['07', false], // Chiapas has sent a file of today.
    ['30', true],
  ])
  expect(counts.data).toMatchObject({
    state: {
      openAlerts: expect.arrayContaining([expect.objectContaining({ kind: 'HELD_WITHOUT_LEGAL_BASIS', count: 1 })]),
    },
  })
})

const ANSWERED = `insert into oversight.answer_by_number (id, number, words, author, author_role, states, at)
  select gen_random_uuid(), '1', 'what was done about it', 'somebody', 'inm-officer', array[state], now() from unnest($1::char(2)[]) state`
const BREACHED = `insert into oversight.breach_told
    (id, breach_id, entry, authority, states, happened_at, words, author, author_role, at)
  select gen_random_uuid(), gen_random_uuid(), 'FOUND', 'PPNNA', array[state], now(), 'a telephone with lists was lost', 'somebody',
    'ppnna-officer', now() from unnest($1::char(2)[]) state`

test('of alerts and all that belongs to them, the database itself gives those of the actor’s states', async () => {
  for (const insert of [ANSWERED, BREACHED]) await database.query(insert, [['07', '30']])
  const alerts = await database.query<{ id: string; state: string }>('select id, state from oversight.alert')
  const stateOf = new Map(alerts.map(({ id, state }) => [id, state]))
  const db = open(database.url)
  const given = async (role: Role, states: string[] | null, what: string) => {
    const reading = db.withActor(rowContextOf(anActor(role, { states })))
    const { rows } = await reading.query(`select distinct ${what}`)
    reading.close()
    return [...new Set((rows as { of: string }[]).map(({ of }) => stateOf.get(of) ?? of))].sort()
  }

  const ofAlerts = [
    'id as of from oversight.alert',
    'alert_id as of from oversight.alert_history',
    'alert_id as of from stream.alert_step',
  ]
  const ofOffices = ['states[1] as of from oversight.answer_by_number', 'states[1] as of from oversight.breach_told']
  for (const what of [...ofAlerts, ...ofOffices]) {
    const isOfAlerts = ofAlerts.includes(what)
    expect([what, await given('federal-secretary', null, what)]).toEqual([what, ['07', '30']])
    for (const role of ['state-secretary', 'ppnna-officer', 'ombudsperson-state'] as const)
      for (const state of ['07', '30'])
        expect([what, role, await given(role, [state], what)]).toEqual([what, role, [state]])
    for (const role of ['partner', 'dif-officer'] as const)
      expect([what, role, await given(role, ['30'], what)]).toEqual([what, role, isOfAlerts ? ['30'] : []])
    for (const role of ['inm-officer', 'independent-counsel'] as const)
      expect([what, role, await given(role, ['07', '30'], what)]).toEqual([what, role, []])
  }
  await db.close()
})

const telling = (actor: Actor, state: string, condition: string) =>
  graph.ask(
    actor,
    `mutation { recordSecretariat(input: { state: "${state}", condition: ${condition}, since: "${localDay(daysAgo(40))}", reason: "Oficio de la Secretaría de Gobernación" }) { secretariat { condition } } }`,
  )

test('the post of the federal secretary: who oversees it tells, he and they are told of the alert, which is of no state', async () => {
  const [secretary, ombuds] = [anActor('federal-secretary'), anActor('ombudsperson-federal')]
  const refused = [await telling(secretary, '00', 'HELD'), await telling(ombuds, '07', 'VACANT')]
  expect(refused.map(({ errors }) => errors?.[0]?.extensions?.['code'])).toEqual(['FORBIDDEN', 'FORBIDDEN'])
  expect((await telling(ombuds, 'MX', 'VACANT')).errors).toBeUndefined()
  await settle(graph.services.values(), database)

  const who = 'number dutyHolders overseers'
  const known = { severity: 'RED', state: { code: '00' }, child: null, number: 'A36', dutyHolders: ['SIPINNA'] }
  for (const role of ['federal-secretary', 'ombudsperson-federal'] as const)
    expect(await listed(role, '{ isOfNation: true }', who)).toMatchObject([{ ...known, overseers: ['CNDH'] }])
  expect(await listed('state-secretary', '{ kind: [SECRETARIAT_VACANT] }')).toEqual([])
  const counts = '{ nation { openAlerts { kind count } } secretariats { state { code name } condition } }'
  const { data } = await graph.ask(secretary, counts)
  expect(data).toMatchObject({
    nation: { openAlerts: expect.arrayContaining([{ kind: 'SECRETARIAT_VACANT', count: 1 }]) },
    secretariats: [{ state: { code: '00', name: 'Estados Unidos Mexicanos' }, condition: 'VACANT' }],
  })
})
