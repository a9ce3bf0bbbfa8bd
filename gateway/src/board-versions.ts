/** Which version of the figures is the newest: told by the database, at most once a tick, over a connection of its own. */
import pg from 'pg'
import { z } from 'zod'

export interface BoardVersion {
  /** One number a service, in the order of their names: any change of any figure changes it. */
  version: string
  /** When the newest of them was folded. */
  asOf: string
}

/** Where the byte cache and the stream learn that figures changed. */
export interface VersionSource {
  /** Null while it is not known: then nothing that was kept may be given out. */
  current: () => BoardVersion | null
  /** Calls back on every change, until the returned function is called. */
  onChange: (listener: (version: BoardVersion) => void) => () => void
}

const CHANNEL = 'vigia_board'
/** A notification may get lost with its connection; the next look does not. */
const LOOK_EVERY_MS = 1_000
const DEAD_AFTER_MS = 5_000

const Row = z.object({ version: z.string(), as_of: z.date().nullable(), is_synthetic: z.boolean() })
const LOOK = `select coalesce(string_agg(version::text, '.' order by service), '') as version, max(as_of) as as_of,
  (select is_synthetic from outbox.registry) as is_synthetic
  from outbox.service_version`

/** The connection must be direct: LISTEN does not survive a transaction pooler. */
export class BoardVersions implements VersionSource {
  readonly #url: string
  readonly #log: (sentence: string) => void
  readonly #listeners = new Set<(version: BoardVersion) => void>()
  readonly #running: Promise<void>
  #known: BoardVersion | null = null
  #isSynthetic = false
  #stopped = false
  #called = false
  #wake = () => {}

  constructor(databaseUrl: string, log: (sentence: string) => void) {
    this.#url = databaseUrl
    this.#log = log
    this.#running = this.#run()
  }

  current(): BoardVersion | null {
    return this.#known
  }

  /** Whether the registry holds invented children; what was last known, while the database is away. */
  isSynthetic(): boolean {
    return this.#isSynthetic
  }

  /** Resolves when the database has told the version for the first time. */
  async known(): Promise<void> {
    if (this.#known) return
    await new Promise<void>((resolve) => {
      const forget = this.onChange(() => {
        forget()
        resolve()
      })
    })
  }

  onChange(listener: (version: BoardVersion) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  async stop(): Promise<void> {
    this.#stopped = true
    this.#call()
    await this.#running
  }

  async #run(): Promise<void> {
    while (!this.#stopped) {
      const client = new pg.Client({
        connectionString: this.#url,
        connectionTimeoutMillis: DEAD_AFTER_MS,
        query_timeout: DEAD_AFTER_MS,
        application_name: 'vigia gateway',
      })
      // Both end the pause: after an error the next look fails, and says why.
      client.on('error', () => this.#call())
      client.on('notification', () => this.#call())
      await this.#follow(client).catch((error: unknown) => this.#lost(error))
      await client.end().catch(() => {})
      if (!this.#stopped) await this.#pause()
    }
  }

  async #follow(client: pg.Client): Promise<void> {
    await client.connect()
    await client.query(`listen ${CHANNEL}`)
    while (!this.#stopped) {
      this.#called = false
      const { rows } = await client.query(LOOK)
      const row = Row.parse(rows[0])
      this.#isSynthetic = row.is_synthetic
      if (row.version !== this.#known?.version) this.#announce(row.version, row.as_of ?? new Date(0))
      await this.#pause()
    }
  }

  #announce(version: string, asOf: Date): void {
    const next = { version, asOf: asOf.toISOString() }
    this.#known = next
    for (const listener of this.#listeners) listener(next)
  }

  #lost(error: unknown): void {
    const why = error instanceof Error ? error.message : String(error)
    if (this.#known) this.#log(`Answers are not kept until the database tells the version of the figures again: ${why}`)
    this.#known = null
    this.#called = false
  }

  #call(): void {
    this.#called = true
    this.#wake()
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
