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

/** Listens until it is stopped; a stream that ends by itself is opened again. The variables are read anew each time. */
export function listen<Data>(stream: Client, { question, onEvent, onConnection }: Listening<Data>): () => void {
  let isStopped = false
  let end = () => {}
  const again = () => {
    if (isStopped) return
    onConnection(false)
    setTimeout(open, FIRST_PAUSE_IN_MS)
  }
  const open = () => {
    if (isStopped || sessionNow().state !== 'in') return
    end = stream.subscribe<Data>(question, { next: ({ data }) => onEvent(data), error: again, complete: again })
  }
  open()
  return () => {
    isStopped = true
    end()
  }
}

/** The client takes a 401 for one more connection that failed, and tries again. */
async function asOneSignedIn(url: string, init: RequestInit): Promise<Response> {
  const response = await fetch(url, init)
  if (response.status === 401) noteEnded()
  return response
}
