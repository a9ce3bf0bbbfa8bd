/** Waits for a fact: asks again until it is so, and fails with what was last found. */
import { setTimeout as pause } from 'node:timers/promises'

const FIRST_PAUSE_IN_MS = 25
/** What is long in coming is looked for less often: a look may be a question to the whole graph, and others work beside it. */
const LONGEST_PAUSE_IN_MS = 200
const LONGER_EACH_TIME = 1.1

export async function eventually<Found>(
  look: () => Promise<Found>,
  isSo: (found: Found) => boolean,
  withinMs = 30_000,
): Promise<Found> {
  const deadline = Date.now() + withinMs
  for (let pauseInMs = FIRST_PAUSE_IN_MS; ; pauseInMs = Math.min(LONGEST_PAUSE_IN_MS, pauseInMs * LONGER_EACH_TIME)) {
    const found = await look()
    if (isSo(found)) return found
    if (Date.now() > deadline) throw new Error(`Not so within ${withinMs} ms: ${JSON.stringify(found)}`)
    await pause(pauseInMs)
  }
}
