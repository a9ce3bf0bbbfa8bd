/**
 * Has everybody judged again once a clock that ran ahead was put back: what it had raised too early is made true by no fact and due by no
 * clock before that day has come, and stood with a date that is still to come. Days that it counted before they were over are forgotten,
 * since none is counted twice.
 */
import { log } from '@vigia/kit/log'
import type { Pool } from 'pg'

/** Less is the ordinary work of whoever keeps clocks together, and of two machines that differ. A default of Vigía. */
const PUT_BACK_BY_MS = 60_000

/** To be asked in each round. Known of this process, and on its first round of whichever came before it, by the last step that was written down. */
export function askOnceClockIsPutBack(pool: Pool): (now: Date) => Promise<void> {
  let latest: number | null = null
  return async (now) => {
    latest ??= await lastStepIn(pool)
    if (latest - now.getTime() > PUT_BACK_BY_MS) {
      await pool.query('select oversight.forget_days_to_come()')
      await pool.query('select oversight.ask_all_again()')
      log.warn({ wasAt: new Date(latest) }, 'The clock was put back: everybody is judged again by that of now.')
    }
    latest = now.getTime()
  }
}

async function lastStepIn(pool: Pool): Promise<number> {
  const { rows } = await pool.query<{ at: Date }>('select at from oversight.alert_history order by id desc limit 1')
  return rows[0]?.at.getTime() ?? 0
}
