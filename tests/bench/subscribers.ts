/** Many subscribers of one stream in this process. They count what they are told, and read none of it. */
import { randomUUID } from 'node:crypto'
import { WebSocket } from 'ws'
import { QUESTION } from './stream-question.ts'

const AT_ONCE = 100
const OF_A_SOCKET = 5
const LONGEST_IN_MS = 20_000

export class Subscribers {
  readonly #sockets: WebSocket[] = []
  #wanted = Number.POSITIVE_INFINITY
  #count = 0
  #done = (_at: number): void => {}
  #failed = (_why: Error): void => {}

  /** Five sockets a token; resolves when all have been let in and their subscriptions begun. */
  static async open(port: number, count: number, tokens: readonly string[]): Promise<Subscribers> {
    const all = new Subscribers()
    for (let from = 0; from < count; from += AT_ONCE) {
      const batch = Array.from({ length: Math.min(AT_ONCE, count - from) }, (_, i) => from + i)
      await Promise.all(batch.map((index) => all.#open(port, tokens[Math.floor(index / OF_A_SOCKET)])))
    }
    return all
  }

  /** Resolves with the instant at which everybody has been told so many more. */
  told(alerts: number): Promise<number> {
    this.#count = 0
    this.#wanted = alerts * this.#sockets.length
    const { promise, resolve, reject } = Promise.withResolvers<number>()
    const late = setTimeout(() => reject(new Error(`${this.#count} of ${this.#wanted} were told.`)), LONGEST_IN_MS)
    this.#done = resolve
    this.#failed = reject
    const told = promise.finally(() => clearTimeout(late))
    told.catch(() => {}) // It may fail before it is waited for.
    return told
  }

  close(): void {
    for (const socket of this.#sockets) socket.terminate()
  }

  async #open(port: number, token: string | undefined): Promise<void> {
    const socket = new WebSocket(`ws://127.0.0.1:${port}/graphql`, 'graphql-transport-ws', { perMessageDeflate: false })
    const { promise: begun, resolve, reject } = Promise.withResolvers<void>()
    let isIn = false
    const fail = (why: Error) => {
      reject(why)
      this.#failed(why)
    }
    socket.on('error', fail)
    socket.on('close', (code) => fail(new Error(`A socket was closed with ${code}.`)))
    socket.on('open', () =>
      socket.send(
        JSON.stringify({ type: 'connection_init', payload: token ? { authorization: `Bearer ${token}` } : {} }),
      ),
    )
    socket.on('message', (message: Buffer) => {
      if (!isIn) {
        isIn = true
        // As graphql-ws' own client does it, every subscription has an id of its own.
        socket.send(JSON.stringify({ id: randomUUID(), type: 'subscribe', payload: { query: QUESTION } }))
        socket.send('{"type":"ping"}')
        return
      }
      if (message.includes('"next"')) this.#told()
      else if (message.includes('"pong"')) resolve()
      else if (message.includes('"ping"')) socket.send('{"type":"pong"}')
      else fail(new Error(`A subscriber was told: ${String(message)}`))
    })
    await begun
    this.#sockets.push(socket)
  }

  #told(): void {
    this.#count += 1
    if (this.#count === this.#wanted) this.#done(performance.now())
  }
}
