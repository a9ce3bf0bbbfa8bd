/** A receiver that takes its time with each message: others are told meanwhile, and it is told everything once it answers. */
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { eventually } from '../support/eventually.ts'
import { aPartner, type WebhookRegistry, webhookRegistry } from '../support/webhooks.ts'

/** More than a process tells at once. */
const ALERTS = 30

/** Answers nothing but challenges until it is let go. */
const held: ServerResponse[] = []
const taken = new Set<string>()
let isHolding = true
const slow = createServer(async (request, response) => {
  const body = await text(request)
  const { type, data } = JSON.parse(body)
  if (type === 'webhook.challenge') return void response.end(JSON.stringify({ challenge: data.challenge }))
  taken.add(String(request.headers['webhook-id']))
  if (isHolding) held.push(response)
  else response.writeHead(204).end()
})

let registry: WebhookRegistry
beforeAll(async () => {
  registry = await webhookRegistry()
  await new Promise<void>((resolve) => slow.listen(0, '127.0.0.1', resolve))
})
afterAll(async () => {
  slow.closeAllConnections()
  slow.close()
  await registry.stop()
})

test('given a receiver that answers nothing for now, others are told of every child, and it is told of each once it answers', async () => {
  const { port } = slow.address() as AddressInfo // a TCP server that listens
  const endpoint = await registry.listening(aPartner('slow'), { url: `http://127.0.0.1:${port}/` })
  const sound = await registry.listening(aPartner('sound'))
  for (let alert = 0; alert < ALERTS; alert += 1) await registry.raiseAs('HELD_IN_PROHIBITED_PLACE', 'CRITICAL')
  const stop = await registry.graph.services.get('oversight')?.start()
  try {
    await eventually(
      async () => sound.messages.length,
      (many) => many === ALERTS,
      10_000,
    )
    expect(held.length).toBeGreaterThan(0)
    expect(held.length).toBeLessThan(ALERTS)

    isHolding = false
    for (const response of held) response.writeHead(204).end()
    await eventually(
      () =>
        registry.database.query(
          `select from oversight.webhook_delivery where endpoint_id = '${endpoint.id}' and state <> 'DELIVERED'`,
        ),
      ({ length }) => length === 0,
    )
    expect(taken.size).toBe(ALERTS)
  } finally {
    await stop?.()
  }
})
