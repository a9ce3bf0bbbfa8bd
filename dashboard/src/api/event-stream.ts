/** Streams of events of the gateway, kept open for whoever is signed in: tried again in growing pauses, and opened anew when they end. */
import type { Client } from 'graphql-sse'
import { asReader, noteEnded, sessionNow } from './session.ts'

const ADDRESS = '/graphql/stream'
const FIRST_PAUSE_IN_MS = 1_000
const LONGEST_PAUSE_IN_MS = 15_000
const MOST_DOUBLINGS = 4

type Opening = {
  /** It came, or went. */
  onConnection: (connected: boolean) => void
  /** What is done with each response before it is read. */
  onResponse?: (response: Response) => Response
}

export async function openStream({ onConnection, onResponse = (response) => response }: Opening): Promise<Client> {
  const { createClient } = await import('graphql-sse')
  return createClient({
    url: ADDRESS,
    headers: asReader,
    fetchFn: async (url: string, init: RequestInit) => onResponse(await asOneSignedIn(url, init)),
    retryAttempts: Number.POSITIVE_INFINITY,
    retry(retries) {
      onConnection(false)
      if (sessionNow().state !== 'in') return new Promise(() => {}) // Whoever signs in again comes by another page.
      const pause = FIRST_PAUSE_IN_MS * 2 ** Math.min(retries, MOST_DOUBLINGS)
      return new Promise((go) => setTimeout(go, Math.min(LONGEST_PAUSE_IN_MS, pause)))
    },
    on: { connected: () => onConnection(true) },
  })
}

type Listening<Data> = {
  question: { query: string; variables?: Record<string, unknown> }
  onEvent: (data: Data | null | undefined) => void
  onConnection: (connected: boolean) => void
}

/**
 * Listens until it is stopped; a stream that ends by itself is opened again. The variables are read anew each time. A page that nobody sees
 * holds none: over HTTP/1.1 a browser keeps six connections to a host for all of its tabs, and a seventh page would wait for ever.
 */
export function listen<Data>(stream: Client, { question, onEvent, onConnection }: Listening<Data>): () => void {
  let isStopped = false
  /** Ends the stream that is open; null while none is. */
  let end: (() => void) | null = null
  let pause: ReturnType<typeof setTimeout> | undefined
  const open = () => {
    clearTimeout(pause)
    if (isStopped || end || document.hidden || sessionNow().state !== 'in') return
    const again = () => {
      // It was ended here.
      if (end !== ours) return
      end = null
      onConnection(false)
      pause = setTimeout(open, FIRST_PAUSE_IN_MS)
    }
    const ours = stream.subscribe<Data>(question, { next: ({ data }) => onEvent(data), error: again, complete: again })
    end = ours
  }
  const close = () => {
    clearTimeout(pause)
    const ending = end
    end = null
    ending?.()
  }
  const turn = () => (document.hidden ? close() : open())
  document.addEventListener('visibilitychange', turn)
  open()
  return () => {
    isStopped = true
    document.removeEventListener('visibilitychange', turn)
    close()
  }
}

/** The client takes a 401 for one more connection that failed, and tries again. */
async function asOneSignedIn(url: string, init: RequestInit): Promise<Response> {
  const response = await fetch(url, init)
  if (response.status === 401) noteEnded()
  return response
}
