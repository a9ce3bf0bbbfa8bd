/** Waits for a fact: asks again until it is so, and fails with what was last found. */
import { setTimeout as pause } from 'node:timers/promises'

const BETWEEN_LOOKS_IN_MS = 25

export async function eventually<Found>(
  look: () => Promise<Found>,
  isSo: (found: Found) => boolean,
  withinMs = 30_000,
): Promise<Found> {
  const deadline = Date.now() + withinMs
  for (;;) {
    const found = await look()
    if (isSo(found)) return found
    if (Date.now() > deadline) throw new Error(`Not so within ${withinMs} ms: ${JSON.stringify(found)}`)
    await pause(BETWEEN_LOOKS_IN_MS)
  }
}
