/**
 * What telling costs at the least, over what is in memory: `node stream-peer.ts each alertRaised` executes the subscription once for each subscriber, as
 * graphql-ws does by itself; `bare` writes one ready frame to every socket. `POST /` raises an alert, or moves the figures where
 * `boardChanged` is the second word. Writes its port.
 */
import { EventEmitter, on } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import { buildSchema } from 'graphql'
import { useServer } from 'graphql-ws/use/ws'
import { type WebSocket, WebSocketServer } from 'ws'
import { alertInMemory, boardInMemory, TYPES } from './stream-question.ts'

const [mode = 'each', field = 'alertRaised'] = process.argv.slice(2)
const inMemory = field === 'alertRaised' ? alertInMemory : boardInMemory
const raised = new EventEmitter().setMaxListeners(0)
let seq = 0
const server = createServer((_request, response) => {
  seq += 1
  raised.emit('raised', inMemory(seq))
  response.end()
})
const sockets = new WebSocketServer({ server, path: '/graphql', perMessageDeflate: false })
if (mode === 'each') executeForEach()
else writeToAll()
server.listen(0, '127.0.0.1', () => console.log((server.address() as AddressInfo).port))

function executeForEach(): void {
  const roots = {
    subscription: {
      async *[field]() {
        for await (const [told] of on(raised, 'raised')) yield { [field]: told }
      },
    },
  }
  useServer({ schema: buildSchema(TYPES), roots }, sockets)
}

/** What a server may send in one frame of up to 64 KB begins so (RFC 6455 5.2). */
const [FINAL_TEXT, NEXT_TWO_BYTES] = [0x81, 126]

function writeToAll(): void {
  const open: Duplex[] = []
  raised.on('raised', (told) => {
    const text = Buffer.from(JSON.stringify({ id: 'a'.repeat(36), type: 'next', payload: { data: { [field]: told } } }))
    const frame = Buffer.concat([Buffer.from([FINAL_TEXT, NEXT_TWO_BYTES, text.length >> 8, text.length & 0xff]), text])
    for (const raw of open) raw.write(frame)
  })
  server.on('upgrade', (_request, raw) => open.push(raw))
  sockets.on('connection', (socket: WebSocket) => {
    socket.on('message', (bytes: Buffer) => {
      if (bytes.includes('"connection_init"')) socket.send('{"type":"connection_ack"}')
      else if (bytes.includes('"ping"')) socket.send('{"type":"pong"}')
    })
  })
}
