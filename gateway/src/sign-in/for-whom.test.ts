import { afterAll, beforeAll, expect, test } from 'vitest'
import { scratchDatabase } from '../../../tests/support/scratch-database.ts'
import { type SignedWorld, startSignedWorld } from '../testing/signed-world.ts'

let world: SignedWorld
beforeAll(async () => {
  world = await startSignedWorld(await scratchDatabase())
})
afterAll(() => world.stop())

test('a page has a key for what was being written, the same whenever the same person is in, and nobody else', async () => {
  const keyFor = async ({ headers }: { headers: Record<string, string> }): Promise<string> =>
    (await (await fetch(`${world.url}/session`, { headers })).json()).draftKey
  const [sub, other] = ['person-who-writes', 'another-person']

  const key = await keyFor(await world.browser({ sub }))

  expect(Buffer.from(key, 'base64url')).toHaveLength(32)
  expect(await keyFor(await world.browser({ sub }))).toBe(key)
  expect(await keyFor(await world.browser({ sub: other }))).not.toBe(key)
  expect(await keyFor(await world.browser({ sub, role: 'ombudsperson-federal' }))).not.toBe(key)
})

test('given a page that was opened for somebody else, nothing is answered to it, kept or not; for the same person in again, it is', async () => {
  const pageOf = async ({ headers }: { headers: Record<string, string> }): Promise<string> =>
    (await (await fetch(`${world.url}/session`, { headers })).json()).forWhom
  const [one, other] = [await world.browser({ sub: 'one' }), await world.browser({ sub: 'other' })]
  const page = await pageOf(one)
  const asked = async ({ headers }: typeof one) => (await world.ask({ ...headers, 'x-vigia-for': page })).status

  expect(await asked(one)).toBe(200)
  expect(await asked(other)).toBe(401)
  expect((await world.ask(other.headers)).status).toBe(200)
  expect(await asked(other)).toBe(401)
  expect(await asked(await world.browser({ sub: 'one' }))).toBe(200)
  expect(await asked(await world.browser({ sub: 'one', role: 'ombudsperson-federal' }))).toBe(401)
})

test('given the same person in again in the same role with other states, the page that was opened before is answered no more', async () => {
  const sub = 'person-who-moved'
  const before = await world.browser({ sub, role: 'state-secretary', states: ['07'] })
  const page = (await (await fetch(`${world.url}/session`, { headers: before.headers })).json()).forWhom
  const after = await world.browser({ sub, role: 'state-secretary', states: ['27'] }, before.id)

  expect((await world.ask({ ...after.headers, 'x-vigia-for': page })).status).toBe(401)
  expect((await world.ask(after.headers)).status).toBe(200)
})
