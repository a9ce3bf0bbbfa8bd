/** An issuer whose keys a test turns and whose tokens it forges: discovery, keys, and a token for whoever brings a code. */
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { exportJWK, generateKeyPair, type JWK, type JWTPayload, SignJWT } from 'jose'
import type { IssuerSettings } from '../sign-in/settings.ts'

type Pair = Awaited<ReturnType<typeof generateKeyPair>>

/** Well; by hanging up; that it cannot now, or that too many ask; with a page; with a token that it did not sign; that it knows no such code. */
type AnswerToCode = 'well' | 'by nothing' | 'not now' | 'too many' | 'a page' | 'forged' | 'no'

const STATUS = { well: 200, forged: 200, 'a page': 200, 'not now': 503, 'too many': 429, no: 400 } as const

export interface IssuerByHand {
  settings: IssuerSettings
  /** Where it listens, on this machine. */
  here: string
  /** The key that signs now. */
  key: () => Pair
  /** A new key signs from now on, and the former is not told any more. */
  rotate: () => Promise<string>
  /** How it answers whoever brings a code, from now on: as it should, or not; and what it says otherwise of him: undefined takes a claim out. */
  answers: (how: AnswerToCode, changes?: JWTPayload) => void
  /** How often its keys were asked for. */
  looks: () => number
  /** A token as it would give it, but for what a test changes; undefined takes a claim out. */
  token: (changes?: JWTPayload, header?: object, key?: Pair['privateKey'] | Uint8Array) => Promise<string>
  stop: () => void
}

/** `name`: the address by which it is known, where that is not the one at which it listens. */
export async function issuerByHand(now: () => number = Date.now, name?: string): Promise<IssuerByHand> {
  let [pair, kid, looks, made] = [await generateKeyPair('ES256', { extractable: true }), 'k1', 0, 1]
  let [how, changes]: [AnswerToCode, JWTPayload] = ['well', {}]
  const server = createServer(async (request, response) => {
    response.setHeader('content-type', 'application/json')
    if (request.url === '/token') {
      if (how === 'by nothing') return void request.socket.destroy()
      response.statusCode = STATUS[how]
      response.end(await signedIn({ iss, now, kid, nonce: await codeIn(request), how, changes }, pair))
      return
    }
    if (request.url === '/keys') {
      looks += 1
      const jwk: JWK = { ...(await exportJWK(pair.publicKey)), kid, alg: 'ES256', use: 'sig' }
      response.end(JSON.stringify({ keys: [jwk] }))
      return
    }
    const endpoints = { authorization_endpoint: `${iss}/auth`, token_endpoint: `${iss}/token` }
    const algorithms = { id_token_signing_alg_values_supported: ['ES256'] }
    response.end(JSON.stringify({ issuer: iss, jwks_uri: `${iss}/keys`, ...endpoints, ...algorithms }))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const here = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const iss = name ?? here
  return {
    here,
    settings: { issuer: new URL(iss), iss, clientId: 'vigia', clientSecret: 'none', audience: 'urn:vigia:api' },
    key: () => pair,
    async rotate() {
      pair = await generateKeyPair('ES256', { extractable: true })
      made += 1
      kid = `k${made}`
      return kid
    },
    answers(changed, said = {}) {
      ;[how, changes] = [changed, said]
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

const codeIn = async (request: IncomingMessage): Promise<string> =>
  new URLSearchParams(await text(request)).get('code') ?? ''

interface SignIn {
  iss: string
  now: () => number
  kid: string
  nonce: string
  how: AnswerToCode
  changes: JWTPayload
}

/** Of a person, whose code is the nonce of the sign-in. */
async function signedIn({ iss, now, kid, nonce, how, changes }: SignIn, pair: Pair): Promise<string> {
  if (how === 'a page') return '<p>Maintenance</p>'
  const { privateKey } = how === 'forged' ? await generateKeyPair('ES256') : pair
  const iat = Math.floor(now() / 1_000)
  const person = { sub: 'a person', vigia_role: 'federal-secretary', ...changes }
  const claims = { iss, aud: 'vigia', iat, exp: iat + 300, nonce, ...person }
  const id_token = await new SignJWT(claims).setProtectedHeader({ alg: 'ES256', typ: 'JWT', kid }).sign(privateKey)
  // The last is read where it is refused alone.
  return JSON.stringify({ access_token: 'of no use here', token_type: 'Bearer', id_token, error: 'invalid_grant' })
}
