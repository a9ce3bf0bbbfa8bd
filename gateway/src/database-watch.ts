/** Looks at something in the database every second, and at once when it calls, over a connection of its own. */
import pg from 'pg'

export interface Watching {
  databaseUrl: string
  /** What the database calls on; null for what looks by the clock, or listens by itself. LISTEN needs a direct connection: it does not survive a transaction pooler. */
  channel: string | null
  look: (client: pg.Client) => Promise<void>
  /** What a call says, where that is all there is to it; otherwise a call is followed by a look. */
  told?: (payload: string) => void
  /** The database cannot be looked at, and why. */
  lost: (why: string) => void
}

/** A notification may get lost with its connection; the next look does not. */
const LOOK_EVERY_MS = 1_000
const DEAD_AFTER_MS = 5_000

export class DatabaseWatch {
  readonly #watching: Watching
  readonly #running: Promise<void>
  #stopped = false
  #called = false
  #wake = () => {}

  constructor(watching: Watching) {
    this.#watching = watching
    this.#running = this.#run()
  }

  async stop(): Promise<void> {
    this.#stopped = true
    this.call()
    await this.#running
  }

  /** Looks now. */
  call(): void {
    this.#called = true
    this.#wake()
  }

  async #run(): Promise<void> {
    while (!this.#stopped) {
      const client = new pg.Client({
        connectionString: this.#watching.databaseUrl,
        connectionTimeoutMillis: DEAD_AFTER_MS,
        query_timeout: DEAD_AFTER_MS,
        application_name: 'vigia gateway',
      })
      // After an error the next look fails, and says why.
      client.on('error', () => this.call())
      client.on('notification', ({ payload = '' }) => {
        const { told } = this.#watching
        if (told) told(payload)
        else this.call()
      })
      await this.#follow(client).catch((error: unknown) => this.#lost(error))
      await client.end().catch(() => {})
      if (!this.#stopped) await this.#pause()
    }
  }

  async #follow(client: pg.Client): Promise<void> {
    await client.connect()
    const { channel, look } = this.#watching
    if (channel) await client.query(`listen ${channel}`)
    while (!this.#stopped) {
      this.#called = false
      await look(client)
      await this.#pause()
    }
  }

  #lost(error: unknown): void {
    this.#watching.lost(error instanceof Error ? error.message : String(error))
    this.#called = false
  }

  /** Until it is time to look again, or until called; at once when the call came meanwhile. */
  #pause(): Promise<void> {
    if (this.#called) return Promise.resolve()
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, LOOK_EVERY_MS)
      this.#wake = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  }
}
