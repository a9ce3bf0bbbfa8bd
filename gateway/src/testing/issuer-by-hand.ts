/** An issuer whose keys a test turns and whose tokens it forges: discovery and keys over HTTP, nothing else. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { exportJWK, generateKeyPair, type JWK, type JWTPayload, SignJWT } from 'jose'
import type { IssuerSettings } from '../sign-in/settings.ts'

type Pair = Awaited<ReturnType<typeof generateKeyPair>>

export interface IssuerByHand {
  settings: IssuerSettings
  /** The key that signs now. */
  key: () => Pair
  /** A new key signs from now on, and the former is not told any more. */
  rotate: () => Promise<string>
  /** How often its keys were asked for. */
  looks: () => number
  /** A token as it would give it, but for what a test changes; undefined takes a claim out. */
  token: (changes?: JWTPayload, header?: object, key?: Pair['privateKey'] | Uint8Array) => Promise<string>
  stop: () => void
}

export async function issuerByHand(now: () => number = Date.now): Promise<IssuerByHand> {
  let [pair, kid, looks, made] = [await generateKeyPair('ES256', { extractable: true }), 'k1', 0, 1]
  const server = createServer(async ({ url }, response) => {
    response.setHeader('content-type', 'application/json')
    if (url === '/keys') {
      looks += 1
      const jwk: JWK = { ...(await exportJWK(pair.publicKey)), kid, alg: 'ES256', use: 'sig' }
      response.end(JSON.stringify({ keys: [jwk] }))
      return
    }
    const endpoints = { authorization_endpoint: `${iss}/auth`, token_endpoint: `${iss}/token` }
    response.end(JSON.stringify({ issuer: iss, jwks_uri: `${iss}/keys`, ...endpoints }))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const iss = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    settings: { issuer: new URL(iss), iss, clientId: 'vigia', clientSecret: 'none', audience: 'urn:vigia:api' },
    key: () => pair,
    async rotate() {
      pair = await generateKeyPair('ES256', { extractable: true })
      made += 1
      kid = `k${made}`
      return kid
    },
    looks: () => looks,
    token(changes = {}, header = {}, key = pair.privateKey) {
      const iat = Math.floor(now() / 1_000)
      const { client_id = 'office' } = changes
      const subject = { sub: String(client_id), client_id, vigia_role: 'federal-secretary' }
      const claims = { iss, aud: 'urn:vigia:api', iat, exp: iat + 300, jti: String(iat), ...subject, ...changes }
      return new SignJWT(claims).setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', kid, ...header }).sign(key)
    },
    stop: () => void server.close(),
  }
}
