/** `/health/live`: the process runs. `/health/ready`: it can answer, with each service and the database named. */
import type { RequestHandler } from 'express'

/** Resolves when it can answer; what a rejection says stays here. */
export type Check = () => Promise<void>

const PATIENCE_IN_MS = 2_000

type Status = 'ready' | 'degraded' | 'unavailable'

export const live: RequestHandler = (_request, response) => {
  response.setHeader('cache-control', 'no-store')
  response.json({ status: 'live' })
}

/**
 * 200 while anything can be answered, since an answer without one service is better than none (security.md 7): a balancer
 * that heeds this does not turn the fault of one part into an outage of all. `status` tells a whole registry (`ready`) from
 * one that lacks a service (`degraded`), and `parts` which. 503 without the database, or when no service answers. NATS is no service:
 * what it should bring is read from the database meanwhile.
 */
export function ready(checks: Readonly<Record<string, Check>>): RequestHandler {
  return async (_request, response) => {
    const states = await Promise.all(
      Object.entries(checks).map(async ([name, check]) => [name, (await passes(check)) ? 'ready' : 'unavailable']),
    )
    const parts: Record<string, string> = Object.fromEntries(states)
    const status = statusOf(parts)
    response.setHeader('cache-control', 'no-store')
    response.status(status === 'unavailable' ? 503 : 200).json({ status, parts })
  }
}

function statusOf({ database, nats, ...services }: Readonly<Record<string, string>>): Status {
  const states = Object.values(services)
  const isAnyReady = states.length === 0 || states.includes('ready')
  if (database === 'unavailable' || !isAnyReady) return 'unavailable'
  return nats === 'unavailable' || states.includes('unavailable') ? 'degraded' : 'ready'
}

async function passes(check: Check): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), PATIENCE_IN_MS)
  })
  const passed = check().then(
    () => true,
    () => false,
  )
  const result = await Promise.race([passed, late])
  clearTimeout(timer)
  return result
}
