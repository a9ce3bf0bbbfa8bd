/** Tells each subscriber that the figures changed: the newest version alone, however many came while he was slow. */
import type { BoardVersion, VersionSource } from './board-versions.ts'

export interface BoardEvent {
  boardChanged: BoardVersion
}

const DONE = { value: undefined, done: true } as const

/**
 * Begins with the version of now, so that one who comes back after a break learns what he missed. Written by hand: the
 * `return()` of an async generator waits behind its pending `next()`, and a subscriber who left would stay for ever.
 */
export function boardEvents(versions: VersionSource): AsyncIterableIterator<BoardEvent, undefined> {
  let newest: BoardVersion | null = versions.current()
  let waiting: ((result: IteratorResult<BoardEvent, undefined>) => void) | null = null
  let isDone = false
  const unsubscribe = versions.onChange((version) => {
    newest = version
    if (waiting) waiting(take(version))
  })

  function take(version: BoardVersion): IteratorResult<BoardEvent, undefined> {
    newest = null
    waiting = null
    return { value: { boardChanged: version }, done: false }
  }

  async function end() {
    isDone = true
    unsubscribe()
    waiting?.(DONE)
    waiting = null
    return DONE
  }

  return {
    [Symbol.asyncIterator]() {
      return this
    },
    next: () => {
      if (isDone) return Promise.resolve(DONE)
      if (newest) return Promise.resolve(take(newest))
      return new Promise((resolve) => {
        waiting = resolve
      })
    },
    return: end,
    throw: end,
  }
}
