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
const toldBy = async (answer: Response): Promise<string> => (await answer.json()).errors[0].message
const seconds = () => Math.floor(world.now() / 1_000)

test('row 22: given a bound token with a proof of its key, the graph answers; the same proof again, 401', async () => {
  const { key, token } = await boundToken(world)
  const headers = { authorization: `DPoP ${token}`, dpop: await proofOf(world, token, key) }

  expect((await world.ask(headers)).status).toBe(200)
  const again = await world.ask(headers)
  expect(again.status).toBe(401)
  expect(await toldBy(again)).toContain('used before')
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

test.each<[what: string, changes: () => object, told: string]>([
  ['for another address', () => ({ htu: 'http://elsewhere.invalid/graphql' }), '"htu" is to be "http'],
  ['for another path', () => ({ htu: `${world.url}/graphql/stream` }), '/graphql"'],
  ['for another method', () => ({ htm: 'GET' }), '"htm" is to be "POST"'],
  ['for another token', () => ({ ath: 'x' }), '"ath"'],
  ['without an id', () => ({ jti: undefined }), 'lacks "jti"'],
  ['of two minutes ago', () => ({ iat: seconds() - 120 }), 'of the last 60 seconds, and here it is 1'],
  ['of two minutes hence', () => ({ iat: seconds() + 120 }), 'of the last 60 seconds, and here it is 1'],
])('given a proof %s, 401 that says to the holder of the key what to mend', async (_what, changes, told) => {
  const { key, token } = await boundToken(world)
  const dpop = await proofOf(world, token, key, changes())
  const answer = await world.ask({ authorization: `DPoP ${token}`, dpop })

  expect([answer.status, answer.headers.get('www-authenticate')]).toEqual([
    401,
    expect.stringContaining('invalid_dpop'),
  ])
  expect(await toldBy(answer)).toContain(told)
})

test('given a proof by another key, nothing is told of what else is wrong with it', async () => {
  const { token } = await boundToken(world)
  const dpop = await proofOf(world, token, await aKey(), { htm: 'GET' })

  expect(await toldBy(await world.ask({ authorization: `DPoP ${token}`, dpop }))).toBe(
    'This token needs a fresh proof of its key.',
  )
})

test('given a token under the scheme of the other kind, its program reads under which to send it', async () => {
  const { key, token } = await boundToken(world)
  const free = await world.issuer.token()
  const bound = await world.ask(bearer(token))
  const unbound = await world.ask({ authorization: `DPoP ${free}`, dpop: await proofOf(world, free, key) })

  expect(await toldBy(bound)).toContain('send it as "DPoP <token>", with a proof')
  expect(await toldBy(unbound)).toContain('send it as "Bearer <token>"')
})

test('given a bound token as a bearer, without a proof, or with one of another key: 401', async () => {
  const { key, token } = await boundToken(world)
  const dpop = await proofOf(world, token, await aKey())

  expect((await world.ask({ ...bearer(token), dpop: await proofOf(world, token, key) })).status).toBe(401)
  expect((await world.ask({ authorization: `DPoP ${token}` })).status).toBe(401)
  expect((await world.ask({ authorization: `DPoP ${token}`, dpop })).status).toBe(401)
  expect((await world.ask({ authorization: `DPoP ${await world.issuer.token()}`, dpop })).status).toBe(401)
})
