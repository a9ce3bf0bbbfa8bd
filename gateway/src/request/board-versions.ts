/** Which version of the figures is the newest: told by the database, at most once a tick, over a connection of its own. */
import type pg from 'pg'
import { z } from 'zod'
import { DatabaseWatch } from '../database-watch.ts'

export interface BoardVersion {
  /** One number a service, in the order of their names: any change of any figure changes it. */
  version: string
  /** When the newest of them was folded. */
  asOf: string
}

/** Where the byte cache and the stream learn that figures changed. */
export interface VersionSource {
  /** Null while it is not known: then nothing that was kept may be given out. The same object as long as it was not told anew. */
  current: () => BoardVersion | null
  /** Calls back on every change, until the returned function is called. */
  onChange: (listener: (version: BoardVersion) => void) => () => void
}

const CHANNEL = 'vigia_board'

const Row = z.object({ version: z.string(), as_of: z.date().nullable(), is_synthetic: z.boolean() })
const LOOK = `select coalesce(string_agg(version::text, '.' order by service), '') as version, max(as_of) as as_of,
  (select is_synthetic from outbox.registry) as is_synthetic
  from outbox.service_version`

export class BoardVersions implements VersionSource {
  readonly #log: (sentence: string) => void
  readonly #listeners = new Set<(version: BoardVersion) => void>()
  readonly #watch: DatabaseWatch
  #known: BoardVersion | null = null
  #isSynthetic = false

  constructor(databaseUrl: string, log: (sentence: string) => void) {
    this.#log = log
    this.#watch = new DatabaseWatch({
      databaseUrl,
      channel: CHANNEL,
      look: (client) => this.#look(client),
      lost: (why) => this.#lost(why),
    })
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

  stop(): Promise<void> {
    return this.#watch.stop()
  }

  async #look(client: pg.Client): Promise<void> {
    const { rows } = await client.query(LOOK)
    const row = Row.parse(rows[0])
    this.#isSynthetic = row.is_synthetic
    if (row.version !== this.#known?.version) this.#announce(row.version, row.as_of ?? new Date(0))
  }

  #announce(version: string, asOf: Date): void {
    const next = { version, asOf: asOf.toISOString() }
    this.#known = next
    for (const listener of this.#listeners) listener(next)
  }

  #lost(why: string): void {
    if (this.#known) this.#log(`Answers are not kept until the database tells the version of the figures again: ${why}`)
    this.#known = null
  }
}
