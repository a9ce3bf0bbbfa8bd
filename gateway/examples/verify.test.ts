/** A message that is signed as Standard Webhooks has it is known for ours, by each example; one that was altered, or is old, is not. */

import { spawnSync } from 'node:child_process'
import { createHmac, generateKeyPairSync, randomBytes, sign } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { runExample } from '../../tests/support/example.ts'

const BODY =
  '{"type":"alert.opened","timestamp":"2026-11-26T10:00:00.000Z","data":{"kind":"OFFICE_SILENT","why":"sin señal"}}'
const SECRET = randomBytes(32)
const { privateKey, publicKey } = generateKeyPairSync('ed25519')
const V1 = `whsec_${SECRET.toString('base64')}`
const V1A = `whpk_${Buffer.from(publicKey.export({ format: 'jwk' }).x ?? '', 'base64url').toString('base64')}`

/** As of an endpoint whose key was turned: what no longer holds signs too, for a while. */
function signedAt(at: Date, body = BODY) {
  const [id, timestamp] = ['msg_1', String(Math.floor(at.getTime() / 1_000))]
  const signed = Buffer.from(`${id}.${timestamp}.${body}`)
  const signatures = [
    `v1a,${sign(null, signed, generateKeyPairSync('ed25519').privateKey).toString('base64')}`,
    `v1,${createHmac('sha256', randomBytes(32)).update(signed).digest('base64')}`,
    `v1a,${sign(null, signed, privateKey).toString('base64')}`,
    `v1,${createHmac('sha256', SECRET).update(signed).digest('base64')}`,
  ]
  return { WEBHOOK_ID: id, WEBHOOK_TIMESTAMP: timestamp, WEBHOOK_SIGNATURE: signatures.join(' ') }
}

/** The library is not Python's own: where it is not installed its example is not run. */
const hasLibrary = spawnSync('python3', ['-c', 'import cryptography']).status === 0

const EXAMPLES = [
  { name: 'Python, by the secret', command: ['python3', 'gateway/examples/verify.py'], key: V1 },
  { name: 'JavaScript, by the secret', command: ['node', 'gateway/examples/verify.mjs'], key: V1 },
  { name: 'JavaScript, by the public key', command: ['node', 'gateway/examples/verify.mjs'], key: V1A },
  { name: 'openssl, by the public key', command: ['sh', 'gateway/examples/verify.sh'], key: V1A },
  ...(hasLibrary
    ? [{ name: 'Python, by the public key', command: ['python3', 'gateway/examples/verify_v1a.py'], key: V1A }]
    : []),
] as const

describe.each(EXAMPLES)('$name', ({ command, key }) => {
  const statusOf = (headers: NodeJS.ProcessEnv, body = BODY) =>
    runExample(command as readonly [string, ...string[]], { env: { ...headers, WEBHOOK_KEY: key }, input: body }).ended

  test('knows what we have signed, and nothing else', async () => {
    const now = new Date()
    const [genuine, altered, old, foreign, unsigned] = await Promise.all([
      statusOf(signedAt(now)),
      statusOf(signedAt(now), BODY.replace('opened', 'closed')),
      statusOf(signedAt(new Date(now.getTime() - 301_000))),
      statusOf({ ...signedAt(now), WEBHOOK_ID: 'msg_2' }),
      statusOf({ ...signedAt(now), WEBHOOK_SIGNATURE: 'v1a,AAAA v1,AAAA v2,AAAA' }),
    ])

    expect({ genuine, altered, old, foreign, unsigned }).toEqual({
      genuine: 0,
      ...{ altered: 1, old: 1, foreign: 1, unsigned: 1 },
    })
  })
})
