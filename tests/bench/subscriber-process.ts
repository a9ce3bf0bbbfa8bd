/**
 * Many subscribers of one stream, in a process of their own: they count what they are told and read none of it. Started by
 * subscribers.ts, which tells it what to do and ends it.
 */
import { randomUUID } from 'node:crypto'
import { WebSocket } from 'ws'

interface Opening {
  port: number
  count: number
  tokens: readonly string[]
  question: string
}

export type Order = { open: Opening } | { expect: number }
export type Report = 'opened' | 'ready' | { toldAt: number } | { failed: string }

const AT_ONCE = 100
const OF_A_SOCKET = 5
const PONG = '{"type":"pong"}'

let sockets = 0
let [count, wanted] = [0, Number.POSITIVE_INFINITY]

const report = (what: Report) => void process.send?.(what)
const fail = (why: unknown) => report({ failed: String(why) })

process.on('disconnect', () => process.exit())
process.on('message', (order: Order) => {
  if ('open' in order) open(order.open).then(() => report('opened'), fail)
  else {
    count = 0
    wanted = order.expect * sockets
    report('ready')
  }
})

/** Five sockets a token; resolves when all have been let in and their subscriptions have begun. */
async function open({ port, count: total, tokens, question }: Opening) {
  for (let from = 0; from < total; from += AT_ONCE) {
    const batch = Array.from({ length: Math.min(AT_ONCE, total - from) }, (_, i) => from + i)
    await Promise.all(batch.map((index) => openOne(port, tokens[Math.floor(index / OF_A_SOCKET)], question)))
  }
  sockets = total
}

function openOne(port: number, token: string | undefined, query: string): Promise<void> {
  const socket = new WebSocket(`ws://127.0.0.1:${port}/graphql`, 'graphql-transport-ws', { perMessageDeflate: false })
  const { promise: begun, resolve } = Promise.withResolvers<void>()
  let isIn = false
  socket.on('error', fail)
  socket.on('close', (code) => fail(`A socket was closed with ${code}.`))
  socket.on('open', () => {
    const payload = token ? { authorization: `Bearer ${token}` } : {}
    socket.send(JSON.stringify({ type: 'connection_init', payload }))
  })
  socket.on('message', (message: Buffer) => {
    if (!isIn) {
      isIn = true
      // As graphql-ws' own client does it, every subscription has an id of its own.
      socket.send(JSON.stringify({ id: randomUUID(), type: 'subscribe', payload: { query } }))
      socket.send('{"type":"ping"}')
    } else if (message.includes('"next"')) told()
    else if (message.includes('"pong"')) resolve()
    else if (message.includes('"ping"')) socket.send(PONG)
    else fail(`A subscriber was told: ${String(message)}`)
  })
  return begun
}

/** The instant by the clock of the machine, which is the same in every process. */
function told(): void {
  count += 1
  if (count === wanted) report({ toldAt: performance.timeOrigin + performance.now() })
}
