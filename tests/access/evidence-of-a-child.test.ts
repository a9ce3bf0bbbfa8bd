/** Evidence of a child that few files tell, read by whoever may: what is not told is null, and never zero. */
import type { Service } from '@vigia/kit/service'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { askDirectly } from '../support/ask-directly.ts'
import { aDetection, type Detection } from '../support/builders/inm.ts'
import { feedsOf } from '../support/feeds.ts'
import { type ScratchDatabase, scratchDatabase } from '../support/scratch-database.ts'
import { loadServices } from '../support/services.ts'
import { settle } from '../support/settled.ts'
import { secretaryWhoOpened } from '../support/written-openings.ts'

let database: ScratchDatabase
let children: Service
let close: () => Promise<void>

const told = aDetection({ 'DÍAS EN TRÁNSITO': '0', VÍNCULO: 'Tía', 'LUGAR DEL FAMILIAR': 'México-Nuevo León' })
const untold = aDetection({ VÍNCULO: 'Tía', 'LUGAR DEL FAMILIAR': 'México' })

beforeAll(async () => {
  database = await scratchDatabase()
  const services = await loadServices(database.url)
  const feeds = feedsOf(database.url)
  const loaded = services.get('children')
  if (!loaded) throw new Error('No children service')
  children = loaded
  close = async () => {
    await feeds.stop()
    for (const service of services.values()) await service.close()
  }
  await feeds.takeIn('children/detections', [told, untold])
  const permit = { DOCUMENTO: 'Oficio provisional', 'ESTADO DEL DOCUMENTO': 'Otorgado sin tarjeta' }
  await feeds.takeIn('children/migration-documents', [
    { ...permit, ACTA: told.ACTA, TERRITORIO: 'Chiapas|Tabasco' },
    { ...permit, ACTA: untold.ACTA, TERRITORIO: '' },
  ])
  await settle(services.values(), database)
})
afterAll(async () => {
  await close()
  await database.drop()
})

async function idOf({ ACTA }: Detection): Promise<string> {
  const sql = 'select child_id as id from children.detection where acta = $1'
  return (await database.query<{ id: string }>(sql, [ACTA]))[0]?.id ?? ''
}

async function ofChild(detection: Detection, fields: string) {
  const id = await idOf(detection)
  const secretary = await secretaryWhoOpened(database, id)
  const { data, errors } = await askDirectly(children, secretary, `query ($id: ID!) { child(id: $id) { ${fields} } }`, {
    id,
  })
  expect(errors).toBeUndefined()
  return JSON.parse(JSON.stringify(data)).child
}

test('for how many days a child was on the way', async () => {
  const days = 'detections { edges { node { daysInTransit } } }'

  expect(await ofChild(told, days)).toEqual({ detections: { edges: [{ node: { daysInTransit: 0 } }] } })
  expect(await ofChild(untold, days)).toEqual({ detections: { edges: [{ node: { daysInTransit: null } }] } })
})

test('in which state a relative lives who is in Mexico', async () => {
  const ties = 'familyTies { edges { node { place state { code name } } } }'

  expect(await ofChild(told, ties)).toEqual({
    familyTies: { edges: [{ node: { place: 'MEXICO', state: { code: '19', name: 'Nuevo León' } } }] },
  })
  expect(await ofChild(untold, ties)).toEqual({ familyTies: { edges: [{ node: { place: 'MEXICO', state: null } }] } })
})

test('in which states a document is valid', async () => {
  const documents = 'documents { edges { node { hasGeographicRestriction validIn { code name } } } }'

  expect(await ofChild(told, documents)).toMatchObject({
    documents: {
      edges: [
        {
          node: {
            hasGeographicRestriction: true,
            validIn: [
              { code: '07', name: 'Chiapas' },
              { code: '27', name: 'Tabasco' },
            ],
          },
        },
      ],
    },
  })
  expect(await ofChild(untold, documents)).toMatchObject({
    documents: { edges: [{ node: { hasGeographicRestriction: null, validIn: null } }] },
  })
})
