/** Streams under way, each cut within moments of the end of what let it in. */
import type { Caller } from '../sign-in/caller.ts'
import type { EndOfAccess, Keeper } from '../sign-in/keeper.ts'
import type { StreamEnd } from './outlet.ts'

export interface OpenStreams {
  count: () => number
  countOf: (caller: Caller) => number
  /** `cut` is called once the caller is let in no more, or that cannot be known. Gives how to forget it. */
  add: (caller: Caller, cut: (why: StreamEnd) => void) => () => void
  stop: () => void
}

/** A session may end unheard, or by its time alone. */
const LOOK_EVERY_MS = 2_000
/** So long streams go on while nobody can tell who was turned out: one look may fail, as when the database starts anew. Within the five seconds of security.md 3.3. */
const UNKNOWN_FOR_MS = 3_000

const ENDED: Readonly<Record<EndOfAccess, StreamEnd>> = {
  SESSION_ENDED: { code: 'SESSION_ENDED', message: 'You are let in no more.' },
  AGREEMENT_ENDED: { code: 'AGREEMENT_ENDED', message: 'Your agreement has ended: nothing is told any more.' },
  TOKEN_EXPIRED: { code: 'TOKEN_EXPIRED', message: 'Come back with a new token and the last cursor: nothing is lost.' },
}
const UNKNOWN: StreamEnd = {
  code: 'SIGN_IN_UNAVAILABLE',
  message: 'Who is signed in cannot be looked up now: come back with the last cursor, and nothing is lost.',
}

/** All are looked up at once, by one statement, however many they are. */
export function openStreams(keeper: Pick<Keeper, 'endedOf' | 'onEnd'>): OpenStreams {
  const open = new Map<(why: StreamEnd) => void, Caller>()
  const perSubject = new Map<string, number>()
  let knownAt = 0
  let timer: NodeJS.Timeout | undefined

  async function cutEnded(): Promise<void> {
    const began = performance.now()
    const now = [...open]
    if (now.length === 0) return
    const callers = [...new Set(now.map(([, caller]) => caller))]
    const ended = await keeper.endedOf(callers).catch(() => null)
    if (ended) knownAt = began
    else if (performance.now() - knownAt < UNKNOWN_FOR_MS) return
    for (const [cut, caller] of now) {
      const end = ended?.get(caller)
      const why = ended ? end && ENDED[end] : UNKNOWN
      if (why && open.has(cut)) cut(why)
    }
  }
  const forget = keeper.onEnd(() => void cutEnded())

  return {
    count: () => open.size,
    countOf: ({ actor: { sub } }) => perSubject.get(sub) ?? 0,
    add(caller, cut) {
      const { sub } = caller.actor
      const own = (why: StreamEnd) => cut(why) // One of its own, should somebody give the same twice.
      if (open.size === 0) knownAt = performance.now() - LOOK_EVERY_MS // What let it in was known at least then.
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
