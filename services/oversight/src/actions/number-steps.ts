/** Gives the steps of alerts that are committed their places in the stream. One process at a time; any other finds it taken and waits. */
import type { Pool } from 'pg'

const AT_MOST = 5_000

/** Gives how many it numbered: 0 too when another process is at it. */
export async function numberSteps(pool: Pool): Promise<number> {
  const { rows } = await pool.query<{ n: number | null }>({
    name: 'number-steps',
    text: 'select stream.number_steps($1) as n',
    values: [AT_MOST],
  })
  return rows[0]?.n ?? 0
}
