// Whether a message is Vigía's, by the public key of the endpoint (whpk_…, v1a) or by its secret (whsec_…, v1), whichever is the key.
import { createHmac, createPublicKey, timingSafeEqual, verify } from 'node:crypto'
import { text } from 'node:stream/consumers'

export function isGenuine(body, id, timestamp, signatures, key) {
  const isRecent = Math.abs(Date.now() / 1000 - timestamp) < 300 // An old one may be sent again by somebody else.
  const signed = Buffer.from(`${id}.${timestamp}.${body}`)
  const raw = Buffer.from(key.slice(key.indexOf('_') + 1), 'base64')
  const isSigned = (signature) => {
    if (key.startsWith('whsec_')) return isSame(signature, createHmac('sha256', raw).update(signed).digest())
    const jwk = { kty: 'OKP', crv: 'Ed25519', x: raw.toString('base64url') }
    return verify(null, signed, createPublicKey({ key: jwk, format: 'jwk' }), signature)
  }
  const version = key.startsWith('whsec_') ? 'v1,' : 'v1a,'
  const ofThisKey = signatures.split(' ').filter((one) => one.startsWith(version))
  return isRecent && ofThisKey.some((one) => isSigned(Buffer.from(one.slice(version.length), 'base64')))
}

const isSame = (one, other) => one.length === other.length && timingSafeEqual(one, other)

if (import.meta.filename === process.argv[1]) {
  const { WEBHOOK_ID, WEBHOOK_TIMESTAMP, WEBHOOK_SIGNATURE, WEBHOOK_KEY } = process.env
  const body = await text(process.stdin)
  process.exitCode = isGenuine(body, WEBHOOK_ID, WEBHOOK_TIMESTAMP, WEBHOOK_SIGNATURE, WEBHOOK_KEY) ? 0 : 1
}
