/** Tokens of an issuer that are bound to a key, and proofs of that key (DPoP) as a test wants them. */
import { createHash, randomUUID } from 'node:crypto'
import { calculateJwkThumbprint, exportJWK, generateKeyPair, SignJWT } from 'jose'
import type { SignedWorld } from './signed-world.ts'

export type Key = Awaited<ReturnType<typeof generateKeyPair>>

export const aKey = (): Promise<Key> => generateKeyPair('ES256', { extractable: true })

/** A token that counts with a proof of this key alone. */
export async function boundToken(
  { issuer }: Pick<SignedWorld, 'issuer'>,
  claims: object = {},
): Promise<{ key: Key; token: string }> {
  const key = await aKey()
  const jkt = await calculateJwkThumbprint(await exportJWK(key.publicKey))
  return { key, token: await issuer.token({ ...claims, cnf: { jkt } }) }
}

/** A proof for one request to the graph, but for what a test changes. */
export async function proofOf(
  { url, now }: Pick<SignedWorld, 'url' | 'now'>,
  token: string,
  key: Key,
  changes: object = {},
): Promise<string> {
  const ath = createHash('sha256').update(token).digest('base64url')
  const iat = Math.floor(now() / 1_000)
  const claims = { htm: 'POST', htu: `${url}/graphql`, jti: randomUUID(), iat, ath, ...changes }
  const header = { alg: 'ES256', typ: 'dpop+jwt', jwk: await exportJWK(key.publicKey) }
  return new SignJWT(claims).setProtectedHeader(header).sign(key.privateKey)
}
