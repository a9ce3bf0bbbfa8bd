/** When a message is tried again, and how an endpoint that cannot keep up, or answers nothing, is spared (Standard Webhooks). */

const [SECOND, MINUTE, HOUR] = [1_000, 60_000, 3_600_000]

/** How long after the try before it each try comes; the first at once. */
export const TRIES_AFTER_IN_MS: readonly number[] = [
  ...[0, 5 * SECOND, 5 * MINUTE, 30 * MINUTE],
  ...[2, 5, 10, 14, 20, 24].map((hours) => hours * HOUR),
]
/** No try is earlier or later than its hour by more than this part of it, so that not all come back at once. */
const JITTER = 0.2
const LONGEST_RETRY_AFTER_IN_MS = HOUR

export const FAILURES_UNTIL_OPEN = 5
export const PROBE_EVERY_IN_MS = MINUTE
const [FIRST_PACE_IN_MS, SLOWEST_PACE_IN_MS] = [SECOND, 5 * MINUTE]

/** When it is tried again after so many failed tries; null after the last. `chance` is from 0 to 1; the receiver may ask for more. */
export function nextTry(failed: number, now: Date, chance: number, retryAfterInMs: number | null): Date | null {
  const wait = TRIES_AFTER_IN_MS[failed]
  if (wait === undefined) return null
  const jittered = wait * (1 - JITTER + 2 * JITTER * chance)
  return new Date(now.getTime() + Math.max(jittered, Math.min(retryAfterInMs ?? 0, LONGEST_RETRY_AFTER_IN_MS)))
}

/** How the endpoint stands after a try: what its row keeps. */
export interface Standing {
  failures: number
  paceInMs: number
  /** How long nothing is sent to it at all. */
  restInMs: number
}

/** 429, 502 and 504 say that it has too much; each doubles the pause between two messages, each success halves it. */
export function standingAfter(
  before: Omit<Standing, 'restInMs'>,
  status: number | null,
  retryAfterInMs: number | null,
): Standing {
  if (status !== null && status >= 200 && status < 300) {
    // Whole milliseconds, as its row has them: of the slowest pace the sixth half is none.
    const paceInMs = before.paceInMs > FIRST_PACE_IN_MS ? Math.floor(before.paceInMs / 2) : 0
    return { failures: 0, paceInMs, restInMs: paceInMs }
  }
  const failures = before.failures + 1
  const isSlow = status === 429 || status === 502 || status === 504
  const paceInMs = isSlow
    ? Math.min(Math.max(before.paceInMs * 2, FIRST_PACE_IN_MS), SLOWEST_PACE_IN_MS)
    : before.paceInMs
  const asked = isSlow || status === 503 ? Math.min(retryAfterInMs ?? 0, LONGEST_RETRY_AFTER_IN_MS) : 0
  const restInMs = Math.max(failures >= FAILURES_UNTIL_OPEN ? PROBE_EVERY_IN_MS : 0, paceInMs, asked)
  return { failures, paceInMs, restInMs }
}

/** A number of seconds or a date, as HTTP has it; null for anything else. */
export function retryAfterOf(header: string | undefined, now: Date): number | null {
  if (header === undefined) return null
  if (/^\d{1,9}$/.test(header.trim())) return Number(header) * SECOND
  const at = Date.parse(header)
  return Number.isNaN(at) ? null : Math.max(0, at - now.getTime())
}
