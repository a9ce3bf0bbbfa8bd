/** The clock of an alert: how long it runs, and how much of that is past the term that made it as grave as it is. */

export type Clock = {
  /** Of the time that it has run: within the term. 0 where nothing was allowed from the first moment. */
  within: number
  runsHours: number
  /** Null where the term was no time at all. */
  termHours: number | null
  overHours: number
}

type Times = { since: string; reachedAt: string; resolvedAt: string | null }

const HOUR_IN_MS = 3_600_000

/** As of `now`; the clock of a resolved alert has stopped. */
export function clockOf({ since, reachedAt, resolvedAt }: Times, now: Date): Clock {
  const end = resolvedAt ? Date.parse(resolvedAt) : now.getTime()
  const runs = Math.max(0, end - Date.parse(since))
  const term = Math.max(0, Date.parse(reachedAt) - Date.parse(since))
  const over = Math.max(0, end - Date.parse(reachedAt))
  return {
    within: runs === 0 ? 0 : Math.min(1, term / runs),
    runsHours: runs / HOUR_IN_MS,
    termHours: term === 0 ? null : term / HOUR_IN_MS,
    overHours: over / HOUR_IN_MS,
  }
}
