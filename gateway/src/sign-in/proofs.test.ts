/** Tokens bound to a key: each use needs a proof of it, for this request, once at whichever gateway: row 22 of the list of bad inputs. */
import { IncomingMessage } from 'node:http'
import { Socket } from 'node:net'
import { urlOfRole } from '@vigia/db/roles'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ScratchDatabase, scratchDatabase } from '../../../tests/support/scratch-database.ts'
import { aKey, boundToken, proofOf } from '../testing/proofs-by-hand.ts'
import { type SignedWorld, startSignedWorld } from '../testing/signed-world.ts'
import { assembleSignIn } from './assemble-sign-in.ts'
import { USUAL_TERMS } from './settings.ts'

let world: SignedWorld
let database: ScratchDatabase
beforeAll(async () => {
  database = await scratchDatabase()
  world = await startSignedWorld(database)
})
afterAll(() => world.stop())

const bearer = (token: string) => ({ authorization: `Bearer ${token}` })
const seconds = () => Math.floor(world.now() / 1_000)

test('row 22: given a bound token with a proof of its key, the graph answers; the same proof again, 401', async () => {
  const { key, token } = await boundToken(world)
  const headers = { authorization: `DPoP ${token}`, dpop: await proofOf(world, token, key) }

  expect((await world.ask(headers)).status).toBe(200)
  expect((await world.ask(headers)).status).toBe(401)
})

test('row 22: given a second gateway at the same address, a proof that the first one took holds there no more', async () => {
  const { key, token } = await boundToken(world)
  const other = await assembleSignIn({
    address: new URL(world.url),
    databaseUrl: urlOfRole(database.url, 'vigia_sessions'),
    issuer: world.issuer.settings,
    terms: USUAL_TERMS,
    now: world.now,
  })
  const headers = async () => ({ authorization: `DPoP ${token}`, dpop: await proofOf(world, token, key) })
  const at = (sent: Record<string, string>) =>
    other.keeper.identify(
      Object.assign(new IncomingMessage(new Socket()), { method: 'POST', url: '/graphql', headers: sent }),
    )
  const [first, second] = [await headers(), await headers()]

  expect((await world.ask(first)).status).toBe(200)
  await expect(at(first)).rejects.toMatchObject({ status: 401 })
  expect((await at(second)).name).toBe('client:office')
  expect((await world.ask(second)).status).toBe(401)
  await other.stop()
})

test.each<[string, () => object]>([
  ['for another address', () => ({ htu: 'http://elsewhere.invalid/graphql' })],
  ['for another path', () => ({ htu: `${world.url}/graphql/stream` })],
  ['for another method', () => ({ htm: 'GET' })],
  ['for another token', () => ({ ath: 'x' })],
  ['without an id', () => ({ jti: undefined })],
  ['of two minutes ago', () => ({ iat: seconds() - 120 })],
])('given a proof %s, 401', async (_what, changes) => {
  const { key, token } = await boundToken(world)
  const dpop = await proofOf(world, token, key, changes())

  expect((await world.ask({ authorization: `DPoP ${token}`, dpop })).status).toBe(401)
})

test('given a bound token as a bearer, without a proof, or with one of another key: 401', async () => {
  const { key, token } = await boundToken(world)
  const dpop = await proofOf(world, token, await aKey())

  expect((await world.ask({ ...bearer(token), dpop: await proofOf(world, token, key) })).status).toBe(401)
  expect((await world.ask({ authorization: `DPoP ${token}` })).status).toBe(401)
  expect((await world.ask({ authorization: `DPoP ${token}`, dpop })).status).toBe(401)
  expect((await world.ask({ authorization: `DPoP ${await world.issuer.token()}`, dpop })).status).toBe(401)
})
