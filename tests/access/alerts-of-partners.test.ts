/** What a partner reads of alerts: those of its states, by words of its own and by the hour, so that no two partners can join them. */
import { open } from '@vigia/db/oversight'
import { type Actor, acceptActor } from '@vigia/kit/actor'
import { rowContextOf } from '@vigia/kit/graph/in-sight'
import { pseudonymsOf } from '@vigia/kit/seal/pseudonyms'
import { isId } from '@vigia/law/ids'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { anActor, type Graph, openGraph } from '../support/asking.ts'
import { aDetection, aStay } from '../support/builders/inm.ts'
import { hoursAgo, written } from '../support/clock.ts'
import { feedsOf } from '../support/feeds.ts'
import { type ScratchDatabase, scratchDatabase } from '../support/scratch-database.ts'
import { settle } from '../support/settled.ts'

let database: ScratchDatabase
let graph: Graph
beforeAll(async () => {
  database = await scratchDatabase()
  graph = await openGraph(database)
  const feeds = feedsOf(database.url)
  const notified = { 'AVISO A PPNNA': written(hoursAgo(30)) }
  const [held, station] = [aDetection(notified), aDetection({ ...notified, ENTIDAD: 'Veracruz' })]
  await feeds.takeIn('children/detections', [held, station])
  await feeds.takeIn('placements/stays', [
    aStay(held.ACTA, { INGRESO: written(hoursAgo(37)) }),
    aStay(station.ACTA, {
      'NOMBRE DEL LUGAR': 'EM Acayucan',
      'TIPO DE LUGAR': 'Estación migratoria',
      ENTIDAD: 'Veracruz',
    }),
  ])
  await settle(graph.services.values(), database)
  await feeds.stop()
})
afterAll(async () => {
  await graph.stop()
  await database.drop()
})

interface Told {
  id: string
  kind: string
  childRef: string | null
  openedAt: string
  resolvedAt: string | null
  state: { code: string }
}
const aPartner = (org: string, states = ['07', '30']) => anActor('partner', { sub: `client:${org}`, org, states })

async function told(actor: Actor, args = 'first: 100'): Promise<{ after: string | null; alerts: Told[] }> {
  const { data, errors } = await graph.ask(
    actor,
    `{ alerts(${args}) { pageInfo { endCursor } edges { node { id kind childRef openedAt resolvedAt state { code } } } } }`,
  )
  expect(errors).toBeUndefined()
  const { edges, pageInfo } = (data as { alerts: { edges: { node: Told }[]; pageInfo: { endCursor: string | null } } })
    .alerts
  return { after: pageInfo.endCursor, alerts: edges.map(({ node }) => node) }
}
/** Of that kind alone. */
const agreedOn = (kind: 'HELD_WITHOUT_LEGAL_BASIS', partner = aPartner('one')): Actor => {
  if (!partner.agreement) throw new Error('A partner has an agreement.')
  return { ...partner, agreement: { ...partner.agreement, kinds: [kind] } }
}
const realIds = async () => (await told(anActor('ombudsperson-federal'))).alerts.map(({ id }) => id)

test('a partner reads the alerts of the states of its agreement, by words and hours alone', async () => {
  const [{ alerts }, known] = [await told(aPartner('one')), await realIds()]
  const inHours = [...alerts.map(({ openedAt }) => openedAt), ...alerts.flatMap(({ resolvedAt }) => resolvedAt ?? [])]

  expect(alerts.length).toBe(known.length)
  expect(alerts.every(({ id }) => isId(id) && !known.includes(id))).toBe(true)
  expect(inHours.filter((at) => !at.endsWith(':00:00.000Z'))).toEqual([])
  expect(new Set((await told(aPartner('one', ['30']))).alerts.map(({ state }) => state.code))).toEqual(new Set(['30']))
  expect((await told(aPartner('one', []))).alerts).toEqual([])
})

test('of kinds that its agreement does not name a partner reads no alert, in no list, by no id and in no count', async () => {
  const some = agreedOn('HELD_WITHOUT_LEGAL_BASIS')
  const kindsOf = (alerts: readonly Told[]) => new Set(alerts.map(({ kind }) => kind))
  const [all, agreed] = [(await told(aPartner('one'))).alerts, (await told(some)).alerts]
  const other = all.find(({ kind }) => kind !== 'HELD_WITHOUT_LEGAL_BASIS')
  const { data } = await graph.askService('oversight', some, '{ alerts { totalCount } }')

  expect(kindsOf(all).size).toBeGreaterThan(1)
  expect([...kindsOf(agreed)]).toEqual(['HELD_WITHOUT_LEGAL_BASIS'])
  expect(data).toEqual({ alerts: { totalCount: agreed.length } })
  expect((await graph.ask(some, `{ alert(id: "${other?.id}") { id } }`)).data).toEqual({ alert: null })
})

test('the database by itself keeps to the kinds and the term of the agreement', async () => {
  const db = open(database.url)
  const kindsFor = async (actor: Actor) => {
    const reading = db.withActor(rowContextOf(acceptActor(actor)))
    const { rows } = await reading.run(() => db.rows.query('select distinct kind from oversight.alert'))
    reading.close()
    return rows.map(({ kind }) => kind)
  }
  const { agreement } = aPartner('one')
  const over = { ...aPartner('one'), ...(agreement && { agreement: { ...agreement, until: Date.now() - 1 } }) }

  expect((await kindsFor(aPartner('one'))).length).toBeGreaterThan(1)
  expect(await kindsFor(agreedOn('HELD_WITHOUT_LEGAL_BASIS'))).toEqual(['HELD_WITHOUT_LEGAL_BASIS'])
  expect(await kindsFor(over)).toEqual([])
  await db.close()
})

test('two partners cannot join what they read: no word is of both, and the alerts of one hour come to each in another order', async () => {
  const known = await realIds()
  const read = await Promise.all(
    ['one', 'two', 'three', 'four', 'five'].map(async (org) => ({ org, ...(await told(aPartner(org))) })),
  )
  const words = read.flatMap(({ alerts }) => [
    ...alerts.map(({ id }) => id),
    ...new Set(alerts.flatMap(({ childRef }) => childRef ?? [])),
  ])
  const orders = read.map(({ org, alerts }) => alerts.map(({ id }) => pseudonymsOf({ org, sub: '' }).find(id)))

  expect(new Set(words).size).toBe(words.length)
  for (const order of orders) expect([...order].sort()).toEqual([...known].sort())
  expect(new Set(orders.map(String)).size).toBeGreaterThan(1)
})

test('the word of a partner for a child is that of its list of overstays, and it has none where the duty tells of asylum or counsel', async () => {
  const one = aPartner('one')
  const [{ alerts }, { data }] = [
    await told(one),
    await graph.ask(one, '{ overstays { edges { node { childRef } } } }'),
  ]
  const held = (data as { overstays: { edges: { node: { childRef: string } }[] } }).overstays.edges.map(
    ({ node }) => node.childRef,
  )
  const refsOf = (kind: string) => alerts.flatMap((alert) => (alert.kind === kind ? [alert.childRef] : []))

  expect(held).toEqual(expect.arrayContaining(refsOf('HELD_WITHOUT_LEGAL_BASIS')))
  expect(refsOf('HELD_WITHOUT_LEGAL_BASIS').length).toBe(1)
  expect(new Set(refsOf('NOT_REPRESENTED'))).toEqual(new Set([null]))
})

test('an alert is found by the word of the partner who asks, by its id, and by no word of another', async () => {
  const [one, two] = [aPartner('one'), aPartner('two')]
  const [first] = (await told(one)).alerts
  const byId = async (actor: Actor, id: string) => (await graph.ask(actor, `{ alert(id: "${id}") { id kind } }`)).data

  const real = pseudonymsOf(one).find(first?.id ?? '')
  expect(await byId(one, first?.id ?? '')).toEqual({ alert: { id: first?.id, kind: first?.kind } })
  expect(await byId(one, real)).toEqual({ alert: { id: first?.id, kind: first?.kind } })
  expect(await byId(two, first?.id ?? '')).toEqual({ alert: null })
  expect(await byId(anActor('state-secretary', { states: ['07', '30'] }), first?.id ?? '')).toEqual({ alert: null })
  expect(await byId({ ...one, states: ['09'] }, real)).toEqual({ alert: null })
})

test('page by page a partner is given the same alerts', async () => {
  const one = aPartner('one')
  const seen: string[] = []
  let { after, alerts } = await told(one, 'first: 3')
  while (alerts.length > 0) {
    seen.push(...alerts.map(({ id }) => id))
    ;({ after, alerts } = await told(one, `first: 3, after: "${after}"`))
  }

  expect(seen).toEqual((await told(one)).alerts.map(({ id }) => id))
})

test('a token that leaves out what a partner may read otherwise opens no id, and the service keeps to the agreement by itself', async () => {
  const narrow = { ...aPartner('one'), scopes: ['alert:read'] as const satisfies Actor['scopes'] }
  const { data } = await graph.askService('oversight', narrow, '{ alerts { edges { node { id } } } }')
  const ids = (data as unknown as { alerts: { edges: { node: { id: string } }[] } }).alerts.edges.map(
    ({ node }) => node.id,
  )
  const known = await realIds()
  const refused = await graph.askService('oversight', narrow, '{ alerts { edges { node { steps { step } } } } }')

  expect(ids.length).toBeGreaterThan(0)
  expect(ids.filter((id) => known.includes(id))).toEqual([])
  expect(refused.errors?.[0]?.extensions['code']).toBe('FORBIDDEN')
})
