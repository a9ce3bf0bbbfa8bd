/** Tells a database that is gone from a defect: the first makes a service unavailable, the second is ours to mend. */

/**
 * Connection refused, reset or timed out; PostgreSQL shutting down, starting up, out of connections, or ending what took too long (a
 * statement, a transaction in which nobody goes on); Prisma's words for these. A service that is being stopped has let its pool go.
 */
const AWAY = new Set([
  ...['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND'],
  ...['57P01', '57P02', '57P03', '53300', '57014', '25P03', '08000', '08001', '08003', '08006'],
  ...['P1001', 'P1002', 'P1008', 'P1017', 'P2024'],
])

const SAYING =
  /Connection terminated|is not queryable|timeout exceeded when trying to connect|connection timeout|timeout expired|Query read timeout|after calling end on the pool|Can't reach database|Server has closed the connection/i

export function isDatabaseAway(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    const { code } = cause as { code?: unknown }
    if ((typeof code === 'string' && AWAY.has(code)) || SAYING.test(cause.message)) return true
    if (cause instanceof AggregateError && cause.errors.some(isDatabaseAway)) return true
  }
  return false
}
