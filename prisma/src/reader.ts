/**
 * Reads rows in the name of an actor. Whatever is asked of the pool within `withActor`, by Prisma or by SQL, goes through one
 * transaction with the signed context of that actor; outside of it the database refuses every row of a child.
 */
import { AsyncLocalStorage } from 'node:async_hooks'
import type { Socket } from 'node:net'
import pg from 'pg'
import { contextKeyOf, type RowContext, signedContext } from './row-context.ts'

const current = new AsyncLocalStorage<Reading>()

/** Asks in the name of whoever the current reading is for. */
export class RowsPool extends pg.Pool {
  constructor(config: pg.PoolConfig) {
    super({ ...config, pipeline: true } as pg.PoolConfig) // Of pg 8.23; its types do not know it yet.
  }

  // pg has many forms of it; all end here.
  override query(...asked: unknown[]): never {
    const reading = current.getStore()
    const query = (reading ? reading.query : super.query.bind(this)) as (...asked: unknown[]) => unknown
    return query(...asked) as never
  }
}

/**
 * One transaction, begun with its first statement and ended with its last: these leave without waiting for each other's answer, and
 * in one piece. What lies between goes one after the other, as on any connection.
 */
export class Reading {
  readonly #pool: pg.Pool
  readonly #context: string
  #client: pg.PoolClient | null = null
  #answered: Promise<unknown> = Promise.resolve()

  constructor(pool: pg.Pool, context: string) {
    this.#pool = pool
    this.#context = context
  }

  /** Runs the work in the name of the actor, and all that it calls. */
  run<Result>(work: () => Result): Result {
    return current.run(this, work)
  }

  /** Whether anything was asked. */
  get isBegun(): boolean {
    return this.#client !== null
  }

  readonly query = (...asked: unknown[]): Promise<pg.QueryResult> => {
    const answer = this.#answered.then(() => this.#ask(asked))
    this.#answered = answer.catch(() => {})
    return answer
  }

  /**
   * The last statement, which is the audit, and the end by which it is kept with all that was asked before. Both are sent at once: the
   * first promise is of the statement, the second of the disk. Each rejects where its part failed; then nothing was kept.
   */
  readonly keep = (last: pg.QueryConfig): { written: Promise<void>; kept: Promise<void> } => {
    const sent = this.#answered.then(() => this.#end(last))
    const written = sent.then(({ written }) => written)
    const kept = sent.then(({ kept }) => kept)
    // Whoever waits for one of them alone is told by that one: the other must not end the process.
    for (const part of [written, kept]) part.catch(() => {})
    return { written, kept }
  }

  /** Lets the connection go; nobody has to wait for it. */
  close(): void {
    void this.#rollBack().catch(() => {})
  }

  async #ask(asked: unknown[]): Promise<pg.QueryResult> {
    const { client, begin } = await this.#begun()
    try {
      const ask = () => (client.query as (...asked: unknown[]) => Promise<pg.QueryResult>).apply(client, asked)
      const { answer, begun } = together(client, () => ({ begun: begin(), answer: ask() }))
      const [answered] = await Promise.all([answer, ...begun])
      return answered
    } catch (fault) {
      // What failed leaves the next statement untouched: each reads what is committed, and none builds on another.
      await this.#rollBack().catch(() => {})
      throw fault
    }
  }

  async #end(last: pg.QueryConfig): Promise<{ written: Promise<void>; kept: Promise<void> }> {
    const { client, begin } = await this.#begun()
    this.#client = null
    const sent = together(client, () => ({ last: [...begin(), client.query(last)], commit: client.query('commit') }))
    const written = Promise.all(sent.last).then(() => {})
    const kept = Promise.all([written, sent.commit]).then(() => {})
    // A commit that fails may leave the connection in that transaction: nobody else gets it.
    sent.commit.then(
      () => client.release(),
      () => client.release(true),
    )
    kept.catch(() => {})
    return { written, kept }
  }

  /** The connection, and what has to be sent before anything else is. */
  async #begun(): Promise<{ client: pg.PoolClient; begin: () => Promise<unknown>[] }> {
    if (this.#client) return { client: this.#client, begin: () => [] }
    const client = await this.#pool.connect()
    this.#client = client
    // The context is a value and no text: texts of statements are seen by others of the same login.
    const named = { name: 'in-name-of', text: "select set_config('app.ctx', $1, true)", values: [this.#context] }
    return { client, begin: () => [client.query('begin'), client.query(named)] }
  }

  async #rollBack(): Promise<void> {
    const client = this.#client
    this.#client = null
    if (!client) return
    try {
      await client.query('rollback')
      client.release()
    } catch (fault) {
      client.release(true)
      throw fault
    }
  }
}

/** What is asked within leaves in one piece: each piece costs both sides as much as a statement. */
function together<Sent>(client: pg.PoolClient, ask: () => Sent): Sent {
  const { stream } = (client as unknown as { connection: { stream: Socket } }).connection // Its types do not know it.
  stream.cork()
  try {
    return ask()
  } finally {
    stream.uncork()
  }
}

/** Makes readings of a pool, whose login signs for itself. */
export function readingsOf(pool: pg.Pool): (context: RowContext) => Reading {
  const { connectionString } = pool.options
  const key = contextKeyOf(connectionString ? decodeURIComponent(new URL(connectionString).password) : '')
  return (context) => new Reading(pool, signedContext(key, context))
}
