/** Says aloud what changed by itself: politely, and in one breath every ten seconds, since figures may move each second. */
import { storeOf, useStore } from '../api/store.ts'

const BREATH_IN_MS = 10_000

const spoken = storeOf('')
const waiting = new Map<string, string>()
let isComing = false
let last = Number.NEGATIVE_INFINITY

/** The latest sentence about a subject replaces the one before it. */
export function announce(subject: string, sentence: string) {
  waiting.set(subject, sentence)
  if (isComing) return
  isComing = true
  setTimeout(speak, Math.max(0, last + BREATH_IN_MS - performance.now()))
}

function speak() {
  isComing = false
  last = performance.now()
  spoken.write([...waiting.values()].join(' '))
  waiting.clear()
}

export function Announcer() {
  return (
    <p className="unseen" aria-live="polite">
      {useStore(spoken)}
    </p>
  )
}
