/**
 * Reads rows in the name of an actor. Whatever is asked of the pool within `withActor`, by Prisma or by SQL, goes through one
 * transaction with the signed context of that actor; outside of it the database refuses every row of a child.
 */
import { AsyncLocalStorage } from 'node:async_hooks'
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
 * One transaction, begun with its first statement and ended with its last: these are sent without waiting for each other's answer.
 * What lies between goes one after the other, as on any connection.
 */
export class Reading {
  readonly #pool: pg.Pool
  readonly #context: string
  #client: pg.PoolClient | null = null
  #sent: Promise<unknown> = Promise.resolve()
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
    const { promise: sent, resolve: send } = Promise.withResolvers<void>()
    const answer = this.#answered.then(() => this.#ask(asked, send)).finally(send)
    this.#sent = sent
    this.#answered = answer.catch(() => {})
    return answer
  }

  /** Keeps what was written, which is the audit: at the latest what was asked before. Rejects where it could not be kept. */
  async commit(): Promise<void> {
    await this.#sent
    await this.#end('commit')
  }

  /** Lets the connection go; nobody has to wait for it. */
  close(): void {
    void this.#end('rollback').catch(() => {})
  }

  async #ask(asked: unknown[], send: () => void): Promise<pg.QueryResult> {
    const [client, begun] = this.#client ? [this.#client, null] : await this.#begin()
    try {
      const answer = (client.query as (...asked: unknown[]) => Promise<pg.QueryResult>).apply(client, asked)
      send()
      const [answered] = await Promise.all([answer, begun])
      return answered
    } catch (fault) {
      // What failed leaves the next statement untouched: each reads what is committed, and none builds on another.
      await this.#end('rollback').catch(() => {})
      throw fault
    }
  }

  /** The context is a value and no text: texts of statements are seen by others of the same login. */
  async #begin(): Promise<[pg.PoolClient, Promise<unknown>]> {
    const client = await this.#pool.connect()
    this.#client = client
    const named = { name: 'in-name-of', text: "select set_config('app.ctx', $1, true)", values: [this.#context] }
    return [client, Promise.all([client.query('begin'), client.query(named)])]
  }

  async #end(how: 'commit' | 'rollback'): Promise<void> {
    const client = this.#client
    this.#client = null
    if (!client) return
    try {
      await client.query(how)
      client.release()
    } catch (fault) {
      client.release(true) // It may still be in that transaction: nobody else gets it.
      throw fault
    }
  }
}

/** Makes readings of a pool, whose login signs for itself. */
export function readingsOf(pool: pg.Pool): (context: RowContext) => Reading {
  const { connectionString } = pool.options
  const key = contextKeyOf(connectionString ? decodeURIComponent(new URL(connectionString).password) : '')
  return (context) => new Reading(pool, signedContext(key, context))
}
