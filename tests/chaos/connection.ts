/** One connection of somebody who follows alerts, until it breaks or is dropped: by WebSocket (graphql-ws) or as server-sent events. */
import { createClient } from 'graphql-ws'

/** What comes in an event, as the subscriber asked for it. */
export interface AlertEvent {
  id: string
  /** Null where the subscriber may not know the places. */
  seq?: number
  cursor: string
  kind: string
  step: string
  severity: string
  state: { code: string }
  child?: { folio: string } | null
  /** Of a partner: its own word for the child. */
  childRef?: string | null
}

interface Opening {
  /** Of a gateway, without a path. */
  url: string
  headers: Readonly<Record<string, string>>
  query: string
  /** Null: from now on. */
  after: string | null
  onEvent: (event: AlertEvent, isPartial: boolean) => void
  /** How far it is where there is nothing to tell. */
  onCursor: (cursor: string) => void
  /** Drops it. */
  signal: AbortSignal
}

/** Resolves when it is over, with why: a code of the house, or what the transport says. */
export type Connect = (opening: Opening) => Promise<string>

interface Payload {
  data?: { alertRaised: AlertEvent | null } | null
  errors?: readonly { extensions?: { code?: string } }[]
}

/** Gives a code where it is an end. */
function take({ data, errors }: Payload, { onEvent }: Opening): string | null {
  const event = data?.alertRaised
  if (event) onEvent(event, errors !== undefined)
  return event ? null : (errors?.[0]?.extensions?.code ?? 'NO_DATA')
}

export const byWebSocket: Connect = (opening) =>
  new Promise((resolve) => {
    const { url, headers, query, after, onCursor, signal } = opening
    const over = (why: string) => {
      signal.removeEventListener('abort', drop)
      resolve(why)
      client.terminate()
    }
    const drop = () => over('DROPPED')
    const client = createClient({
      url: `${url.replace('http', 'ws')}/graphql`,
      connectionParams: headers,
      retryAttempts: 0,
      on: {
        ping: (_received, payload) => {
          if (typeof payload?.['cursor'] === 'string' && !signal.aborted) onCursor(payload['cursor'])
        },
      },
    })
    signal.addEventListener('abort', drop, { once: true })
    client.subscribe<Payload['data'] & object>(
      { query, variables: { after } },
      {
        next: (payload) => {
          const code = signal.aborted ? null : take(payload as Payload, opening)
          if (code) over(code)
        },
        error: (error) => over(reasonOf(error)),
        complete: () => over('COMPLETE'),
      },
    )
  })

function reasonOf(error: unknown): string {
  if (Array.isArray(error)) return String(error[0]?.extensions?.code ?? error[0]?.message)
  if (typeof error === 'object' && error !== null && 'code' in error && 'reason' in error)
    return `CLOSED ${error.code} ${error.reason}`
  return error instanceof Error ? `NOT_REACHED ${error.message}` : 'NOT_REACHED'
}

export const byServerSentEvents: Connect = async (opening) => {
  const { url, headers, query, after, signal } = opening
  try {
    const response = await fetch(`${url}/graphql/stream`, {
      method: 'POST',
      signal,
      headers: {
        ...headers,
        'content-type': 'application/json',
        accept: 'text/event-stream',
        ...(after ? { 'last-event-id': after } : {}),
      },
      body: JSON.stringify({ query }),
    })
    if (!response.ok || !response.body) {
      const refusal = (await response.json().catch(() => ({}))) as Payload
      return refusal.errors?.[0]?.extensions?.code ?? `STATUS ${response.status}`
    }
    return await readEvents(response.body, opening)
  } catch (error) {
    if (signal.aborted) return 'DROPPED'
    return `NOT_REACHED ${error instanceof Error ? error.message : ''}`
  }
}

async function readEvents(body: AsyncIterable<Uint8Array>, opening: Opening): Promise<string> {
  const decoder = new TextDecoder()
  let text = ''
  for await (const bytes of body) {
    text += decoder.decode(bytes, { stream: true })
    const blocks = text.split('\n\n')
    text = blocks.pop() ?? ''
    for (const block of blocks) {
      if (opening.signal.aborted) return 'DROPPED'
      const code = readEvent(block, opening)
      if (code) return code
    }
  }
  return 'ENDED'
}

/** As EventSource reads it: an id without data moves on where one comes back. */
function readEvent(block: string, opening: Opening): string | null {
  const fields = new Map(
    block.split('\n').flatMap((line) => {
      const [, name, value] = /^(\w+): ?(.*)$/.exec(line) ?? []
      return name === undefined ? [] : [[name, value ?? ''] as const]
    }),
  )
  const [id, data] = [fields.get('id'), fields.get('data')]
  const code = data ? take(JSON.parse(data), opening) : null
  if (id && code === null) opening.onCursor(id)
  return code
}
