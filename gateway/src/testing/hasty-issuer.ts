/** The issuer that comes with Vigía, but in a hurry: its tokens are over two seconds after they are given. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { importJWK, type JWK, SignJWT } from 'jose'
import { claimsOf, PARTNER, PROGRAMS } from '../sign-in/embedded/accounts.ts'
import { secretsIn } from '../sign-in/embedded/secrets.ts'
import { AUDIENCE } from '../sign-in/settings.ts'

export interface HastyIssuer {
  /** Where it gives tokens of the partner that comes with Vigía, to whoever asks. */
  url: string
  /** How many it has given to whoever asked in this name. */
  given: (name: string) => number
  stop: () => void
}

/** Over for three seconds; five are let pass. */
const OVER_FOR_S = 3
const AGE_S = 60

/** Its keys are those of the registry at this address, which lie in this folder. */
export async function hastyIssuer(registry: { url: string; dataFolder: string }): Promise<HastyIssuer> {
  const { url, dataFolder } = registry
  const [jwk] = (await secretsIn(dataFolder, new Date())).keys
  const key = await importJWK(jwk as JWK, 'ES256')
  const partner = PROGRAMS.find(({ clientId }) => clientId === PARTNER)
  if (!jwk || !partner) throw new Error('There is no partner to try as.')
  const given = new Map<string, number>()
  const token = () => {
    const now = Math.floor(Date.now() / 1_000)
    const times = { iat: now - AGE_S, exp: now - OVER_FOR_S }
    const claims = {
      iss: `${url}/issuer`,
      aud: AUDIENCE,
      sub: PARTNER,
      client_id: PARTNER,
      ...times,
      ...claimsOf(partner),
    }
    return new SignJWT(claims).setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', kid: jwk.kid }).sign(key)
  }
  const server = createServer(async ({ headers }, response) => {
    const [, basic = ''] = (headers.authorization ?? '').split(' ')
    const [name = ''] = Buffer.from(basic, 'base64').toString().split(':')
    given.set(name, (given.get(name) ?? 0) + 1)
    response.setHeader('content-type', 'application/json')
    response.end(JSON.stringify({ access_token: await token(), token_type: 'Bearer' }))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    given: (name) => given.get(name) ?? 0,
    stop: () => void server.close(),
  }
}
