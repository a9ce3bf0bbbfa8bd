/** The way of TCP connections through a few lines of ours, on this machine alone: whole, slow, in one direction only, held, or cut. */
import { connect, createServer, type Server, type Socket } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'

/**
 * reset: all that is open is cut at once. half-closed: the far end is told that nobody sends any more, and is still heard. slow: all
 * comes late. dripping: a few bytes at a time. held: nothing passes, and nobody is told. one-way: what is asked passes, the
 * answer does not, until it is cut. severed: after some bytes more the connection is cut, wherever in a message that is.
 */
export const TROUBLES = ['reset', 'half-closed', 'slow', 'dripping', 'held', 'one-way', 'severed'] as const
export type Trouble = (typeof TROUBLES)[number]

const HOST = '127.0.0.1'
const SLOW_BY_MS = 400
const [DRIP_BYTES, BETWEEN_DRIPS_MS] = [512, 20]
const SEVERED_AFTER_BYTES = 3_000

interface Passage {
  near: Socket
  far: Socket
}

interface Standing {
  trouble: Trouble
  over: Promise<void>
  bytesLeft: number
}

export class Wire {
  readonly name: string
  readonly #server: Server
  readonly #passages = new Set<Passage>()
  #standing: Standing | null = null

  private constructor(name: string, toPort: number) {
    this.name = name
    this.#server = createServer({ allowHalfOpen: true }, (near) => this.#open(near, toPort))
  }

  static async to(name: string, toPort: number): Promise<Wire> {
    const wire = new Wire(name, toPort)
    await new Promise<void>((resolve) => wire.#server.listen(0, HOST, resolve))
    return wire
  }

  /** Where it is to be called. */
  get port(): number {
    const address = this.#server.address()
    if (address === null || typeof address === 'string') throw new Error(`The wire ${this.name} does not listen.`)
    return address.port
  }

  /** Resolves when the trouble is over. What was held then goes on where it was, or is cut. */
  async suffer(trouble: Trouble, { forMs, isCutAfter }: { forMs: number; isCutAfter: boolean }): Promise<void> {
    if (this.#standing) return
    if (trouble === 'reset') return this.#cutAll()
    if (trouble === 'half-closed') return this.#halfCloseAll()
    const { promise, resolve } = Promise.withResolvers<void>()
    this.#standing = { trouble, over: promise, bytesLeft: SEVERED_AFTER_BYTES }
    await pause(forMs)
    this.#standing = null
    if (isCutAfter || trouble === 'one-way') this.#cutAll()
    resolve()
  }

  stop(): void {
    this.#cutAll()
    this.#server.close()
  }

  #open(near: Socket, toPort: number): void {
    const far = connect({ host: HOST, port: toPort, allowHalfOpen: true, noDelay: true })
    near.setNoDelay(true)
    const passage = { near, far }
    this.#passages.add(passage)
    for (const socket of [near, far]) socket.on('error', () => {}).once('close', () => this.#cut(passage))
    void this.#carry(near, far, passage, 'there')
    void this.#carry(far, near, passage, 'back')
  }

  async #carry(from: Socket, to: Socket, passage: Passage, way: 'there' | 'back'): Promise<void> {
    try {
      for await (const bytes of from as AsyncIterable<Buffer>) {
        await this.#passes(way)
        await this.#write(to, bytes, passage)
      }
      await this.#passes(way)
      to.end()
    } catch {
      this.#cut(passage)
    }
  }

  /** Waits for as long as the trouble holds it back. */
  async #passes(way: 'there' | 'back'): Promise<void> {
    for (let at = this.#standing; at; at = this.#standing) {
      if (at.trouble === 'held' || (at.trouble === 'one-way' && way === 'back')) await at.over
      else return at.trouble === 'slow' ? pause(SLOW_BY_MS) : undefined
    }
  }

  async #write(to: Socket, bytes: Buffer, passage: Passage): Promise<void> {
    let rest = bytes
    while (rest.length > 0) {
      const at = this.#standing
      if (at?.trouble === 'severed' && at.bytesLeft <= 0) return this.#cut(passage)
      const most = at?.trouble === 'dripping' ? DRIP_BYTES : at?.trouble === 'severed' ? at.bytesLeft : rest.length
      const part = rest.subarray(0, most)
      rest = rest.subarray(part.length)
      if (at?.trouble === 'severed') at.bytesLeft -= part.length
      if (to.destroyed) return
      if (!to.write(part)) await new Promise((resolve) => to.once('drain', resolve).once('close', resolve))
      if (at?.trouble === 'dripping') await pause(BETWEEN_DRIPS_MS)
    }
  }

  #halfCloseAll(): void {
    for (const { far } of this.#passages) far.end()
  }

  #cutAll(): void {
    for (const passage of this.#passages) this.#cut(passage)
  }

  #cut(passage: Passage): void {
    if (!this.#passages.delete(passage)) return
    for (const socket of [passage.near, passage.far]) if (!socket.destroyed) socket.resetAndDestroy()
  }
}
