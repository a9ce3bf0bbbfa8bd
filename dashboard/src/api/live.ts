/** "Something changed" from the registry: the stream says that, the queries ask what. */
import { storeOf, useStore } from './store.ts'

export type Liveness = { state: 'connecting' | 'on' | 'off' | 'paused'; since: Date }

const SUBSCRIPTION = 'subscription BoardChanged { boardChanged { version asOf } }'
const LEAST_PAUSE_IN_MS = 1_000
const LONGEST_RETRY_IN_MS = 15_000
/** How often to ask anew while the stream is broken. */
const WITHOUT_STREAM_IN_MS = 20_000

const liveness = storeOf<Liveness>({ state: 'connecting', since: new Date() })
const followers = new Set<() => void>()

export const useLiveness = () => useStore(liveness)

/** Runs `ask` on a change, at most once in `everySeconds`, the last change never lost. Gives what ends it. */
export function followChanges(ask: () => void, everySeconds: number) {
  let timer: ReturnType<typeof setTimeout> | undefined
  let last = 0
  const onChange = () => {
    if (timer) return
    const wait = Math.max(0, last + everySeconds * LEAST_PAUSE_IN_MS - Date.now())
    timer = setTimeout(() => {
      timer = undefined
      last = Date.now()
      ask()
    }, wait)
  }
  followers.add(onChange)
  return () => {
    followers.delete(onChange)
    clearTimeout(timer)
  }
}

/** Tells all who follow, unless the reader has stopped the updates. What is hidden waits until it is seen. */
let isBehind = false
export function tellChange() {
  if (liveness.read().state === 'paused' || document.hidden) {
    isBehind = true
    return
  }
  isBehind = false
  for (const tell of followers) tell()
}

export function pauseLive() {
  become('paused')
}

export function resumeLive() {
  become(isConnected ? 'on' : 'connecting')
  if (isBehind) tellChange()
}

let isConnected = false

function become(state: Liveness['state']) {
  if (liveness.read().state !== state) liveness.write({ state, since: new Date() })
}

function note(connected: boolean) {
  const wasOff = liveness.read().state === 'off'
  isConnected = connected
  if (liveness.read().state !== 'paused') become(connected ? 'on' : 'off')
  if (connected && wasOff) tellChange() // What changed in between is asked for.
}

/** Opens the stream and keeps it open. */
export async function startLive(url = '/graphql/stream') {
  const { createClient } = await import('graphql-sse')
  const client = createClient({
    url,
    retryAttempts: Number.POSITIVE_INFINITY,
    retry: (retries) => {
      note(false)
      return new Promise((go) => setTimeout(go, Math.min(LONGEST_RETRY_IN_MS, 1_000 * 2 ** Math.min(retries, 4))))
    },
    on: { connected: () => note(true) },
  })
  const listen = () =>
    client.subscribe(
      { query: SUBSCRIPTION },
      { next: () => tellChange(), error: () => again(), complete: () => again() },
    )
  const again = () => {
    note(false)
    setTimeout(listen, LONGEST_RETRY_IN_MS)
  }
  listen()
  setInterval(() => {
    if (!isConnected) tellChange()
  }, WITHOUT_STREAM_IN_MS)
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden && isBehind) tellChange()
  })
}
