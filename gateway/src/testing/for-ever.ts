/** Clients that others have written, each following alerts for ever: with a new credential at each connection, from where it was. */
import { createClient as createEvents } from 'graphql-sse'
import { createClient } from 'graphql-ws'
import { WebSocket } from 'ws'

export const FOLLOW = 'subscription ($after: String) { alertRaised(after: $after) { seq cursor } }'

export interface ForEver {
  /** The places of what it was told. */
  seqs: number[]
  /** How its connections ended, as far as it was said; and that it does not come back any more. */
  ends: string[]
  /** With which cursor it would come back. */
  cursor: () => string | null
  /** How many have been made. */
  connections: () => number
  close: () => void
}

type Credential = () => Promise<Record<string, string>>
type Told = { alertRaised: { seq: number; cursor: string } }

const PAUSE_IN_MS = 200
const AGAIN = { retryAttempts: Number.POSITIVE_INFINITY }
const pause = () => new Promise<void>((go) => setTimeout(go, PAUSE_IN_MS))

/** By graphql-ws' client, which asks again with the variables of then. Each heartbeat moves it on. */
export function bySocket(url: string, connectionParams: Credential): ForEver {
  const told = aFollower()
  const client = createClient({
    ...{ ...AGAIN, url: `${url.replace('http', 'ws')}/graphql`, webSocketImpl: WebSocket, connectionParams },
    retryWait: pause,
    on: {
      closed: (event) => {
        const { code, reason } = event as { code: number; reason: string }
        told.ends.push(`${code} ${reason}`)
      },
      ping: (isTheirs, payload) => isTheirs && told.beats(payload?.['cursor'] as string | undefined),
    },
  })
  client.subscribe<Told>({ query: FOLLOW, variables: told.variables }, told.sink)
  return { ...told, close: () => void client.dispose() }
}

/** By graphql-sse's client, which knows of no place but those of what it was told, and of this one. */
export function byEvents(url: string, headers: Credential, from: string | null = null): ForEver {
  const told = aFollower(from)
  const client = createEvents({
    ...{ ...AGAIN, url: `${url}/graphql/stream`, headers },
    retry: pause,
    on: { connected: () => told.beats() },
  })
  client.subscribe<Told>({ query: FOLLOW, variables: told.variables }, told.sink)
  return { ...told, close: () => client.dispose() }
}

function aFollower(from: string | null = null) {
  const [seqs, ends]: [number[], string[]] = [[], []]
  let [after, connections]: [string | null, number] = [from, 0]
  const variables = {
    get after() {
      return after
    },
  }
  const sink = {
    next({ data, errors }: { data?: Told | null; errors?: readonly { extensions?: Record<string, unknown> }[] }) {
      if (errors) ends.push(String(errors[0]?.extensions?.['code']))
      if (!data) return
      seqs.push(data.alertRaised.seq)
      after = data.alertRaised.cursor
    },
    error: (error: unknown) => ends.push(`FOR GOOD ${JSON.stringify(error)}`),
    complete: () => {},
  }
  /** It is told how far the stream is, which is the first that it hears. */
  const beats = (cursor: string | null = after) => {
    connections += 1
    after = cursor
  }
  return { seqs, ends, variables, sink, beats, cursor: () => after, connections: () => connections }
}
