/** "Something changed": who wants to know, how often at most, and whether the page is told at all. */
import { pauseBetweenAsks } from './allowance.ts'
import { storeOf, useStore } from './store.ts'

export type Liveness = { state: 'connecting' | 'on' | 'off' | 'paused'; since: Date }

const SECOND_IN_MS = 1_000

const liveness = storeOf<Liveness>({ state: 'connecting', since: new Date() })
/** Each is told whether what changed is what the reader has done. */
const followers = new Set<(isOwn: boolean) => void>()
let isConnected = false
/** Something changed that those who follow were not told of yet. */
let isBehind = false

export const useLiveness = () => useStore(liveness)

/**
 * Runs `ask` on a change, at most once in `everySeconds` and less often where little may be asked, the last change never lost; and at once
 * on what the reader has done. Gives what ends it.
 */
export function followChanges(ask: () => void, everySeconds: number) {
  let timer: ReturnType<typeof setTimeout> | undefined
  let last = 0
  const onChange = (isOwn: boolean) => {
    if (isOwn) clearTimeout(timer)
    else if (timer) return
    const wait = isOwn ? 0 : Math.max(0, last + pauseBetweenAsks(everySeconds) * SECOND_IN_MS - Date.now())
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

/** Tells all who follow, unless the reader stopped the updates. A page that nobody sees waits until it is seen. */
export function tellChange() {
  isBehind = true
  catchUp()
}

export function catchUp() {
  if (!isBehind || document.hidden || liveness.read().state === 'paused') return
  isBehind = false
  for (const tell of followers) tell(false)
}

/** Tells all who follow of what the reader has just done, paused or not: of what was saved a list that says "none" invites to save it again. */
export function tellOwnChange() {
  for (const tell of followers) tell(true)
}

export function pauseLive() {
  become('paused')
}

export function resumeLive() {
  become(isConnected ? 'on' : 'connecting')
  catchUp()
}

/** The stream came or went. What changed while it was gone is asked for when it is back. */
export function noteConnection(connected: boolean) {
  const isBack = connected && liveness.read().state === 'off'
  isConnected = connected
  if (liveness.read().state !== 'paused') become(connected ? 'on' : 'off')
  if (isBack) tellChange()
}

function become(state: Liveness['state']) {
  if (liveness.read().state !== state) liveness.write({ state, since: new Date() })
}
