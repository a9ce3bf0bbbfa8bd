/** Numbers committed events without gaps. One leader at a time, under a lock that PostgreSQL lets go of when it dies. */
import type { Pool } from 'pg'

const AT_MOST = 50_000

/** Numbers what waits. Gives how many events it numbered; null when another process is at it. */
export async function numberEvents(pool: Pool): Promise<number | null> {
  let numbered = 0
  for (;;) {
    const { rows } = await pool.query<{ n: number | null }>({
      name: 'number-pending',
      text: 'select outbox.number_pending($1) as n',
      values: [AT_MOST],
    })
    const n = rows[0]?.n ?? null
    if (n === null) return numbered === 0 ? null : numbered
    numbered += n
    if (n < AT_MOST) return numbered
  }
}
