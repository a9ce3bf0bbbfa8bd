// Whether a message is Vigía's, by the public key of the endpoint (whpk_…, v1a) or by its secret (whsec_…, v1), whichever is the key.
import { createHmac, createPublicKey, timingSafeEqual, verify } from 'node:crypto'
import { text } from 'node:stream/consumers'

export function isGenuine(body, headers, key) {
  const { 'webhook-id': id, 'webhook-timestamp': at, 'webhook-signature': signatures } = headers
  if (!(Math.abs(Date.now() / 1000 - at) < 300)) return false // An old one may be sent again by somebody else.
  const [kind, encoded] = key.split('_')
  const [raw, signed] = [Buffer.from(encoded, 'base64'), Buffer.from(`${id}.${at}.${body}`)]
  const jwk = { kty: 'OKP', crv: 'Ed25519', x: raw.toString('base64url') }
  const isOurs = {
    v1a: (given) => kind === 'whpk' && verify(null, signed, createPublicKey({ key: jwk, format: 'jwk' }), given),
    v1: (given) =>
      kind === 'whsec' &&
      given.length === 32 &&
      timingSafeEqual(createHmac('sha256', raw).update(signed).digest(), given),
  }
  return signatures.split(' ').some((one) => {
    const [version, signature] = one.split(',')
    return isOurs[version]?.(Buffer.from(signature, 'base64')) ?? false
  })
}

if (import.meta.filename === process.argv[1]) {
  const { WEBHOOK_ID, WEBHOOK_TIMESTAMP, WEBHOOK_SIGNATURE, WEBHOOK_KEY } = process.env
  const headers = {
    'webhook-id': WEBHOOK_ID,
    'webhook-timestamp': WEBHOOK_TIMESTAMP,
    'webhook-signature': WEBHOOK_SIGNATURE,
  }
  process.exitCode = isGenuine(await text(process.stdin), headers, WEBHOOK_KEY) ? 0 : 1
}
