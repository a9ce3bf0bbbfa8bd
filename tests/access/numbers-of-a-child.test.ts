/** The numbers of a child, whoever gave them, are together; only who may identify a child sees them, and whence it comes. */
import { type Actor, PSEUDONYMOUS_FEDERAL_SECRETARY } from '@vigia/kit/actor'
import type { Service, ServiceName } from '@vigia/kit/service'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { askDirectly } from '../support/ask-directly.ts'
import { anActor } from '../support/asking.ts'
import { aDetection, aStay } from '../support/builders/inm.ts'
import { aCase } from '../support/builders/ppnna.ts'
import { daysAgo, localDay, writtenDay } from '../support/clock.ts'
import { feedsOf } from '../support/feeds.ts'
import { type ScratchDatabase, scratchDatabase } from '../support/scratch-database.ts'
import { loadServices } from '../support/services.ts'
import { settle } from '../support/settled.ts'
import { secretaryWhoOpened } from '../support/written-openings.ts'

let database: ScratchDatabase
let services: Map<ServiceName, Service>
let feeds: ReturnType<typeof feedsOf>
let child: string
let whoMayIdentify: Actor
let stays: string | null
const detection = aDetection({ NUE: 'N123456789', 'PAÍS DE NACIMIENTO': 'Chile', LENGUA: 'Criollo haitiano' })
const opened = aCase(detection.ACTA)

beforeAll(async () => {
  database = await scratchDatabase()
  services = await loadServices(database.url)
  feeds = feedsOf(database.url)
  const complaint = {
    'FOLIO DE QUEJA': 'CNDH/5/2026/77/Q',
    ACTA: detection.ACTA,
    'AUTORIDAD SEÑALADA': 'INM',
    'FECHA DE RECEPCIÓN': writtenDay(daysAgo(5)),
  }
  await feeds.takeIn('children/detections', [detection])
  const stay = aStay(detection.ACTA, { ENTIDAD: 'Tabasco', 'EXPEDIENTE DIF': 'DIF-27/0042' })
  stays = (await feeds.takeIn('placements/stays', [stay], { source: 'SNDIF' })).batchId
  await feeds.takeIn('representation/protection-cases', [opened], { state: '07' })
  await feeds.takeIn('representation/complaints', [complaint], { source: 'CNDH' })
  const claim = { EXPEDIENTE: COMAR_FILE.value, ACTA: detection.ACTA, 'FECHA DE SOLICITUD': COMAR_FILE.validFrom }
  await feeds.takeIn('children/asylum-claims', [{ ...claim, SITUACIÓN: 'Solicitud presentada' }], { source: 'COMAR' })
  await settle(services.values(), database)
  const [row] = await database.query<{ id: string }>('select id from children.child')
  child = row?.id ?? ''
  whoMayIdentify = await secretaryWhoOpened(database, child)
})
afterAll(async () => {
  await feeds.stop()
  for (const service of services.values()) await service.close()
  await database.drop()
})

const numbersFor = (actor: Actor) =>
  ofTheChild(actor, 'identifiers { totalCount edges { node { type value issuer state validFrom validTo } } }')

async function ofTheChild(actor: Actor, fields: string) {
  const service = services.get('children')
  if (!service) throw new Error('No children service')
  return askDirectly(service, actor, `query ($id: ID!) { child(id: $id) { ${fields} } }`, { id: child })
}

const UNTOLD = { validFrom: null, validTo: null }
const ACTA = {
  ...UNTOLD,
  type: 'ACTA',
  value: detection.ACTA,
  issuer: 'INM',
  state: '07',
  validFrom: localDay(daysAgo(30)),
}
const DIF_FILE = { ...UNTOLD, type: 'DIF_FILE', value: 'DIF-27/0042', issuer: 'DIF', state: '27' }
const COMAR_FILE = {
  ...UNTOLD,
  type: 'COMAR_FILE',
  value: 'COMAR/TAP/77/2026',
  issuer: 'COMAR',
  state: null,
  validFrom: localDay(daysAgo(6)),
}
const OTHERS = [
  COMAR_FILE,
  { ...UNTOLD, type: 'COMPLAINT', value: 'CNDH/5/2026/77/Q', issuer: 'CNDH', state: null },
  { ...UNTOLD, type: 'NUE', value: 'N123456789', issuer: 'INM', state: null },
  { ...UNTOLD, type: 'PPNNA_FOLIO', value: opened.FOLIO, issuer: 'PPNNA', state: '07' },
]
const sorted = (numbers: readonly { type: string }[]) => [...numbers].sort((a, b) => (a.type < b.type ? -1 : 1))
const told = async (actor = whoMayIdentify) => {
  const { data, errors } = await numbersFor(actor)
  expect(errors).toBeUndefined()
  const { edges } = (data as { child: { identifiers: { edges: { node: { type: string } }[] } } }).child.identifiers
  return sorted(edges.map(({ node }) => ({ ...node })))
}

test('who may identify a child sees the numbers of every issuer', async () => {
  expect(await told()).toEqual(sorted([ACTA, DIF_FILE, ...OTHERS]))
})

test.each([
  ['the DIF, which lodges it, learns of neither', 'dif-officer', ['COMAR_FILE', 'COMPLAINT']],
  ['the Procuraduría, which has its file, learns of both', 'ppnna-officer', []],
] as const)('of asylum and complaints, which numbers tell, %s', async (_what, role, untold) => {
  const actor = anActor(role, { states: ['07', '27'] })
  const numbers = [ACTA, DIF_FILE, ...OTHERS]
  const isTold = ({ type }: { type: string }) => !untold.some((kind) => kind === type)

  expect(await told(actor)).toEqual(sorted(numbers.filter(isTold)))
  for (const { type, value } of [COMAR_FILE, ...OTHERS]) {
    const { data, errors } = await askDirectly(
      services.get('children') as Service,
      actor,
      `{ childrenByNumber(type: ${type}, number: "${value}") { id } }`,
    )
    expect([type, errors]).toEqual([type, undefined])
    expect([type, data]).toEqual([type, { childrenByNumber: isTold({ type }) ? [{ id: child }] : [] }])
  }
})

test('who sees pseudonyms sees none, nor that there are any', async () => {
  const { data, errors } = await numbersFor(PSEUDONYMOUS_FEDERAL_SECRETARY)

  expect(errors?.length).toBeGreaterThan(0)
  expect(JSON.stringify(data ?? null)).not.toMatch(/N123456789|DIF-27|totalCount/)
})

test('where it was born and what it speaks is told apart from its nationality, and what no file tells is null', async () => {
  const ASKED = ['countryOfBirth', 'countryOfResidence', 'language']
  const { data, errors } = await ofTheChild(whoMayIdentify, `nationality ${ASKED.join(' ')}`)

  expect(errors).toBeUndefined()
  expect(data).toEqual({
    child: { nationality: 'HND', countryOfBirth: 'CHL', countryOfResidence: null, language: 'Criollo haitiano' },
  })
  for (const field of ASKED) {
    const refused = await ofTheChild(PSEUDONYMOUS_FEDERAL_SECRETARY, `nationality ${field}`)
    expect(refused.errors?.length).toBeGreaterThan(0)
    expect(JSON.stringify(refused.data ?? null)).not.toMatch(/CHL|Criollo/)
  }
})

test('a rebuild ends with the same numbers; what is taken back takes its number with it', async () => {
  await services.get('children')?.rebuild(new Date())
  expect(await told()).toEqual(sorted([ACTA, DIF_FILE, ...OTHERS]))

  await feeds.withdraw('placements/stays', stays ?? '')
  await settle(services.values(), database)

  expect(await told()).toEqual(sorted([ACTA, ...OTHERS]))
})
