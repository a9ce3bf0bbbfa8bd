/**
 * Reads rows in the name of an actor. Whatever is asked of the pool within `withActor`, by Prisma or by SQL, goes through one
 * transaction with the signed context of that actor; outside of it the database refuses every row of a child.
 */
import { AsyncLocalStorage } from 'node:async_hooks'
import pg from 'pg'
import { keptByRule } from './kept-plans.ts'
import { type Around, inOnePiece, type Prepared, prepareOnce } from './one-piece.ts'
import { Planning } from './planning.ts'
import { contextKeyOf, type RowContext, ruleOf, signedContext } from './row-context.ts'
import { ServerClock } from './server-clock.ts'

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

const BEGIN: Prepared = { name: 'begin', text: 'begin' }
const COMMIT: Prepared = { name: 'commit', text: 'commit' }
/** The context is a value and no text: texts of statements are seen by others of the same login. It is verified here, once. */
const IN_NAME_OF: Prepared = { name: 'in name of', text: `select sec.enter($1), ${Planning.AT_FIRST}` }

/**
 * One transaction, begun with its first statement and ended with its last, each in one piece with what begins and ends it. What lies
 * between goes one after the other, as on any connection.
 */
export class Reading {
  readonly #pool: pg.Pool
  readonly #rule: string
  readonly #contextOf: () => string
  readonly #planning = new Planning()
  #client: pg.PoolClient | null = null
  #isClosed = false
  #answered: Promise<unknown> = Promise.resolve()

  /** By which rule rows are judged, and the signed context that says so. */
  constructor(pool: pg.Pool, rule: string, contextOf: () => string) {
    this.#pool = pool
    this.#rule = rule
    this.#contextOf = contextOf
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
   * The last statement, which is the audit, and the end by which it is kept on the disk with all that was asked before. Rejects where
   * either failed; then nothing was kept.
   */
  readonly keep = (last: pg.QueryConfig): Promise<void> => {
    const kept = this.#answered.then(() => this.#end(last))
    this.#answered = kept.catch(() => {})
    return kept
  }

  /** Lets the connection go, once what was asked is answered; nobody has to wait for it. */
  close(): void {
    const closed = this.#answered.then(() => {
      this.#isClosed = true
      return this.#rollBack()
    })
    void closed.catch(() => {})
  }

  async #ask(asked: unknown[]): Promise<pg.QueryResult> {
    const { client, before } = await this.#begun()
    const around = { before: this.#planning.before(asked, before), behind: null }
    try {
      return await inOnePiece(client, keptByRule(asked, this.#rule), around)
    } catch (fault) {
      // What failed leaves the next statement untouched: each reads what is committed, and none builds on another.
      await this.#rollBack().catch(() => {})
      throw fault
    }
  }

  async #end(last: pg.QueryConfig): Promise<void> {
    const { client, before } = await this.#begun()
    this.#client = null
    try {
      await inOnePiece(client, [last], { before, behind: COMMIT })
      client.release()
    } catch (fault) {
      // It may still be in that transaction: nobody else gets it.
      client.release(true)
      throw fault
    }
  }

  /** The connection, and what goes before anything else is asked of it. */
  async #begun(): Promise<{ client: pg.PoolClient; before: Around['before'] }> {
    if (this.#client) return { client: this.#client, before: [] }
    const client = await this.#pool.connect()
    // A field that fails ends the answer before its neighbours have asked: what they ask then would hold a connection for good.
    if (this.#isClosed) {
      client.release()
      throw new Error('This reading has ended.')
    }
    // Where that fails, whoever gets it after us would find some of the names taken.
    await prepareOnce(client, [BEGIN, IN_NAME_OF, Planning.TURN, COMMIT]).catch((fault: unknown) => {
      client.release(true)
      throw fault
    })
    this.#client = client
    return { client, before: [{ statement: BEGIN }, { statement: IN_NAME_OF, values: [this.#contextOf()] }] }
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

/** Makes readings of a pool, whose login signs for itself. */
export function readingsOf(pool: pg.Pool): (context: RowContext) => Reading {
  const { connectionString } = pool.options
  const key = contextKeyOf(connectionString ? decodeURIComponent(new URL(connectionString).password) : '')
  const clock = new ServerClock(pool)
  return (context) => new Reading(pool, ruleOf(context), () => signedContext(key, context, clock.now()))
}
