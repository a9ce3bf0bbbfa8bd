/**
 * A pool that gives up a connection at whose other end nobody is any more, though nothing said so: packets that vanish end no statement.
 * How long work may take nobody can say beforehand, so the server is asked, over a connection of its own, whether it is still at it.
 * What it works on goes on for as long as it takes.
 */
import type { Duplex } from 'node:stream'
import pg from 'pg'

/** When a statement is asked after, how long it is between two looks, and in which time a connection is made. Defaults of Vigía. */
export interface Watch {
  askedAfterMs: number
  betweenLooksMs: number
  connectedWithinMs: number
}
/** A connection is made in as long as a request may take (security.md 9). */
const WATCH: Watch = { askedAfterMs: 4_000, betweenLooksMs: 2_000, connectedWithinMs: 5_000 }

const LOOKS_WHILE_CONNECTING = 10

/** Of these its own processes that the server is at work with; and by which it answers here, which is another one behind a pooler. */
const AT_WORK = `select pg_backend_pid() as here, array(
  select pid from pg_stat_activity where pid = any ($1) and coalesce(state, '') not like 'idle%') as pids`

class WatchedClient extends pg.Client {
  /** Since when it waits for the server, as `performance.now()`, which nobody sets; null while it does not. */
  waitsSince: number | null = null
  /** The server was found at nothing for what was waited for since then. */
  doubtedOf: number | null = null

  constructor(config: pg.ClientConfig, connectedWithinMs: number) {
    super(config)
    this.on('drain', () => {
      this.waitsSince = null
    })
    giveUpUnconnected(this, connectedWithinMs)
  }

  // pg has many forms of it; all end here.
  override query(...asked: unknown[]): never {
    this.waitsSince ??= performance.now()
    return (super.query as (...asked: unknown[]) => unknown).apply(this, asked) as never
  }
}

/**
 * A connection is given up that is not made in time; pg's own clock would go on while this program loads or reckons, hears nobody, and the
 * answer lies there. So it is looked at so many times, and heard in between. How long one waits until another gives one back is for the
 * pool to say.
 */
function giveUpUnconnected(client: pg.Client, withinMs: number): void {
  let looks = 0
  const timer = setInterval(() => {
    looks += 1
    if (looks === LOOKS_WHILE_CONNECTING) streamOf(client).destroy(new Error('timeout expired'))
  }, withinMs / LOOKS_WHILE_CONNECTING).unref()
  for (const over of ['connect', 'end'] as const) client.once(over, () => clearInterval(timer))
}

/** pg has it, and its types do not. */
const streamOf = (client: pg.Client) => (client as unknown as { connection: { stream: Duplex } }).connection.stream

/** Of the process of the server that serves it. pg has it, and its types do not. */
const processIdOf = (client: pg.Client) => (client as unknown as { processID: number | null }).processID

/** pg makes them by their settings alone. */
const clientsOf = ({ connectedWithinMs }: Watch) =>
  class extends WatchedClient {
    constructor(config: pg.ClientConfig = {}) {
      super(config, connectedWithinMs)
    }
  }

export class WatchedPool extends pg.Pool {
  readonly #clients = new Set<WatchedClient>()
  readonly #watch: Watch
  readonly #looks: NodeJS.Timeout
  #isLooking = false

  constructor(config: pg.PoolConfig, watch: Watch = WATCH) {
    super({ ...config, Client: clientsOf(watch) } as pg.PoolConfig)
    this.#watch = watch
    this.on('connect', (client) => void this.#clients.add(client as unknown as WatchedClient))
    this.on('remove', (client) => void this.#clients.delete(client as unknown as WatchedClient))
    this.#looks = setInterval(() => void this.#look(), watch.betweenLooksMs).unref()
  }

  override end(...asked: []): Promise<void> {
    clearInterval(this.#looks)
    return super.end(...asked)
  }

  /** Whoever was waited for twice without the server being at it has been lost. */
  async #look(): Promise<void> {
    const late = [...this.#clients].filter(({ waitsSince }) => this.#isLate(waitsSince))
    if (late.length === 0 || this.#isLooking) return
    this.#isLooking = true
    try {
      const served = await atWork(this.options, late, this.#watch.connectedWithinMs)
      for (const client of late) giveUpOrDoubt(client, served)
    } catch {
      // Nobody can be asked: whoever waits waits on, and is asked after when somebody can.
    } finally {
      this.#isLooking = false
    }
  }

  #isLate(waitsSince: number | null): boolean {
    return waitsSince !== null && performance.now() - waitsSince >= this.#watch.askedAfterMs
  }
}

function giveUpOrDoubt(client: WatchedClient, served: ReadonlySet<number | null>): void {
  const { waitsSince } = client
  if (waitsSince === null || served.has(processIdOf(client))) client.doubtedOf = null
  // An answer may have been on its way at the first look.
  else if (client.doubtedOf !== waitsSince) client.doubtedOf = waitsSince
  // With a statement under way it is cut off at once: whoever waits for it is told that the connection has ended.
  else void client.end().catch(() => {})
}

async function atWork(
  config: pg.PoolConfig,
  clients: readonly WatchedClient[],
  withinMs: number,
): Promise<Set<number | null>> {
  const asker = new pg.Client({ ...config, connectionTimeoutMillis: withinMs, query_timeout: withinMs })
  asker.on('error', () => {})
  try {
    await asker.connect()
    const ids = clients.map(processIdOf)
    const { rows } = await asker.query<{ here: number; pids: number[] }>(AT_WORK, [ids])
    // A pooler gives other numbers than the server's: then nothing is known, and nobody is given up.
    return new Set(rows[0]?.here === processIdOf(asker) ? rows[0].pids : ids)
  } finally {
    await asker.end().catch(() => {})
  }
}
