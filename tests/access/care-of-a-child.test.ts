/**
 * Of a child's dangers the DIF that lodges it is told what care asks for, and no more: health, language, that there is a danger, how the
 * child is kept. No reason opens the rest to it (security.md 3.2).
 */
import { GROUPS } from '@vigia/law/access-groups'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { anActor, type Graph, openGraph } from '../support/asking.ts'
import { aDetection, aStay } from '../support/builders/inm.ts'
import { feedsOf } from '../support/feeds.ts'
import { type ScratchDatabase, scratchDatabase } from '../support/scratch-database.ts'
import { settle } from '../support/settled.ts'

const DIF = anActor('dif-officer')

let database: ScratchDatabase
let graph: Graph
let endangered: string
let untold: string
beforeAll(async () => {
  database = await scratchDatabase()
  graph = await openGraph(database)
  const feeds = feedsOf(database.url)
  const detections = [
    aDetection({
      'FACTORES DE RIESGO': 'Víctima de trata (tránsito)|Enfermedad|Lengua indígena|Retorno previo',
      CAUSAS: 'Violencia familiar',
    }),
    aDetection(),
  ]
  await feeds.takeIn('children/detections', detections)
  await feeds.takeIn(
    'placements/stays',
    detections.map(({ ACTA }) => aStay(ACTA)),
  )
  await settle(graph.services.values(), database)
  await feeds.stop()
  const idOf = async (acta = '') => {
    const sql = 'select child_id as id from children.detection where acta = $1'
    return (await database.query<{ id: string }>(sql, [acta]))[0]?.id ?? ''
  }
  endangered = await idOf(detections[0]?.ACTA)
  untold = await idOf(detections[1]?.ACTA)
})
afterAll(async () => {
  await graph.stop()
  await database.drop()
})

const CARE = 'detections { edges { node { careNeeds { health needsOtherLanguage isFlagged } } } }'
const KEPT = 'placements { edges { node { sleepsWith siblingsApart missingReported measures { orderedAt } } } }'
const of = (child: string, fields: string) => `{ child(id: "${child}") { ${fields} } }`
const careIn = (data: unknown): unknown =>
  (data as { child: { detections: { edges: { node: { careNeeds: unknown } }[] } } }).child.detections.edges[0]?.node
    .careNeeds

test('the DIF is told what care asks for, and which danger there is by no word', async () => {
  const { data, errors } = await graph.ask(DIF, of(endangered, `${CARE} ${KEPT}`))

  expect(errors).toBeUndefined()
  expect(careIn(data)).toEqual({ health: ['ILLNESS'], needsOtherLanguage: true, isFlagged: true })
  expect(JSON.stringify(data)).not.toMatch(/TRAFFICKING|FORMER_RETURN|VIOLENCE/)
})

test('given nobody told of a risk, that is unknown and not none', async () => {
  expect(careIn((await graph.ask(DIF, of(untold, CARE))).data)).toBeNull()
})

test.each([
  'detections { edges { node { risks { factor } } } }',
  'detections { edges { node { causes } } }',
  'detections { edges { node { daysInTransit } } }',
  'asylumClaims { totalCount }',
  'familyTies { totalCount }',
  'ppnnaCase { status }',
])('the rest is refused by the gateway, and again by the service that knows it: %s', async (fields) => {
  const before = graph.asked()
  const { status, errors } = await graph.ask(DIF, of(endangered, fields))
  expect([status, errors?.[0]?.extensions?.['code']]).toEqual([403, 'FORBIDDEN'])
  expect(graph.asked()).toBe(before)

  const service = fields.startsWith('ppnna') ? 'representation' : 'children'
  const asked = `query ($keys: [_Any!]!) { _entities(representations: $keys) { ... on Child { ${fields} } } }`
  const keys = [{ __typename: 'Child', id: endangered }]
  // Whatever whoever signs the envelope claims.
  const bold = { ...DIF, scopes: [...DIF.scopes, GROUPS.risk.scope, GROUPS.representation.scope] }
  const direct = await graph.askService(service, bold, asked, { keys })
  expect(direct.errors?.[0]?.extensions['code']).toBe('FORBIDDEN')
  expect(JSON.stringify(direct.data)).not.toMatch(/[A-Z]{5,}|":\d/)
})

test('no reason opens it: the act itself is none of the DIF’s', async () => {
  const reason = 'Se prepara el ingreso al albergue'
  const mutation = `mutation { openRecord(input: { childId: "${endangered}", reason: "${reason}" }) { groups } }`
  expect(await graph.ask(DIF, mutation)).toMatchObject({ status: 403, errors: [{ extensions: { code: 'FORBIDDEN' } }] })

  const direct = await graph.askService('children', DIF, mutation)
  expect(direct.errors?.[0]?.extensions['code']).toBe('FORBIDDEN')
  expect(await database.query('select from openings.opening')).toEqual([])
})
