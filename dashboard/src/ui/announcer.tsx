/**
 * Says aloud what happened: what changed by itself politely, and in one breath every ten seconds, since figures may move each
 * second; what the reader himself has asked for as soon as it can be heard.
 */
import { storeOf, useStore } from '../api/store.ts'

const BREATH_IN_MS = 10_000
/** In the burst of changes that an answer brings, and while a dialog gives the page back, screen readers hear nothing. */
const BURST_IN_MS = 700

const spoken = storeOf('')
const waiting = new Map<string, string>()
let coming: ReturnType<typeof setTimeout> | null = null
let last = Number.NEGATIVE_INFINITY

/** The latest sentence about a subject replaces the one before it. */
export function announce(subject: string, sentence: string) {
  waiting.set(subject, sentence)
  coming ??= setTimeout(speakAll, Math.max(0, last + BREATH_IN_MS - performance.now()))
}

/** What came of something that the reader did. What changed by itself waits for the next breath, and does not speak into it. */
export function tell(sentence: string) {
  if (coming) clearTimeout(coming)
  coming = setTimeout(() => {
    speak(sentence)
    coming = waiting.size === 0 ? null : setTimeout(speakAll, BREATH_IN_MS)
  }, BURST_IN_MS)
}

function speakAll() {
  coming = null
  speak([...waiting.values()].join(' '))
  waiting.clear()
}

function speak(sentence: string) {
  last = performance.now()
  spoken.write(sentence)
}

export function Announcer() {
  return (
    <p className="unseen" aria-live="polite">
      {useStore(spoken)}
    </p>
  )
}
