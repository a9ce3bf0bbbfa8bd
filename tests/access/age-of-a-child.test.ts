/** How old a child was, closer than its age group: derived from what a detection tells, for who may identify the child alone. */
import { PSEUDONYMOUS_FEDERAL_SECRETARY } from '@vigia/kit/actor'
import type { Service } from '@vigia/kit/service'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { askDirectly } from '../support/ask-directly.ts'
import { aDetection, type Detection } from '../support/builders/inm.ts'
import { daysAgo, written, writtenDay } from '../support/clock.ts'
import { feedsOf } from '../support/feeds.ts'
import { type ScratchDatabase, scratchDatabase } from '../support/scratch-database.ts'
import { loadServices } from '../support/services.ts'
import { settle } from '../support/settled.ts'
import { secretaryWhoOpened } from '../support/written-openings.ts'

let database: ScratchDatabase
let children: Service
let feeds: ReturnType<typeof feedsOf>
let close: () => Promise<void>

const YEAR = 365.25
const small = aDetection({ EDAD: '5' })
const doubtful = aDetection({
  ...{ EDAD: '', 'FECHA ESTIMADA': 'SÍ' },
  'FECHA DE NACIMIENTO': writtenDay(daysAgo(30 + Math.ceil(18.3 * YEAR))),
})
const untold = aDetection({ EDAD: '' })
const twice = aDetection({ NUE: 'N700000001', EDAD: '15', 'FECHA Y HORA': written(daysAgo(20)), 'AVISO A PPNNA': '' })

beforeAll(async () => {
  database = await scratchDatabase()
  const services = await loadServices(database.url)
  feeds = feedsOf(database.url)
  const loaded = services.get('children')
  if (!loaded) throw new Error('No children service')
  children = loaded
  close = async () => {
    for (const service of services.values()) await service.close()
  }
  await feeds.takeIn('children/detections', [small, doubtful, untold, twice])
  await settle(services.values(), database)
})
afterAll(async () => {
  await feeds.stop()
  await close()
  await database.drop()
})

const AGES = 'ageGroup detailedAgeGroup detections { edges { node { ageGroup detailedAgeGroup isPresumedMinor } } }'

async function idOf({ ACTA }: Detection): Promise<string> {
  const sql = 'select child_id as id from children.detection where acta = $1'
  return (await database.query<{ id: string }>(sql, [ACTA]))[0]?.id ?? ''
}

async function agesOf(detection: Detection) {
  const id = await idOf(detection)
  const secretary = await secretaryWhoOpened(database, id)
  const { data, errors } = await askDirectly(children, secretary, `query ($id: ID!) { child(id: $id) { ${AGES} } }`, {
    id,
  })
  expect(errors).toBeUndefined()
  return JSON.parse(JSON.stringify(data)).child
}

const of = (ageGroup: string, detailedAgeGroup: string | null, isPresumedMinor: boolean | null) => ({
  ...{ ageGroup, detailedAgeGroup },
  detections: { edges: [{ node: { ageGroup, detailedAgeGroup, isPresumedMinor } }] },
})

test('the years of a detection give the closer group, a doubt of 18 years none, and what is not told is null', async () => {
  expect(await agesOf(small)).toEqual(of('FROM_0_TO_11', 'FROM_3_TO_5', false))
  expect(await agesOf(doubtful)).toEqual(of('FROM_12_TO_17', null, true))
  expect(await agesOf(untold)).toEqual(of('UNKNOWN', null, null))
})

test('a child has the closer group of its first detection, also where a late file brings that one', async () => {
  expect(await agesOf(twice)).toMatchObject({ detailedAgeGroup: 'FROM_15_TO_17' })
  const before = { ...aDetection({ NUE: 'N700000001', EDAD: '14' }), 'FECHA Y HORA': written(daysAgo(300)) }
  await feeds.takeIn('children/detections', [{ ...before, 'AVISO A PPNNA': '' }])

  expect(await agesOf(twice)).toMatchObject({
    detailedAgeGroup: 'FROM_12_TO_14',
    detections: {
      edges: [{ node: { detailedAgeGroup: 'FROM_15_TO_17' } }, { node: { detailedAgeGroup: 'FROM_12_TO_14' } }],
    },
  })
})

test.each(['detailedAgeGroup', 'detections { edges { node { isPresumedMinor } } }'])(
  'who sees pseudonyms does not read %s',
  async (field) => {
    const id = await idOf(small)
    const asked = `query ($id: ID!) { child(id: $id) { ageGroup ${field} } }`
    const { data, errors } = await askDirectly(children, PSEUDONYMOUS_FEDERAL_SECRETARY, asked, { id })

    expect(errors?.length).toBeGreaterThan(0)
    expect(JSON.stringify(data ?? null)).not.toMatch(/FROM_3_TO_5|isPresumedMinor":(true|false)/)
  },
)
