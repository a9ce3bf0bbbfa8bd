/** Receivers that take their time with each message: others are told meanwhile, and they are told everything once they answer. */
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { eventually } from '../support/eventually.ts'
import { aPartner, type Listening, type WebhookRegistry, webhookRegistry } from '../support/webhooks.ts'

/** More than a process tells at once. */
const ALERTS = 30

/** They could hold all of them, by four each; together they may hold so many, whatever the machine is at meanwhile. */
const SLOW_ONES = 6
const MOST_OF_SLOW = 12
/** So long, and a receiver counts as one that takes its time. */
const ITS_TIME_IN_MS = 1_100

/** Of all of them: answers nothing but challenges until it is let go, late at first. */
const held: ServerResponse[] = []
const taken = new Set<string>()
let how: 'late' | 'not' | 'at once' = 'late'
/** How many tries are with them, and the most that were while they answered nothing. */
const atOnce = { now: 0, most: 0 }
const slow = createServer(async (request, response) => {
  const body = await text(request)
  const { type, data } = JSON.parse(body)
  if (type === 'webhook.challenge') return void response.end(JSON.stringify({ challenge: data.challenge }))
  taken.add(String(request.headers['webhook-id']))
  atOnce.now += 1
  if (how === 'not') atOnce.most = Math.max(atOnce.most, atOnce.now)
  response.on('close', () => {
    atOnce.now -= 1
  })
  const answer = () => void response.writeHead(204).end()
  if (how === 'not') held.push(response)
  else if (how === 'late') setTimeout(answer, ITS_TIME_IN_MS)
  else answer()
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

const owedTo = (endpoints: readonly { id: string }[]) =>
  registry.database.query(
    `select from oversight.webhook_delivery where state <> 'DELIVERED' and endpoint_id in (${endpoints.map(({ id }) => `'${id}'`).join()})`,
  )
const isNothing = ({ length }: readonly unknown[]) => length === 0

test('given receivers that answer nothing for now, others are told of every child, and they are told of each once they answer', async () => {
  const { port } = slow.address() as AddressInfo // a TCP server that listens
  const endpoints: Listening[] = []
  for (let one = 0; one < SLOW_ONES; one += 1)
    endpoints.push(await registry.listening(aPartner(`slow ${one}`), { url: `http://127.0.0.1:${port}/` }))
  const sound = await registry.listening(aPartner('sound'))
  const stop = await registry.graph.services.get('oversight')?.start()
  try {
    // Given what they are like is known
    await registry.raiseAs('HELD_IN_PROHIBITED_PLACE', 'CRITICAL')
    await eventually(() => owedTo(endpoints), isNothing, 60_000)

    how = 'not'
    for (let alert = 1; alert < ALERTS; alert += 1) await registry.raiseAs('HELD_IN_PROHIBITED_PLACE', 'CRITICAL')
    await eventually(
      async () => sound.messages.length,
      (many) => many === ALERTS,
      60_000,
    )
    expect(held.length).toBeGreaterThan(0)
    expect(atOnce.most).toBeLessThanOrEqual(MOST_OF_SLOW)

    how = 'at once'
    // Those that were given up meanwhile are tried again.
    for (const response of held) if (!response.destroyed) response.writeHead(204).end()
    await eventually(() => owedTo(endpoints), isNothing, 60_000)
    expect(taken.size).toBe(SLOW_ONES * ALERTS)
  } finally {
    await stop?.()
  }
})
