/** `/health/live`: the process runs. `/health/ready`: it can answer, with each service and the database named. */
import type { RequestHandler } from 'express'

/** Resolves when it can answer; what a rejection says stays here. */
export type Check = () => Promise<void>

const PATIENCE_IN_MS = 2_000

export const live: RequestHandler = (_request, response) => {
  response.setHeader('cache-control', 'no-store')
  response.json({ status: 'live' })
}

/** 503 unless everything is ready, so that a supervisor waits; the dashboard shows what is there meanwhile. */
export function ready(checks: Readonly<Record<string, Check>>): RequestHandler {
  return async (_request, response) => {
    const states = await Promise.all(
      Object.entries(checks).map(async ([name, check]) => [name, (await passes(check)) ? 'ready' : 'unavailable']),
    )
    const isReady = states.every(([, state]) => state === 'ready')
    response.setHeader('cache-control', 'no-store')
    response.status(isReady ? 200 : 503).json({
      status: isReady ? 'ready' : 'unavailable',
      parts: Object.fromEntries(states),
    })
  }
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
