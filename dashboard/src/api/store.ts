/** One value that many parts of the page watch. */
import { useSyncExternalStore } from 'react'

export type Store<Value> = {
  read: () => Value
  write: (value: Value) => void
  follow: (notify: () => void) => () => void
}

export function storeOf<Value>(first: Value): Store<Value> {
  let value = first
  const followers = new Set<() => void>()
  return {
    read: () => value,
    write(next) {
      if (next === value) return
      value = next
      for (const notify of followers) notify()
    },
    follow(notify) {
      followers.add(notify)
      return () => followers.delete(notify)
    },
  }
}

export const useStore = <Value>({ follow, read }: Store<Value>) => useSyncExternalStore(follow, read)
