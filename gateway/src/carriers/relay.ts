/**
 * Puts into the stream what has got its place, and makes the stream anew where it is not that of the database. One gateway of all does, by
 * a lock of its session: it ends with the process that holds it, and the next one to look goes on where the stream ends.
 */
import { NotOurs } from './sealed-step.ts'
import type { StepStream } from './step-stream.ts'
import { type Database, isThere, stepsAfter, topIn } from './steps-in-database.ts'

/**
 * The session asks its peer for a sign of life, so that a machine that dies with its connections open holds the lock for five seconds and
 * not for two hours.
 */
const TRY_TO_HOLD = `select pg_try_advisory_lock(hashtext('vigia.alert_relay')) as held, set_config('tcp_keepalives_idle', '2', false),
  set_config('tcp_keepalives_interval', '1', false), set_config('tcp_keepalives_count', '3', false)`
const LET_GO = "select pg_advisory_unlock(hashtext('vigia.alert_relay'))"
const AT_ONCE = 500
/** Farther behind, what is missing is left out of the stream: every gateway has read it in the database by then. */
const MOST_BEHIND = 5_000

export class Relay {
  /** The connection whose session holds the lock. */
  #holder: Database | null = null
  /** Where the stream ends; null when it has to be looked up. */
  #end: number | null = null

  /** Whether this gateway is the one, over this connection. Who has no NATS lets another be it. */
  async isHere(database: Database, hasNats: boolean): Promise<boolean> {
    if (!hasNats) await this.#letGo(database)
    else if (this.#holder !== database) await this.#tryToHold(database)
    return this.#holder === database
  }

  /** Somebody else may have changed the stream. */
  doubt(): void {
    this.#end = null
  }

  /** Gives why NATS does not take it, and leaves it to another then. Rejects while the database is away. */
  async round(database: Database, stream: StepStream): Promise<string | null> {
    try {
      let end = this.#end ?? (await beginOf(database, stream))
      for (;;) {
        const steps = await stepsAfter(database, end, AT_ONCE)
        await stream.append(steps)
        end = steps.at(-1)?.seq ?? end
        if (steps.length < AT_ONCE) break
      }
      this.#end = end
      return null
    } catch (fault) {
      this.#end = null
      await this.#letGo(database)
      return fault instanceof Error ? fault.message : String(fault)
    }
  }

  async #tryToHold(database: Database): Promise<void> {
    const { rows } = await database.query<{ held: boolean }>({ text: TRY_TO_HOLD })
    this.#holder = rows[0]?.held ? database : null
    this.#end = null
  }

  async #letGo(database: Database): Promise<void> {
    if (this.#holder === database) await database.query({ text: LET_GO })
    this.#holder = null
  }
}

async function beginOf(database: Database, stream: StepStream): Promise<number> {
  const end = await endOfOurs(database, stream)
  const top = await topIn(database)
  if (end !== null && top - end <= MOST_BEHIND) return end
  await stream.beginAfter(top)
  return top
}

/** Where the stream ends; null where there is none, or one that does not tell what the database does: of a registry before it was restored. */
export async function endOfOurs(database: Database, stream: StepStream): Promise<number | null> {
  const end = await stream.end().catch((fault: unknown) => (fault instanceof NotOurs ? null : Promise.reject(fault)))
  if (!end) return null
  if (!end.step) return (await topIn(database)) >= end.seq ? end.seq : null
  return (await isThere(database, end.step)) ? end.seq : null
}
