/** The stream of changes of the registry, kept open; and a look at the version now and then, since a stream can die unheard. */
import type { Client as StreamClient } from 'graphql-sse'
import type { Client } from 'urql'
import { catchUp, noteConnection, tellChange } from './live.ts'
import { RegistryDocument } from './registry.tsx'
import { noteEnded, OWN_PAGE, sessionNow } from './session.ts'

const SUBSCRIPTION = 'subscription BoardChanged { boardChanged { version asOf } }'
const LONGEST_PAUSE_IN_MS = 15_000
const BETWEEN_LOOKS_IN_MS = 15_000
const FIRST_PAUSE_IN_MS = 1_000
const MOST_DOUBLINGS = 4

export async function startLive(client: Client, url = '/graphql/stream') {
  const { createClient } = await import('graphql-sse')
  const stream = createClient({
    url,
    headers: OWN_PAGE,
    fetchFn: asOneSignedIn,
    retryAttempts: Number.POSITIVE_INFINITY,
    retry(retries) {
      noteConnection(false)
      if (sessionNow().state !== 'in') return new Promise(() => {}) // Whoever signs in again comes by another page.
      const pause = FIRST_PAUSE_IN_MS * 2 ** Math.min(retries, MOST_DOUBLINGS)
      return new Promise((go) => setTimeout(go, Math.min(LONGEST_PAUSE_IN_MS, pause)))
    },
    on: { connected: () => noteConnection(true) },
  })
  let told: string | null = null
  let stop = listen(stream, (version) => {
    told = version
  })
  document.addEventListener('visibilitychange', catchUp)
  setInterval(async () => {
    // A page that nobody sees is not in use, and its session may end.
    if (document.hidden || sessionNow().state !== 'in') return
    const version = await versionNow(client)
    if (version === null) return noteConnection(false)
    if (version === told) return
    // The figures moved and the stream did not say so: they are asked for, and the stream is opened anew.
    tellChange()
    if (told !== null) {
      stop()
      stop = listen(stream, (next) => {
        told = next
      })
    }
    told = version
  }, BETWEEN_LOOKS_IN_MS)
}

/** Listens until it is stopped; a stream that ends by itself is opened again. */
function listen(stream: StreamClient, onVersion: (version: string) => void) {
  let isStopped = false
  let end = () => {}
  const again = () => {
    if (isStopped) return
    noteConnection(false)
    setTimeout(open, FIRST_PAUSE_IN_MS)
  }
  const open = () => {
    if (isStopped || sessionNow().state !== 'in') return
    end = stream.subscribe<{ boardChanged: { version: string } }>(
      { query: SUBSCRIPTION },
      {
        next({ data }) {
          if (data) onVersion(data.boardChanged.version)
          tellChange()
        },
        error: again,
        complete: again,
      },
    )
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

/** Null when nobody answers. */
async function versionNow(client: Client) {
  const { data } = await client.query(RegistryDocument, {}, { requestPolicy: 'network-only' })
  return data?.registry?.version ?? null
}
