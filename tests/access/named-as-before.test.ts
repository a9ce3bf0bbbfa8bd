/**
 * A letter names a child by its folio, and a page that is kept by its id: once that child was found to be another, both lead to that one, for
 * whoever may know of it and for nobody else; and to itself again, once it was found not to be.
 */
import { openPool } from '@vigia/db/open'
import { accessesTo as chainedAccessesTo } from '@vigia/kit/audit/accesses'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { anActor } from '../support/asking.ts'
import { aDetection } from '../support/builders/inm.ts'
import { nextNumber } from '../support/builders/row.ts'
import { daysAgo, written } from '../support/clock.ts'
import { type Feeds, feedsOf } from '../support/feeds.ts'
import { codeOf, emergency, type OpeningWorld, opening, worldOfOpenings } from '../support/openings.ts'

const CHIAPAS = anActor('ppnna-officer')
const TABASCO = anActor('ppnna-officer', { states: ['27'] })
const VERACRUZ = anActor('ppnna-officer', { states: ['30'] })
const FEDERAL = anActor('federal-secretary')
const COMMISSION = anActor('ombudsperson-state', { sub: 'the-commission' })

interface Named {
  id: string
  folio: string
}

let world: OpeningWorld
let feeds: Feeds
beforeAll(async () => {
  world = await worldOfOpenings()
  feeds = feedsOf(world.database.url)
})
afterAll(async () => {
  await feeds.stop()
  await world.stop()
})

async function childOf(acta: string): Promise<Named> {
  const sql =
    'select c.id, c.folio from children.child c join children.detection d on d.child_id = c.id where d.acta = $1'
  const [child] = await world.database.query<Named & Record<string, unknown>>(sql, [acta])
  if (!child) throw new Error('Nobody is found by that acta')
  return child
}

const asked = async (actor: typeof CHIAPAS, named: string) =>
  (await world.ask(actor, `{ child(id: "${named}") { id folio } }`)).data

/** By whom and when a record was asked for, as the commission of the state reads it on the page of the child. */
const accessesTo = async (folio: string) => {
  const { data } = await world.ask(
    COMMISSION,
    `{ child(id: "${folio}") { accesses(first: 50) { edges { node { subject at } } } } }`,
  )
  const { edges } = (data as { child: { accesses: { edges: { node: { subject: string; at: string } }[] } } }).child
    .accesses
  return edges.map(({ node: { subject, at } }) => `${subject} ${at}`)
}

/** The same as `npm run audit -- child` reads it out of the chains. */
const chainedOf = async (id: string) => {
  const pool = openPool(world.database.url, 1)
  const { accesses } = await chainedAccessesTo(pool, id, '/nonexistent')
  await pool.end()
  return accesses.map(({ row: { subject, micros } }) => `${subject} ${new Date(Number(micros) / 1000).toISOString()}`)
}

const alertsOf = async (folio: string) => {
  const { data } = await world.ask(
    CHIAPAS,
    `{ alerts(first: 50, filter: { child: "${folio}", isOpen: true }) { edges { node { id kind child { folio } } } } }`,
  )
  return (data as { alerts: { edges: { node: { child: { folio: string } } }[] } }).alerts.edges.map(({ node }) => node)
}

test('who was found to be another is found by the name that she had, and is herself again once she was not', async () => {
  // Given a girl of whom Tabasco was notified, and one of whom Chiapas was
  const NUE = `N${nextNumber() + 600_000_000}`
  const notified = { 'AVISO A PPNNA': written(daysAgo(8)) }
  const first = aDetection({ ...notified, NUE, ENTIDAD: 'Tabasco', 'FECHA Y HORA': written(daysAgo(40)) })
  const second = aDetection({ ...notified, ENTIDAD: 'Chiapas', 'FECHA Y HORA': written(daysAgo(9)) })
  await feeds.takeIn('children/detections', [first])
  const { batchId } = await feeds.takeIn('children/detections', [second])
  await world.settled()
  const [one, other] = [await childOf(first.ACTA), await childOf(second.ACTA)]
  expect(await asked(CHIAPAS, other.folio)).toEqual({ child: other })
  expect(await asked(TABASCO, other.folio)).toEqual({ child: null })
  await world.settled()
  const before = (await accessesTo(other.folio)).filter((line) => !line.startsWith(COMMISSION.sub))
  expect(before).toHaveLength(2)

  // When they are found to be one
  await feeds.withdraw('children/detections', batchId)
  const again = await feeds.takeIn('children/detections', [{ ...second, NUE }])
  await world.settled()

  // Then either name leads to her, in both states, and in a third to nobody
  for (const named of [one.id, one.folio, other.id, other.folio])
    for (const actor of [CHIAPAS, TABASCO, VERACRUZ])
      expect(await asked(actor, named)).toEqual({ child: actor === VERACRUZ ? null : one })
  expect(await accessesTo(one.folio)).toEqual(expect.arrayContaining(before))
  expect(await chainedOf(one.id)).toEqual(expect.arrayContaining(before))
  const alerts = await alertsOf(one.folio)
  expect(alerts.map(({ child }) => child.folio)).toContain(one.folio)
  expect(await alertsOf(other.folio)).toEqual(alerts)
  const opened = await world.ask(FEDERAL, opening(other.folio))
  expect(opened.data).toMatchObject({ openRecord: { childId: one.id } })
  expect(codeOf(await world.ask(VERACRUZ, emergency(other.folio)))).toBeUndefined()
  expect(await asked(VERACRUZ, other.folio)).toEqual({ child: one })

  // When that was a mistake, each is herself
  await feeds.withdraw('children/detections', again.batchId)
  await feeds.takeIn('children/detections', [second])
  await world.settled()
  expect(await asked(CHIAPAS, other.folio)).toEqual({ child: other })
  expect(await asked(CHIAPAS, one.folio)).toEqual({ child: null })
  expect(await accessesTo(other.folio)).toEqual(expect.arrayContaining(before))
  expect(await alertsOf(one.folio)).toEqual([])
  expect((await alertsOf(other.folio)).map(({ child }) => child.folio)).toContain(other.folio)
  expect(await asked(TABASCO, one.folio)).toEqual({ child: one })
})
