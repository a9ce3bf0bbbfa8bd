/** What is refused, and that nothing was taken out then: too often, without a purpose, by another site. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aDetection } from '../support/builders/inm.ts'
import { startWorld, type World } from '../support/world.ts'
import { PURPOSE, taker } from './taking-out.ts'

let world: World
beforeAll(async () => {
  world = await startWorld({ mode: 'in-process' })
  await world.takeIn('children/detections', [aDetection()])
  await world.settle()
})
afterAll(() => world.stop())

test('the third export of records in a day is refused, with when to ask again; figures are not counted', async () => {
  const { take } = await taker(world, 'ombudsperson-federal')
  for (const list of ['children', 'facilities']) expect((await take(list)).status).toBe(200)

  const { status, code, headers, extensions } = await take('returns')

  expect({ status, code }).toEqual({ status: 429, code: 'RATE_LIMITED' })
  expect(Number(headers.get('retry-after'))).toBeGreaterThan(86_000)
  expect(Date.parse(String(extensions['again']))).toBeGreaterThan(Date.now())
  for (let i = 0; i < 4; i += 1) expect((await take('figures')).status).toBe(200)
})

test('given three asked for at once, two are given', async () => {
  const { take } = await taker(world, 'ombudsperson-federal')

  const answers = await Promise.all(['children', 'placements', 'returns'].map((list) => take(list)))

  expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 429])
})

test.each([
  ['no purpose', { purpose: 'x' }],
  ['a purpose of points', { purpose: '..............' }],
  ['a purpose of one letter', { purpose: 'aaaaaaaaaaaa' }],
  ['a purpose of single letters', { purpose: 'x x x x x x x' }],
  ['a purpose that holds the telephone of somebody', { purpose: 'Informe; llamar al 961 123 4567' }],
  ['a purpose that turns the direction of writing', { purpose: 'informe \u202E para el pleno' }],
  ['a day that is none', { from: '2026-02-30', to: '2026-03-01' }],
  ['half a period', { from: '2026-02-01' }],
  ['a state that is none', { state: "07' or 1=1" }],
  ['what nobody asks', { columns: ['curp'] }],
])('given %s, nothing is exported', async (_what, wish) => {
  const { take, look } = await taker(world, 'state-secretary')

  expect(await take('children', wish)).toMatchObject({ status: 400, code: 'BAD_USER_INPUT' })
  expect((await look()).made).toEqual([])
})

test('given a page of another site, or the cookie alone, nothing is taken out', async () => {
  const body = JSON.stringify({ list: 'children', purpose: PURPOSE })
  const ask = (headers: Record<string, string>) =>
    fetch(`${world.url}/exports`, {
      method: 'POST',
      body,
      headers: { cookie: `__Host-vigia=${world.cookie}`, ...headers },
    })

  expect((await ask({ 'x-vigia': 'test', origin: 'https://elsewhere.example' })).status).toBe(403)
  expect((await ask({})).status).toBe(400)
  expect((await fetch(`${world.url}/exports`, { method: 'POST', body })).status).toBe(401)
  expect((await fetch(`${world.url}/exports`)).status).toBe(401)
})

test('given a list that is not there, it is not found', async () => {
  expect(await (await taker(world, 'state-secretary')).take('names')).toMatchObject({ status: 404, code: 'NOT_FOUND' })
})
