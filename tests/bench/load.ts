/** Asks one address for a while, as fast as it answers, and says how it went. */
import autocannon, { type Options, type Result } from 'autocannon'

export interface Load {
  url: string
  /** Gives the next body. One that always gives the same one measures one key; else no two requests are alike. */
  nextBody: () => string
  headers?: Readonly<Record<string, string>>
  connections: number
  /** Bytes of an answer of which nothing was left out. */
  whole: number
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

/** Some answers lacked a part, since a service could not be asked: figures of those are worth nothing. */
export class NotWhole extends Error {}

/** Without one service of five, an answer lacks more than this; another period has fewer digits, by less than this. */
const LEAST_OF_WHOLE = 0.9

/** Throws NotWhole; throws too when a single answer is not 200. Bodies are weighed and not read, which would cost more than asking. */
export async function load({
  url,
  nextBody,
  headers = {},
  connections,
  whole,
  seconds,
  amount,
}: Load): Promise<Outcome> {
  const began = performance.now()
  let lacking = 0
  const options: Options = {
    url,
    connections,
    ...(amount === undefined ? { duration: seconds ?? 1 } : { amount }),
    timeout: 60,
    requests: [
      {
        method: 'POST',
        path: new URL(url).pathname,
        headers: { 'content-type': 'application/json', ...headers },
        setupRequest: (request) => ({ ...request, body: nextBody() }),
      },
    ],
  }
  const result = await new Promise<Result>((resolve, reject) => {
    const run = autocannon(options, (error, done) => (error ? reject(error) : resolve(done)))
    run.on('response', (_client, _status, bytes) => {
      if (bytes < LEAST_OF_WHOLE * whole) lacking += 1
    })
  })
  const bad = result.non2xx + result.errors + result.timeouts
  if (bad > 0) throw new Error(`${bad} of the requests to ${url} did not get 200.`)
  if (lacking > 0) throw new NotWhole(`${lacking} of the answers of ${url} lack a part.`)
  return {
    requests: result['2xx'],
    seconds: (performance.now() - began) / 1_000,
    p50: result.latency.p50,
    p99: result.latency.p99,
  }
}
