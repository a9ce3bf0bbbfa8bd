/** What a receiver does by the specification of Standard Webhooks, and none of our code: verifies who signed, and signs that it received. */
import { createHmac, createPublicKey, generateKeyPairSync, type KeyObject, sign, verify } from 'node:crypto'

interface Signed {
  id: string
  timestamp: string
  body: string
}

const PUBLIC_HEAD = Buffer.from('302a300506032b6570032100', 'hex')

/** `secret` as it was shown: `whsec_…` or `whpk_…`; `signatures` of the header, parted by blanks. */
export function isSignedBy(secret: string, { id, timestamp, body }: Signed, signatures: string): boolean {
  const signed = Buffer.from(`${id}.${timestamp}.${body}`)
  const key = Buffer.from(secret.replace(/^wh(?:sec|pk)_/, ''), 'base64')
  const given = signatures.split(' ').map((one) => one.split(','))
  if (secret.startsWith('whsec_')) {
    const due = createHmac('sha256', key).update(signed).digest('base64')
    return given.some(([version, signature]) => version === 'v1' && signature === due)
  }
  const publicKey = ed25519(key)
  return given.some(
    ([version, signature = '']) =>
      version === 'v1a' && verify(null, signed, publicKey, Buffer.from(signature, 'base64')),
  )
}

const ed25519 = (raw: Buffer): KeyObject =>
  createPublicKey({ key: Buffer.concat([PUBLIC_HEAD, raw]), format: 'der', type: 'spki' })

export interface ReceiptKey {
  privateKey: KeyObject
  /** As it is registered: base64 of 32 bytes. */
  publicKey: string
}

export function aReceiptKey(): ReceiptKey {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const raw = publicKey.export({ format: 'der', type: 'spki' }).subarray(PUBLIC_HEAD.length)
  return { privateKey, publicKey: raw.toString('base64') }
}

export const signReceipt = ({ privateKey }: ReceiptKey, id: string, timestamp: string): string =>
  sign(null, Buffer.from(`receipt.${id}.${timestamp}`), privateKey).toString('base64')

/** `kept` as the registry keeps it: the second that was signed, and the signature. */
export function isReceiptOf(publicKey: string, id: string, kept: string): boolean {
  const [timestamp = '', signature = ''] = kept.split('.')
  const key = ed25519(Buffer.from(publicKey, 'base64'))
  return verify(null, Buffer.from(`receipt.${id}.${timestamp}`), key, Buffer.from(signature, 'base64'))
}
