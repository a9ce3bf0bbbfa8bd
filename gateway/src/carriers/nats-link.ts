/** The connection to NATS: made anew for ever, and given to whoever follows something over it for as long as it holds. */
import { setTimeout as wait } from 'node:timers/promises'
import { connect, type NatsConnection } from '@nats-io/transport-node'
import type { NatsSettings } from './nats-settings.ts'

export interface Linking {
  nats: NatsSettings
  /** Ends when the connection does. */
  follow: (connection: NatsConnection) => Promise<void>
  /** There is none, and why. */
  lost: (why: string) => void
}

const CONNECTED_WITHIN_MS = 5_000
/** A peer that is silent for twice as long is gone, though nothing has closed the connection. */
const PING_EVERY_MS = 2_000
const AGAIN_IN_MS = 500
const ENDED = 'the connection ended'

export class NatsLink {
  readonly #linking: Linking
  readonly #running: Promise<void>
  readonly #stopping = new AbortController()
  #connection: NatsConnection | null = null

  constructor(linking: Linking) {
    this.#linking = linking
    this.#running = this.#run()
  }

  async stop(): Promise<void> {
    this.#stopping.abort()
    await this.#connection?.close()
    await this.#running
  }

  async #run(): Promise<void> {
    const { signal } = this.#stopping
    while (!signal.aborted) {
      await this.#once().catch((error: unknown) => {
        if (!signal.aborted) this.#linking.lost(error instanceof Error ? error.message : ENDED)
      })
      await wait(AGAIN_IN_MS, undefined, { signal }).catch(() => {})
    }
  }

  /** Nothing is kept from one connection to the next, so that each begins with what is so then. */
  async #once(): Promise<never> {
    const { nats, follow } = this.#linking
    const connection = await connect({
      ...nats.options,
      name: 'vigia gateway',
      reconnect: false,
      timeout: CONNECTED_WITHIN_MS,
      pingInterval: PING_EVERY_MS,
      maxPingOut: 2,
    })
    this.#connection = connection
    try {
      if (!this.#stopping.signal.aborted) await follow(connection)
    } finally {
      this.#connection = null
      await connection.close()
    }
    throw new Error(ENDED)
  }
}
