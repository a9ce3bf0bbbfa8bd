/** The clock of an alert: how long it runs, and how much of that is past the term that made it as grave as it is. */

export type Clock = {
  /** Of the time that it has run: within the term. 0 where nothing was allowed from the first moment. */
  within: number
  runsHours: number
  /** Null where the term was no time at all. */
  termHours: number | null
  overHours: number
}

type Times = {
  since: string
  reachedAt: string
  resolvedAt: string | null
  /** The fact that ended it: the registry may have learned of it long after. */
  resolvedBy: { at: string | null } | null
}

const HOUR_IN_MS = 3_600_000

/** When it stopped: with the fact that ended it, where somebody told when that was; else once the registry knew. Null while it runs. */
export const stoppedAt = ({ resolvedAt, resolvedBy }: Omit<Times, 'since' | 'reachedAt'>): string | null =>
  resolvedAt && (resolvedBy?.at ?? resolvedAt)

/** As of `now`; the clock of a resolved alert has stopped. */
export function clockOf({ since, reachedAt, ...ending }: Times, now: Date): Clock {
  const stopped = stoppedAt(ending)
  const end = stopped ? Date.parse(stopped) : now.getTime()
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
