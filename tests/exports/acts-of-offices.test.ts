/** What offices have done leaves as a file as well, for whoever may read it: how often and by whom, and no word of what they wrote. */
import { localDateOf } from '@vigia/law/mexican-time'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { anActor } from '../support/asking.ts'
import { aDetection } from '../support/builders/inm.ts'
import { signedIn } from '../support/signed-in.ts'
import { startWorld, type World } from '../support/world.ts'
import { tableIn, taker } from './taking-out.ts'

const REASON = 'Kanpalabras de quien lo hizo, que nadie más ha de leer'
const BY = 'una secretaria'
const today = localDateOf(new Date())
const inHours = (hours: number) => new Date(Date.now() + 3_600_000 * hours).toISOString()
const found = inHours(-2)

let world: World
beforeAll(async () => {
  world = await startWorld({ mode: 'in-process' })
  await world.takeIn('children/detections', [aDetection({ ENTIDAD: 'Veracruz' })])
  await world.settle()
  const [child] = await world.database.query<{ id: string }>('select id from children.child')
  const acts = [
    `recordBreach(input: { authority: DIF, states: ["07"], foundAt: "${found}", words: "${REASON}" }) { breach { id } }`,
    `recordSecretariat(input: { state: "07", condition: VACANT, since: "${today}", reason: "${REASON}" }) { secretariat { since } }`,
    `recordWorkSuspension(input: { authority: PPNNA, state: "07", from: "${today}", until: "${today}", publishedOn: "${today}", agreement: "${REASON}" }) { suspension { id } }`,
    `silenceAlerts(input: { kind: [LONG_STAY, FAST_RETURN], state: "07", reason: "${REASON}", until: "${inHours(24)}" }) { silence { id } }`,
  ]
  for (const act of acts) await does('federal-secretary', act)
  await does(
    'ppnna-officer',
    `emergencyAccess(input: { childId: "${child?.id}", reason: "${REASON}" }) { emergency { until } }`,
  )
})
afterAll(() => world.stop())

async function does(role: 'federal-secretary' | 'ppnna-officer', act: string): Promise<void> {
  const { headers } = await signedIn(world.database.url, anActor(role, { sub: BY }))
  const response = await fetch(`${world.url}/graphql`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify({ query: `mutation { ${act} }` }),
  })
  expect(await response.json()).not.toHaveProperty('errors')
}

test.each([
  ['breaches', 'federal-secretary', ['Sistema DIF estatal', localDateOf(new Date(found)), today, BY, '', '']],
  ['secretariats', 'state-secretary', ['Chiapas', 'Vacante', today, today]],
  [
    'work-suspensions',
    'state-secretary',
    ['Procuraduría de Protección de NNA de una entidad', 'Chiapas', today, today, today, today, BY, ''],
  ],
  [
    'silences',
    'ombudsperson-state',
    ['Estancia prolongada en CAS | Retorno a los pocos días de la detección', 'Chiapas', BY, 'federal-secretary'],
  ],
  ['emergency-accesses', 'ombudsperson-state', [today, localDateOf(new Date(inHours(24))), BY, 'ppnna-officer']],
] as const)('%s are taken out by a %s, without a word of why', async (list, role, expected) => {
  const { status, text } = await (await taker(world, role)).take(list)

  expect(status, text).toBe(200)
  const { rows } = tableIn(text)
  expect(rows.map((row) => row.slice(0, expected.length))).toEqual([expected])
  expect(text).not.toContain('Kanpalabras')
})

test.each([
  ['alerts', 'ombudsperson-state'],
  ['duty-alerts', 'dif-officer'],
] as const)('%s tell a %s whose the data are of which they tell', async (list, role) => {
  await world.settle()
  const { status, text } = await (await taker(world, role)).take(list)

  expect(status, text).toBe(200)
  const { titles, rows } = tableIn(text)
  const whose = titles.indexOf('De quién es el archivo, los datos o el puesto')
  // The row that stands for nobody is made of others.
  const breached = new Set(rows.filter((row) => row.includes('A38')).map((row) => row[whose]))
  expect([...breached]).toEqual(['Sistema DIF estatal'])
})

test('a list is taken out of one state and of some days alone, as it is read', async () => {
  const rowsOf = async (list: string, wish: object) => {
    const { status, text } = await (await taker(world, 'federal-secretary')).take(list, { ...wish })
    expect(status, text).toBe(200)
    return tableIn(text).rows.length
  }
  const days = (day: string) => ({ from: day, to: day })

  expect([await rowsOf('breaches', { state: '07' }), await rowsOf('breaches', { state: '30' })]).toEqual([1, 0])
  expect([await rowsOf('silences', days(today)), await rowsOf('silences', days('2026-01-01'))]).toEqual([1, 0])
  expect([await rowsOf('batches-children', days(today)), await rowsOf('batches-children', { state: '07' })]).toEqual([
    ...[1, 0],
  ])
})

test('an alert that a person has closed is not told like one that stands', async () => {
  await world.settle()
  const [alert] = await world.database.query<{ id: string; version: number }>(
    "select id, version from oversight.alert where kind = 'SECURITY_BREACH' and state = '07'",
  )
  const taken = async () => {
    const { titles, rows } = tableIn((await (await taker(world, 'federal-secretary')).take('alerts')).text)
    const ofBreach = rows.find((row) => row.includes('A38'))
    return ['Resuelta', 'Cerrada por una persona'].map((title) => ofBreach?.[titles.indexOf(title)])
  }
  const before = await taken()
  await does(
    'federal-secretary',
    `closeAlert(input: { id: "${alert?.id}", version: ${alert?.version}, reason: "${REASON}" }) { alert { id } }`,
  )

  expect([before, await taken()]).toEqual([
    ['', ''],
    ['', today],
  ])
})

test.each([
  ['breaches', 'dif-officer'],
  ['silences', 'dif-officer'],
  ['letters', 'state-secretary'],
  ['duty-alerts', 'federal-secretary'],
] as const)('%s are closed to a %s', async (list, role) => {
  expect(await (await taker(world, role)).take(list)).toMatchObject({ status: 403, code: 'FORBIDDEN' })
})

test.each([
  ['letters', 'federal-secretary'],
  ['duty-alerts', 'dif-officer'],
] as const)('%s are taken out by a %s', async (list, role) => {
  expect(await (await taker(world, role)).take(list)).toMatchObject({ status: 200 })
})
