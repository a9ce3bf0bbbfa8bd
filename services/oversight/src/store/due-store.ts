/** What of alerts is due. */
import type { Pool } from 'pg'

export interface Due {
  /** A threshold that is in force by now concerns somebody who has not been asked again. */
  isWave: boolean
  /** A fact or a clock asks for a judgement. */
  isJudgement: boolean
  /** What INM answered by a number is to be looked for. */
  isAnswer: boolean
}

/**
 * A look that locks nothing, at the end of each index: where nothing is due, whoever looked for one to take would go through all that wait.
 * What comes after it is of the next one.
 */
export async function whatIsDue(pool: Pool, now: Date): Promise<Due> {
  const { rows } = await pool.query<Due>({
    name: 'what-is-due',
    text: `select exists (select from oversight.threshold_wave where due_at <= $1) as "isWave",
             coalesce((select min(due_at) from oversight.alert_due) <= $1, false) as "isJudgement",
             coalesce((select min(next_at) from oversight.answer_waiting) <= $1, false) as "isAnswer"`,
    values: [now],
  })
  return rows[0] ?? { isWave: true, isJudgement: true, isAnswer: true }
}
