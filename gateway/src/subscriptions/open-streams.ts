/** Streams under way, each cut within moments of the end of what let it in. */
import type { Caller } from '../sign-in/caller.ts'
import type { Keeper } from '../sign-in/keeper.ts'

export interface OpenStreams {
  count: () => number
  countOf: (caller: Caller) => number
  /** `cut` is called once the caller is let in no more. Gives how to forget it. */
  add: (caller: Caller, cut: () => void) => () => void
  stop: () => void
}

/** A session may end unheard, or by its time alone. */
const LOOK_EVERY_MS = 2_000

/** All are looked up at once, by one statement, however many they are. */
export function openStreams(keeper: Pick<Keeper, 'endedOf' | 'onEnd'>): OpenStreams {
  const open = new Map<() => void, Caller>()
  const perSubject = new Map<string, number>()
  let timer: NodeJS.Timeout | undefined

  async function cutEnded(): Promise<void> {
    const now = [...open]
    if (now.length === 0) return
    const callers = [...new Set(now.map(([, caller]) => caller))]
    // Whoever cannot be looked up is let in no more.
    const ended = await keeper.endedOf(callers).catch(() => new Set(callers))
    for (const [cut, caller] of now) if (ended.has(caller) && open.has(cut)) cut()
  }
  const forget = keeper.onEnd(() => void cutEnded())

  return {
    count: () => open.size,
    countOf: ({ actor: { sub } }) => perSubject.get(sub) ?? 0,
    add(caller, cut) {
      const { sub } = caller.actor
      const own = () => cut() // One of its own, should somebody give the same twice.
      open.set(own, caller)
      perSubject.set(sub, (perSubject.get(sub) ?? 0) + 1)
      timer ??= setInterval(() => void cutEnded(), LOOK_EVERY_MS).unref()
      return () => {
        if (!open.delete(own)) return
        const left = (perSubject.get(sub) ?? 1) - 1
        if (left === 0) perSubject.delete(sub)
        else perSubject.set(sub, left)
      }
    },
    stop() {
      clearInterval(timer)
      forget()
    },
  }
}
