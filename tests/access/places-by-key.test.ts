/** INEGI's key of a municipality is told where its name is: of a detection, of what INM sent, of a place, and never of a home. */
import { type Actor, PSEUDONYMOUS_FEDERAL_SECRETARY } from '@vigia/kit/actor'
import type { Service, ServiceName } from '@vigia/kit/service'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { askDirectly } from '../support/ask-directly.ts'
import { anActor } from '../support/asking.ts'
import { aDetection } from '../support/builders/inm.ts'
import { daysAgo, written } from '../support/clock.ts'
import { feedsOf } from '../support/feeds.ts'
import { type ScratchDatabase, scratchDatabase } from '../support/scratch-database.ts'
import { loadServices } from '../support/services.ts'
import { settle } from '../support/settled.ts'

let database: ScratchDatabase
let services: Map<ServiceName, Service>
let feeds: ReturnType<typeof feedsOf>

const keyed = aDetection({ 'CLAVE DE MUNICIPIO': '07089' })
const plain = aDetection({ 'FECHA Y HORA': written(daysAgo(31)) })
const centre = { CLAVE: 'CAS-07-030', NOMBRE: 'CAS Tonalá', TIPO: 'CAS estatal', ENTIDAD: 'Chiapas' }
const home = { ...centre, CLAVE: 'FAM-07-030', NOMBRE: 'Familia Prueba', TIPO: 'Familia de acogida' }

beforeAll(async () => {
  database = await scratchDatabase()
  services = await loadServices(database.url)
  feeds = feedsOf(database.url)
  await feeds.takeIn('children/detections', [keyed, plain])
  const lists = [centre, home].map((place) => ({ ...place, MUNICIPIO: 'Tonalá', 'CLAVE DE MUNICIPIO': '07097' }))
  await feeds.takeIn('placements/facilities', lists, { source: 'SNDIF' })
  await settle(services.values(), database)
})
afterAll(async () => {
  await feeds.stop()
  for (const service of services.values()) await service.close()
  await database.drop()
})

async function told(name: ServiceName, actor: Actor, query: string) {
  const service = services.get(name)
  if (!service) throw new Error(`No service ${name}`)
  const { data, errors } = await askDirectly(service, actor, query)
  expect(errors).toBeUndefined()
  return JSON.parse(JSON.stringify(data))
}

test('of a detection, and null where the file did not tell', async () => {
  const { children } = await told(
    'children',
    PSEUDONYMOUS_FEDERAL_SECRETARY,
    '{ children { edges { node { detections { edges { node { municipality municipalityKey } } } } } } }',
  )

  const found = children.edges.flatMap(
    ({ node }: never) => (node as { detections: { edges: unknown[] } }).detections.edges,
  )
  expect(found).toEqual([
    { node: { municipality: 'Tapachula', municipalityKey: '07089' } },
    { node: { municipality: 'Tapachula', municipalityKey: null } },
  ])
})

test('INM reads back the key that it sent, also once somebody has corrected the detection', async () => {
  const sent = '{ detectionReceipts { edges { node { number municipalityKey } } } }'
  const receipts = [
    { node: { number: keyed.ACTA, municipalityKey: '07089' } },
    { node: { number: plain.ACTA, municipalityKey: null } },
  ]
  expect(await told('children', anActor('inm-officer', { org: 'INM' }), sent)).toEqual({
    detectionReceipts: { edges: receipts },
  })

  await feeds.takeIn('children/detections', [{ ...keyed, MUNICIPIO: 'Suchiate', 'CLAVE DE MUNICIPIO': '07087' }], {
    source: 'NATIONAL_GUARD',
  })
  expect(await database.query('select municipality_key as key from children.detection order by 1')).toEqual([
    ...[{ key: '07087' }, { key: null }],
  ])
  expect(await told('children', anActor('inm-officer', { org: 'INM' }), sent)).toEqual({
    detectionReceipts: { edges: receipts },
  })
})

test('of a centre, and not of a home, whose town would lead to its door', async () => {
  const places = await told(
    'placements',
    PSEUDONYMOUS_FEDERAL_SECRETARY,
    '{ facilities { edges { node { type municipality municipalityKey } } } }',
  )

  expect(places).toEqual({
    facilities: {
      edges: [
        { node: { type: 'FAM_A', municipality: null, municipalityKey: null } },
        { node: { type: 'CASE', municipality: 'Tonalá', municipalityKey: '07097' } },
      ],
    },
  })
})

test('places are listed by it: of that municipality alone, no home among them, and never for a key that is none', async () => {
  const service = services.get('placements')
  if (!service) throw new Error('No service placements')
  const listed = (keys: string) =>
    askDirectly(
      service,
      anActor('state-secretary'),
      `{ facilities(filter: { municipalityKey: [${keys}] }) { totalCount edges { node { name } } } }`,
    )
  const placesIn = async (keys: string) => {
    const { data, errors } = await listed(keys)
    expect(errors).toBeUndefined()
    return JSON.parse(JSON.stringify(data)).facilities
  }

  expect(await placesIn('"07097"')).toEqual({ totalCount: 1, edges: [{ node: { name: 'CAS Tonalá' } }] })
  expect(await placesIn('"07089", "7097"')).toMatchObject({ totalCount: 1 })
  expect(await placesIn('"07089"')).toEqual({ totalCount: 0, edges: [] })
  expect(await placesIn('')).toMatchObject({ totalCount: 2 })
  for (const mistyped of ['"Tonalá"', '"99001"', '"07000"'])
    expect((await listed(mistyped)).errors?.[0]?.message).toBe(
      'filter.municipalityKey: value 1 is no key of INEGI. Write 07087.',
    )
})
