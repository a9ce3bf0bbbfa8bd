/**
 * A statement with others before and behind it, that go to the server in one piece and are answered in one: of a statement that goes
 * by itself each side pays for a message, whatever it does. Only the one that was asked is told of; the others were prepared.
 */
import pg from 'pg'

/** A statement that the connection knows by this name. */
export interface Prepared {
  name: string
  text: string
}

/** What stands around a statement, in its order. */
export interface Around {
  before: readonly { statement: Prepared; values?: readonly string[] }[]
  /** It ends as its name says, or all has failed: a commit of what has failed undoes it without an error. */
  behind: Prepared | null
}

/** What pg has and its types do not know. */
interface Connection {
  parse: (statement: Prepared) => void
  bind: (to: { statement: string; values?: readonly string[] }) => void
  execute: (what: object) => void
  sync: () => void
}

interface Completed {
  text: string
}

declare class OfPg extends pg.Query {
  constructor(config: object, values?: unknown)
  callback: (fault: Error | null, result: pg.QueryResult) => void
  prepare(connection: Connection): void
  _getRows(connection: Connection, rows?: number): void
  handleDataRow(row: unknown): void
  handleCommandComplete(completed: Completed, connection: Connection): void
  handleError(fault: Error, connection: Connection): void
  handleReadyForQuery(connection: Connection): void
}

/** All that is asked by a message of its own is asked this way, also what has no values. */
const BY_MESSAGES = { queryMode: 'extended' }

class OnePiece extends (pg.Query as unknown as typeof OfPg) {
  readonly #around: Around
  /** How many of those before it have not been answered yet. */
  #ahead: number
  #isAnswered = false
  #ended: string | null = null

  constructor([asked, values]: readonly unknown[], around: Around) {
    const config = typeof asked === 'string' ? { text: asked } : (asked as object)
    super({ ...BY_MESSAGES, ...config }, values)
    this.#around = around
    this.#ahead = around.before.length
  }

  override prepare(connection: Connection): void {
    for (const { statement, values = [] } of this.#around.before) execute(connection, statement, values)
    super.prepare(connection)
  }

  override _getRows(connection: Connection): void {
    connection.execute({ portal: '' })
    if (this.#around.behind) execute(connection, this.#around.behind, [])
    connection.sync()
  }

  override handleDataRow(row: unknown): void {
    if (this.#ahead === 0) super.handleDataRow(row)
  }

  override handleCommandComplete(completed: Completed, connection: Connection): void {
    if (this.#ahead > 0) this.#ahead -= 1
    else if (this.#isAnswered) this.#ended = completed.text
    else {
      this.#isAnswered = true
      super.handleCommandComplete(completed, connection)
    }
  }

  override handleReadyForQuery(connection: Connection): void {
    const { behind } = this.#around
    if (behind && this.#ended?.toLowerCase() !== behind.name) {
      const fault = new Error(`${behind.name} ended as ${this.#ended}.`)
      this.callback(fault, null as never)
    } else super.handleReadyForQuery(connection)
  }
}

function execute(connection: Connection, { name }: Prepared, values: readonly string[]): void {
  connection.bind({ statement: name, values })
  connection.execute({ portal: '' })
}

/** Prepares statements on a new connection. */
class Preparing extends (pg.Query as unknown as typeof OfPg) {
  readonly #statements: readonly Prepared[]

  constructor(statements: readonly Prepared[]) {
    super({ ...BY_MESSAGES, text: '' })
    this.#statements = statements
  }

  override prepare(connection: Connection): void {
    for (const statement of this.#statements) connection.parse(statement)
    connection.sync()
  }
}

export const inOnePiece = (client: pg.PoolClient, asked: readonly unknown[], around: Around): Promise<pg.QueryResult> =>
  answered(client, new OnePiece(asked, around))

/** Connections that know their statements. */
const prepared = new WeakSet<pg.PoolClient>()

/** Under their names, for as long as the connection lasts. */
export async function prepareOnce(client: pg.PoolClient, statements: readonly Prepared[]): Promise<void> {
  if (prepared.has(client)) return
  await answered(client, new Preparing(statements))
  prepared.add(client)
}

function answered(client: pg.PoolClient, query: OfPg): Promise<pg.QueryResult> {
  return new Promise((resolve, reject) => {
    query.callback = (fault, result) => (fault ? reject(fault) : resolve(result))
    client.query(query)
  })
}
