/** A message that the registry has signed is known for ours, by each example; one that was altered, or is old, is not. */

import { spawnSync } from 'node:child_process'
import { describe, expect, test } from 'vitest'
import { newSecret, signedHeaders, signersAmong } from '../../services/oversight/src/delivery/signatures.ts'
import { runExample } from '../../tests/support/example.ts'

const BODY =
  '{"type":"alert.opened","timestamp":"2026-11-26T10:00:00.000Z","data":{"kind":"OFFICE_SILENT","why":"sin señal"}}'
const [V1, V1A] = [newSecret('v1'), newSecret('v1a')]
/** As of an endpoint whose secrets were turned: what no longer holds signs too, for a while. */
const HELD = [newSecret('v1a'), newSecret('v1'), V1A, V1]

function signedAt(at: Date, body = BODY) {
  const headers = signedHeaders({ id: 'msg_1', at, body }, signersAmong(HELD))
  return {
    WEBHOOK_ID: headers['webhook-id'],
    WEBHOOK_TIMESTAMP: headers['webhook-timestamp'],
    WEBHOOK_SIGNATURE: headers['webhook-signature'],
  }
}

/** The library is not Python's own: where it is not installed its example is not run. */
const hasLibrary = spawnSync('python3', ['-c', 'import cryptography']).status === 0

const EXAMPLES = [
  { name: 'Python, by the secret', command: ['python3', 'gateway/examples/verify.py'], key: V1.shown },
  { name: 'JavaScript, by the secret', command: ['node', 'gateway/examples/verify.mjs'], key: V1.shown },
  { name: 'JavaScript, by the public key', command: ['node', 'gateway/examples/verify.mjs'], key: V1A.shown },
  { name: 'openssl, by the public key', command: ['sh', 'gateway/examples/verify.sh'], key: V1A.shown },
  ...(hasLibrary
    ? [{ name: 'Python, by the public key', command: ['python3', 'gateway/examples/verify_v1a.py'], key: V1A.shown }]
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
