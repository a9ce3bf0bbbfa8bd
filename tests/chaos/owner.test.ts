/** Whoever turns the secrets of a receiver turns few, whether he learns of them or not. */
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { MOST_FORMER } from '../../services/oversight/src/store/secret-store.ts'
import { chanceOf } from '../fuzz/chance.ts'
import { Owner } from './owner.ts'

test('given each answer with a new secret is lost, no more are turned than sign on', async () => {
  let turned = 0
  const gateway = createServer(async (request, response) => {
    const isTurning = (await text(request)).includes('rotateWebhookSecret')
    if (isTurning) turned += 1
    if (isTurning) request.socket.destroy()
    else response.end(JSON.stringify({ data: { webhookEndpoints: { edges: [] } } }))
  })
  await once(gateway.listen(0, '127.0.0.1'), 'listening')
  const url = `http://127.0.0.1:${(gateway.address() as AddressInfo).port}`
  const owner = new Owner({ name: 'it', headers: {}, gateways: [{ url, reachedAt: url }], chance: chanceOf(1) })

  for (let looks = 0; looks < 200; looks += 1) await owner.look()
  gateway.close()

  expect(turned).toBe(MOST_FORMER)
  expect(owner.turns).toEqual({ asked: MOST_FORMER, learned: 0 })
})
