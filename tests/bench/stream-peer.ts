/**
 * What graphql-ws does by itself: `node stream-peer.ts` executes the subscription once for each subscriber, over an alert in memory, so that
 * it is the least that this way can cost. `POST /` raises an alert. Writes its port.
 */
import { EventEmitter, on } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buildSchema } from 'graphql'
import { useServer } from 'graphql-ws/use/ws'
import { WebSocketServer } from 'ws'
import { alertInMemory, TYPES } from './stream-question.ts'

const schema = buildSchema(TYPES)
const raised = new EventEmitter().setMaxListeners(0)
const roots = {
  subscription: {
    async *alertRaised() {
      for await (const [alertRaised] of on(raised, 'alert')) yield { alertRaised }
    },
  },
}

let seq = 0
const server = createServer((_request, response) => {
  seq += 1
  raised.emit('alert', alertInMemory(seq))
  response.end()
})
const sockets = new WebSocketServer({ server, path: '/graphql', perMessageDeflate: false })
useServer({ schema, roots }, sockets)
server.listen(0, '127.0.0.1', () => console.log((server.address() as AddressInfo).port))
