/** Who is bound to a home goes on knowing of the children there, when a list tells that the home has been known by another name. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { anActor } from '../support/asking.ts'
import { aDetection, aStay } from '../support/builders/inm.ts'
import { daysAgo, written } from '../support/clock.ts'
import { type Feeds, feedsOf } from '../support/feeds.ts'
import { type OpeningWorld, worldOfOpenings } from '../support/openings.ts'

const DIF = { source: 'DIF', state: '07' }
const [KEY, NAME, OTHER] = ['ALB-07-77', 'Albergue Dos Nombres', 'ALB-07-78']

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

/** Lodged there since yesterday; gives the folio. */
async function lodged(place: string): Promise<string> {
  const { ACTA, ...found } = aDetection()
  await feeds.takeIn('children/detections', [{ ACTA, ...found }])
  const where = { 'CLAVE DEL LUGAR': place, 'NOMBRE DEL LUGAR': '', 'TIPO DE LUGAR': 'Albergue' }
  await world.settled()
  await feeds.takeIn('placements/stays', [aStay(ACTA, { ...where, INGRESO: written(daysAgo(1)) })], DIF)
  const sql = 'select c.folio from children.child c join children.detection d on d.child_id = c.id where d.acta = $1'
  const [child] = await world.database.query<{ folio: string }>(sql, [ACTA])
  return child?.folio ?? ''
}

const bound = async (place: string) => {
  const [facility] = await world.database.query<{ id: string }>('select id from placements.facility where key = $1', [
    place,
  ])
  return anActor('dif-officer', { sub: `of ${place}`, facilities: [facility?.id ?? ''] })
}

const knownTo = async (actor: ReturnType<typeof anActor>) => {
  const { data } = await world.ask(actor, '{ children(first: 50) { edges { node { folio } } } }')
  return (data as { children: { edges: { node: { folio: string } }[] } }).children.edges.map(({ node }) => node.folio)
}

const overcrowdedFor = async (actor: ReturnType<typeof anActor>) => {
  const asked = '{ dutyAlerts(first: 50, filter: { kind: OVERCROWDED }) { edges { node { facility { name } } } } }'
  const { data } = await world.ask(actor, asked)
  const { edges } = (data as { dutyAlerts: { edges: { node: { facility: { name: string } } }[] } }).dutyAlerts
  return edges.map(({ node }) => node.facility.name)
}

test('given two tellings of one home, the list that says so takes nobody from whoever is bound to it, and gives nobody of another', async () => {
  // Given a home that stays tell by its key and a list by its name, and another one
  const [here, there] = [await lodged(KEY), await lodged(OTHER)]
  const place = { NOMBRE: NAME, TIPO: 'Albergue', ENTIDAD: 'Chiapas', CAPACIDAD: '20' }
  await feeds.takeIn('placements/facilities', [{ CLAVE: '', ...place }], DIF)
  await world.settled()
  const [officer, ofOther] = [await bound(KEY), await bound(OTHER)]
  expect(await knownTo(officer)).toEqual([here])

  // When a list tells both in one row, full since
  const told = [{ CLAVE: KEY, ...place, CAPACIDAD: '0' }]
  const { batchId } = await feeds.takeIn('placements/facilities', told, { ...DIF, isConfirmed: true })
  await world.settled()

  // Then both officers know of whom they knew, and the one that her home is full
  expect(await knownTo(officer)).toEqual([here])
  expect(await overcrowdedFor(officer)).toEqual([NAME])
  expect(await knownTo(ofOther)).toEqual([there])
  expect(await overcrowdedFor(ofOther)).toEqual([])

  // And when the list is withdrawn
  await feeds.withdraw('placements/facilities', batchId)
  await world.settled()
  expect(await knownTo(officer)).toEqual([here])
})
