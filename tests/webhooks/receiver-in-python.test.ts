/** The example of a receiver that partners are given, as it stands: it verifies what it is sent, and takes nothing from anybody else. */
import { type ChildProcess, spawn } from 'node:child_process'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { eventually } from '../support/eventually.ts'
import { ROOT } from '../support/source-files.ts'
import { aPartner, type WebhookRegistry, webhookRegistry } from '../support/webhooks.ts'

const EXAMPLE = path.join(ROOT, 'tests/webhooks/examples/receiver.py')

let registry: WebhookRegistry
const started: ChildProcess[] = []
beforeAll(async () => {
  registry = await webhookRegistry()
})
afterAll(async () => {
  for (const child of started) child.kill()
  await registry.stop()
})

/** Rejects where there is no python3: this is a promise to partners, and is not left out. */
async function inPython(secret: string): Promise<{ url: string; said: string[] }> {
  const child = spawn('python3', [EXAMPLE, '0'], { env: { ...process.env, WEBHOOK_SECRET: secret } })
  started.push(child)
  let out = ''
  let fault = ''
  child.stdout.on('data', (text) => {
    out += text
  })
  child.stderr.on('data', (text) => {
    fault += text
  })
  child.on('error', ({ message }) => {
    fault += `python3 is needed for this test: ${message}`
  })
  const lines = () => out.split('\n').filter(Boolean)
  await eventually(
    async () => lines().length > 0 || fault !== '',
    (isThere) => isThere,
    20_000,
  )
  if (fault) throw new Error(fault)
  return {
    url: `http://127.0.0.1:${lines()[0]}/`,
    get said() {
      return lines().slice(1)
    },
  }
}

test.each([
  ['V1A', 'STANDARD'],
  ['V1', 'CLOUD_EVENTS'],
] as const)(
  'a receiver in Python verifies %s in the form %s, gives the challenge back and prints the alert',
  async (signature, envelope) => {
    const owner = aPartner(`python-${signature}`)
    const made = await registry.asked<{ createWebhookEndpoint: { secret: string; endpoint: { id: string } } }>(
      owner,
      `mutation ($input: WebhookEndpointInput!) { createWebhookEndpoint(input: $input, signature: ${signature}) { secret endpoint { id } } }`,
      {
        input: {
          url: 'https://receptor.example.org/',
          description: 'receiver.py',
          kinds: ['HELD_IN_PROHIBITED_PLACE'],
          envelope,
        },
      },
    )
    const { secret, endpoint } = made.createWebhookEndpoint
    const receiver = await inPython(secret)
    await registry.asked(
      owner,
      `mutation { updateWebhookEndpoint(id: "${endpoint.id}", input: { url: "${receiver.url}" }) { endpoint { id } } }`,
    )
    await registry.asked(owner, `mutation { enableWebhookEndpoint(id: "${endpoint.id}") { endpoint { id } } }`)
    await registry.deliver()
    await registry.raise()
    await eventually(
      async () => receiver.said.length,
      (n) => n > 0,
      10_000,
    )

    expect(receiver.said.map((line) => JSON.parse(line))).toEqual([
      expect.objectContaining({ type: 'alert.opened', number: 'A01', severity: 'CRITICAL', state: '07' }),
    ])
  },
)

test('it takes nothing that is not signed, that is altered, or that is old', async () => {
  const { url } = await inPython(`whsec_${Buffer.alloc(32).toString('base64')}`)
  const send = (headers: Record<string, string>) =>
    fetch(url, { method: 'POST', body: '{"type":"alert.opened","data":{}}', headers })
  const now = String(Math.floor(Date.now() / 1_000))

  for (const [at, signature] of [
    [now, 'v1,AAAA'],
    [now, `v1a,${Buffer.alloc(64).toString('base64')}`],
    ['1000000000', 'v1,AAAA'],
  ] as const)
    expect(
      (await send({ 'webhook-id': 'msg_1', 'webhook-timestamp': at, 'webhook-signature': signature })).status,
    ).toBe(401)
})
