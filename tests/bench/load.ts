/** Asks one address for a while, as fast as it answers, and says how it went. */
import autocannon from 'autocannon'

export interface Load {
  url: string
  /** Gives the next body. One that always gives the same one measures one key; else no two requests are alike. */
  nextBody: () => string
  connections: number
  /** One of both: how long, or how many. */
  seconds?: number
  amount?: number
}

export interface Outcome {
  requests: number
  seconds: number
  p50: number
  p99: number
}

/** Throws when a single answer is not 200: figures of failures are worth nothing. */
export async function load({ url, nextBody, connections, seconds, amount }: Load): Promise<Outcome> {
  const began = performance.now()
  const result = await autocannon({
    url,
    connections,
    ...(amount === undefined ? { duration: seconds ?? 1 } : { amount }),
    timeout: 60,
    requests: [
      {
        method: 'POST',
        path: new URL(url).pathname,
        headers: { 'content-type': 'application/json' },
        setupRequest: (request) => ({ ...request, body: nextBody() }),
      },
    ],
  })
  const bad = result.non2xx + result.errors + result.timeouts
  if (bad > 0) throw new Error(`${bad} of the requests to ${url} did not get 200.`)
  return {
    requests: result['2xx'],
    seconds: (performance.now() - began) / 1_000,
    p50: result.latency.p50,
    p99: result.latency.p99,
  }
}
