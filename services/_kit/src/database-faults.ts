/** Tells a database that is gone, and one that is there and cannot write, from a defect: only the last is ours to mend; and is told of once for as long as it lasts. */

/**
 * Connection refused, reset or timed out; PostgreSQL shutting down, starting up, out of connections, or ending what took too long (a
 * statement, a transaction in which nobody goes on); Prisma's words for these. A service that is being stopped has let its pool go.
 */
const AWAY = new Set([
  ...['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND'],
  ...['57P01', '57P02', '57P03', '53300', '57014', '25P03', '08000', '08001', '08003', '08006'],
  ...['P1001', 'P1002', 'P1008', 'P1017', 'P2024'],
])

/** Of these, what it ended because it took too long. */
const TOO_LONG = new Set(['57014', '25P03'])

const SAYING =
  /connect (?:ENOENT|EAGAIN)|Connection terminated|is not queryable|timeout exceeded when trying to connect|connection timeout|timeout expired|Query read timeout|after calling end on the pool|Can't reach database|Server has closed the connection/i

/**
 * The disk or the memory of the server is full, a limit of it is met, it takes no writes (a standby, a registry made read only), it ended
 * one of two who waited for each other: each takes back all of its transaction.
 */
const UNWRITTEN = new Set(['53100', '53200', '53400', '25006', '40001', '40P01', '55P03'])

/** Of these, what lasts: a full disk, a standby. */
const UNTIL_MENDED = new Set(['53100', '25006'])

/** Nobody more is let in: max_connections. */
const CROWDED = new Set(['53300'])

const DEEPEST = 8

export function isDatabaseAway(error: unknown): boolean {
  return layersOf(error).some(({ codes, message }) => codes.some((code) => AWAY.has(code)) || SAYING.test(message))
}

/** One that is away and says nothing of what was asked; where it ended what took too long, it is there. */
export function isDatabaseSilent(error: unknown): boolean {
  return isDatabaseAway(error) && !layersOf(error).some(({ codes }) => codes.some((code) => TOO_LONG.has(code)))
}

/** A database that is there and has written nothing. */
export function isUnwritten(error: unknown): boolean {
  return layersOf(error).some(({ codes }) => codes.some((code) => UNWRITTEN.has(code)))
}

/** What keeps a database from those who work on it until somebody does something about it. */
export type Trouble = 'AWAY' | 'CROWDED' | 'UNWRITTEN'

/** Null for every other fault, of which each is told. */
export function troubleIn(error: unknown): Trouble | null {
  const has = (known: ReadonlySet<string>) => layersOf(error).some(({ codes }) => codes.some((code) => known.has(code)))
  if (has(CROWDED)) return 'CROWDED'
  if (isDatabaseSilent(error)) return 'AWAY'
  return has(UNTIL_MENDED) ? 'UNWRITTEN' : null
}

interface Layer {
  codes: string[]
  message: string
}

/** An error of Prisma, which keeps in a place of its own what its adapter was told: no error, and with PostgreSQL's code. */
export interface OfPrisma {
  meta?: { driverAdapterError?: unknown }
}

export const causeInPrisma = ({ meta }: OfPrisma): unknown => meta?.driverAdapterError

/** What libraries keep of a cause. */
interface Caused extends OfPrisma {
  code?: unknown
  originalCode?: unknown
  message?: unknown
  originalMessage?: unknown
  cause?: unknown
  errors?: unknown
}

/** A fault, and all that it says it came from. */
export function layersOf(fault: unknown, depth = 0): Layer[] {
  if (typeof fault !== 'object' || fault === null || depth > DEEPEST) return []
  const caused: Caused = fault
  const { code, originalCode, message, originalMessage, cause, errors } = caused
  const isText = (value: unknown) => typeof value === 'string'
  const own = {
    codes: [code, originalCode].filter(isText),
    message: [message, originalMessage].filter(isText).join('\n'),
  }
  const causes = [cause, causeInPrisma(caused), ...(Array.isArray(errors) ? errors : [])]
  return [own, ...causes.flatMap((one) => layersOf(one, depth + 1))]
}

/**
 * A database that is away, crowded, or takes no writes, fails every round of a service each second, for as long as it lasts. Each is told once when it
 * begins, and its end (null) once when each round that failed by it has gone on: one that asked for nothing meanwhile says nothing of it.
 */
export class Outage {
  readonly #tell: (trouble: Trouble | null) => void
  readonly #waiting = new Set<object>()
  readonly #told = new Set<Trouble>()

  constructor(tell: (trouble: Trouble | null) => void) {
    this.#tell = tell
  }

  /** Gives false for any other fault, which is the caller's to tell. */
  holds(rounds: object, fault: unknown): boolean {
    const trouble = troubleIn(fault)
    if (trouble === null) return false
    this.#waiting.add(rounds)
    if (!this.#told.has(trouble)) this.#tell(trouble)
    this.#told.add(trouble)
    return true
  }

  wentOn(rounds: object): void {
    if (!this.#waiting.delete(rounds) || this.#waiting.size > 0) return
    this.#told.clear()
    this.#tell(null)
  }
}
