/** A receiver of a run verifies what was sent as it was sent, wherever a network parts it. */
import { createHmac } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { chanceOf } from '../fuzz/chance.ts'
import { anActor } from '../support/asking.ts'
import { Network } from './network.ts'
import { Receiver } from './receivers.ts'
import { Wire } from './wire.ts'

const SECRET = 'c2VjcmV0IG9mIGEgcmVjZWl2ZXIsIDMyIGJ5dGVzIQ=='
const ANSWERS = {
  createWebhookEndpoint: { secret: `whsec_${SECRET}`, endpoint: { id: 'one' } },
  enableWebhookEndpoint: { endpoint: { status: 'ACTIVE' } },
  webhookEndpoints: { edges: [{ node: { id: 'one', status: 'ACTIVE' } }] },
}
/** Of signs of three bytes: pieces of 512 end within one of them. */
const BODY = JSON.stringify({ type: 'alert.opened', data: { state: '30', words: '€'.repeat(1_000) } })

/** It knows of one endpoint, and gives its secret out. */
const gateway = createServer((_request, response) => response.end(JSON.stringify({ data: ANSWERS })))
/** Where the receiver itself listens. */
class Direct extends Network {
  port = 0
  override async to(_name: string, port: number): Promise<number> {
    this.port = port
    return port
  }
}
const network = new Direct()
let receiver: Receiver
let wire: Wire
beforeAll(async () => {
  await once(gateway.listen(0, '127.0.0.1'), 'listening')
  const url = `http://127.0.0.1:${(gateway.address() as AddressInfo).port}`
  const gateways = [{ url, reachedAt: url }]
  const chance = chanceOf(1)
  receiver = new Receiver({ name: 'it', manners: ['sound'], actor: anActor('partner'), headers: {}, gateways, chance })
  await receiver.register(network)
  wire = await Wire.to('to it', network.port)
})
afterAll(() => {
  wire.stop()
  receiver.stop()
  gateway.close()
})

function send(id: string, secret: string): Promise<Response> {
  const second = String(Math.trunc(Date.now() / 1_000))
  const mac = createHmac('sha256', Buffer.from(secret, 'base64')).update(`${id}.${second}.${BODY}`).digest('base64')
  const headers = { 'webhook-id': id, 'webhook-timestamp': second, 'webhook-signature': `v1,${mac}` }
  return fetch(`http://127.0.0.1:${wire.port}/`, { method: 'POST', headers, body: BODY })
}

test('given a message comes in pieces, it is verified whole; one that another has signed is told', async () => {
  const dripping = wire.suffer('dripping', { forMs: 1_000, isCutAfter: false })
  await send('msg_1_one', SECRET)
  expect([receiver.taken.map(({ id }) => id), receiver.faults]).toEqual([['msg_1_one'], []])

  await send('msg_2_one', 'YW5vdGhlcg==')
  expect(receiver.faults).toEqual(['receiver it: msg_2_one is not signed by 1 of its secrets'])
  await dripping
})
