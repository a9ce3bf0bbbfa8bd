/**
 * Standard Webhooks signatures: v1a, ed25519, which whoever holds the public key can verify and nobody but us make; and v1, HMAC-SHA-256.
 * What signs is wrapped by a key that the database never has.
 */
import {
  createHmac,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  randomBytes,
  sign,
  verify,
} from 'node:crypto'
import { newId } from '@vigia/kit/intake/new-id'
import { wrap } from '@vigia/kit/seal/cipher'
import { dataKeyOf, keyring } from '@vigia/kit/seal/keys'

export type Form = 'v1a' | 'v1'

export interface KeptSecret {
  id: string
  form: Form
  wrapped: string
  publicKey: string | null
}

export interface NewSecret extends KeptSecret {
  /** What the receiver verifies with: `whsec_…` is shown once, `whpk_…` is no secret. */
  shown: string
}

const RAW_BYTES = 32
const PRIVATE_HEAD = Buffer.from('302e020100300506032b657004220420', 'hex')
const PUBLIC_HEAD = Buffer.from('302a300506032b6570032100', 'hex')

export function newSecret(form: Form): NewSecret {
  const id = newId()
  if (form === 'v1') {
    const key = randomBytes(RAW_BYTES)
    return { ...kept(id, form, key, null), shown: `whsec_${key.toString('base64')}` }
  }
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const shown = `whpk_${rawOf(publicKey, 'spki').toString('base64')}`
  return { ...kept(id, form, rawOf(privateKey, 'pkcs8'), shown), shown }
}

const kept = (id: string, form: Form, key: Buffer, publicKey: string | null): KeptSecret => ({
  id,
  form,
  wrapped: wrap(keyring().wrapping[0], { id, key }),
  publicKey,
})

const rawOf = (key: KeyObject, type: 'spki' | 'pkcs8') =>
  (key.export({ format: 'der', type: type as 'spki' }) as Buffer).subarray(-RAW_BYTES)

export interface Signed {
  id: string
  at: Date
  body: string
}

export interface Signer {
  form: Form
  key: Buffer
}

/** Of these secrets those that a key opens: where one is lost, those that were made since go on. Throws KeysUnusable. */
export const signersAmong = (secrets: readonly KeptSecret[]): Signer[] =>
  secrets.flatMap(({ id, form, wrapped }) => {
    const key = dataKeyOf(id, wrapped)
    return key ? [{ form, key }] : []
  })

/** The three headers; all of them sign, so that a receiver which knows one of them is content. */
export function signedHeaders({ id, at, body }: Signed, signers: readonly Signer[]): Record<string, string> {
  const timestamp = String(Math.floor(at.getTime() / 1_000))
  const signed = Buffer.from(`${id}.${timestamp}.${body}`)
  const signatures = signers.map((signer) => `${signer.form},${signatureBy(signer, signed).toString('base64')}`)
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signatures.join(' ') }
}

function signatureBy({ form, key }: Signer, signed: Buffer): Buffer {
  if (form === 'v1') return createHmac('sha256', key).update(signed).digest()
  const privateKey = createPrivateKey({ key: Buffer.concat([PRIVATE_HEAD, key]), format: 'der', type: 'pkcs8' })
  return sign(null, signed, privateKey)
}

/** A public key of ed25519, as base64 of its 32 bytes, with `whpk_` before it or not; null for anything else. */
export function publicKeyOf(text: string): KeyObject | null {
  const raw = Buffer.from(text.replace(/^whpk_/, ''), 'base64')
  if (raw.length !== RAW_BYTES) return null
  return createPublicKey({ key: Buffer.concat([PUBLIC_HEAD, raw]), format: 'der', type: 'spki' })
}

/** Of ed25519, in either alphabet of base64: whatever else a text holds would be passed over as it is read, and kept with it. */
const SIGNATURE = /^[\w+/-]{86}(==)?$/

/**
 * Whether a receiver has signed that it received: ed25519 over `receipt.<webhook-id>.<webhook-timestamp>` by the key that it registered.
 */
export function isReceipt(signature: string, { id, at }: Omit<Signed, 'body'>, key: string): boolean {
  if (!SIGNATURE.test(signature)) return false
  const publicKey = publicKeyOf(key)
  const signed = Buffer.from(`receipt.${id}.${Math.floor(at.getTime() / 1_000)}`)
  return publicKey !== null && verify(null, signed, publicKey, Buffer.from(signature, 'base64'))
}
