/**
 * What the reader may still ask in this minute, of which all open pages of one person live (SECURITY, How much one may ask). A page asks
 * less often as less is left, so that its reader can always act; what is refused all the same is asked again, and not called unanswered.
 */
const MINUTE_IN_MS = 60_000
const SECOND_IN_MS = 1_000
/** From here down the pause grows, to the longest one where nothing is left. */
const ENOUGH = 0.5
const LONGEST_PAUSE_IN_S = 30
const MOST_TRIES = 5
const LONGEST_WAIT_IN_S = 10

let left = { share: 1, at: 0 }

/** Of an answer: those given from kept bytes say nothing, and cost nothing. */
export function noteLeft(headers: Headers, now = Date.now()) {
  const remaining = numberIn(headers.get('ratelimit'), /;r=(\d+)/)
  const limit = numberIn(headers.get('ratelimit-policy'), /;q=(\d+)/)
  if (remaining !== null && limit) left = { share: remaining / limit, at: now }
}

/** The least seconds between two asks of a figure that is to be asked for every so many. */
export function pauseBetweenAsks(everySeconds: number, now = Date.now()): number {
  const refilled = Math.min(1, left.share + Math.max(0, now - left.at) / MINUTE_IN_MS)
  return Math.max(everySeconds, LONGEST_PAUSE_IN_S * (1 - refilled / ENOUGH))
}

/** Asks, and asks again in a moment where too much was asked: nothing of a refused question was done, whatever it was. */
export async function askPatiently(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  for (let tried = 1; ; tried += 1) {
    const response = await fetch(input, init)
    noteLeft(response.headers)
    const wait = response.status === 429 ? numberIn(response.headers.get('retry-after'), /^(\d+)$/) : null
    if (wait === null || wait > LONGEST_WAIT_IN_S || tried === MOST_TRIES) return response
    await passing(wait * SECOND_IN_MS, init?.signal)
  }
}

function passing(ms: number, signal?: AbortSignal | null): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, ms)
    signal?.addEventListener('abort', () => {
      clearTimeout(timer)
      reject(signal.reason)
    })
  })
}

function numberIn(text: string | null, pattern: RegExp): number | null {
  const found = text === null ? undefined : pattern.exec(text)?.[1]
  return found === undefined ? null : Number(found)
}
