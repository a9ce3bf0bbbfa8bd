/** Who was turned out, where the clock of the database is another than that of the gateways and of the issuer. */
import { openPool } from '@vigia/db/open'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type ScratchDatabase, scratchDatabase } from '../../../tests/support/scratch-database.ts'
import { type SignedWorld, startSignedWorld } from '../testing/signed-world.ts'
import { PersonalTokens } from './personal-tokens.ts'
import { turnOut } from './turn-out.ts'

const HALF_AN_HOUR_IN_MS = 1_800_000

let world: SignedWorld
let database: ScratchDatabase
beforeEach(async () => {
  database = await scratchDatabase()
  world = await startSignedWorld(database)
})
afterEach(() => world.stop())

const statusWith = async (token: string) => (await world.ask({ authorization: `Bearer ${token}` })).status

test('given the database is ahead, a token that was revoked at another gateway is refused within two seconds', async () => {
  world.later(-HALF_AN_HOUR_IN_MS)
  const { sub, headers } = await world.browser()
  const body = JSON.stringify({ name: 'hers', days: 7 })
  const made = { method: 'POST', headers: { ...headers, 'content-type': 'application/json' }, body }
  const { token } = await (await fetch(`${world.url}/session/tokens`, made)).json()
  expect(await statusWith(token)).toBe(200)

  const elsewhere = new PersonalTokens(world.sessions, world.issuer.settings.iss)
  const [hers] = await elsewhere.list(sub, new Date(world.now()))
  await elsewhere.revoke(sub, String(hers?.id), new Date(world.now()))

  await expect.poll(() => statusWith(token), { timeout: 2_000 }).toBe(401)
})

test('given it is behind, a program that is turned out is refused with what it was given a moment before', async () => {
  world.later(HALF_AN_HOUR_IN_MS)
  const token = await world.issuer.token({ client_id: 'turned-out' })
  expect(await statusWith(token)).toBe(200)

  const administrator = openPool(database.url, 1)
  await turnOut(administrator, 'client:turned-out', new Date(world.now()))
  await administrator.end()

  await expect.poll(() => statusWith(token), { timeout: 2_000 }).toBe(401)
})
