/** Streams as a test follows them: what is told, one after the other, by a socket or by server-sent events as they come over the wire. */
import { createClient } from 'graphql-ws'
import { WebSocket } from 'ws'

export interface TheirAlert {
  seq: number
  cursor: string
  step: string
  kind: string
  severity: string
  state: { code: string }
  child: { folio: string } | null
}

export interface Followed<Data> {
  /** The next that is told. */
  next: () => Promise<Data>
  /** Everything that was told and not taken yet. */
  waiting: () => Data[]
  close: () => void
}

/** By graphql-ws' own client. Resolves once the gateway says how far the stream is. */
export async function followBySocket<Data>(
  address: string,
  params: Readonly<Record<string, string>>,
  query: string,
  variables: Record<string, unknown> = {},
): Promise<
  Followed<Data> & { beats: { seq?: number; cursor?: string }[]; closed: Promise<{ code: number; reason: string }> }
> {
  const told = queue<Data>()
  const beats: { seq?: number; cursor?: string }[] = []
  const { promise: begun, resolve: begin } = Promise.withResolvers<void>()
  const { promise: closed, resolve: end } = Promise.withResolvers<{ code: number; reason: string }>()
  const client = createClient({
    url: `${address.replace('http', 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    connectionParams: { ...params },
    retryAttempts: 0,
    on: {
      ping: (isFromThere, payload) => {
        if (!isFromThere) return
        beats.push((payload ?? {}) as (typeof beats)[number])
        begin()
      },
      closed: (event) => end(event as { code: number; reason: string }),
    },
  })
  const fail = (error: unknown) => told.fail(error)
  client.subscribe<Data>(
    { query, variables },
    { next: ({ data, errors }) => (data ? told.give(data) : fail(errors)), error: fail, complete: () => {} },
  )
  await Promise.race([begun, told.failed])
  return { ...told, beats, closed, close: () => void client.dispose() }
}

export interface Event {
  id: string | null
  data: string | null
}

/** Line by line, as curl shows it. Resolves with the first `id:`, which comes before anything happens. */
export async function followByEvents(
  address: string,
  headers: Readonly<Record<string, string>>,
  query: string,
  lastEventId?: string,
): Promise<Followed<Event>> {
  const control = new AbortController()
  const response = await fetch(`${address}/graphql/stream`, {
    method: 'POST',
    signal: control.signal,
    headers: {
      'content-type': 'application/json',
      accept: 'text/event-stream',
      ...headers,
      ...(lastEventId === undefined ? {} : { 'last-event-id': lastEventId }),
    },
    body: JSON.stringify({ query }),
  })
  if (!response.ok || !response.body) throw new Error(await response.text())
  const told = queue<Event>()
  void read(response.body, told.give).catch((error: unknown) => told.fail(error))
  return { ...told, close: () => control.abort() }
}

async function read(body: ReadableStream<Uint8Array>, give: (event: Event) => void): Promise<void> {
  let text = ''
  for await (const chunk of body.pipeThrough(new TextDecoderStream() as never)) {
    text += chunk as unknown as string
    const blocks = text.split('\n\n')
    text = blocks.pop() ?? ''
    for (const block of blocks) give({ id: field(block, 'id'), data: field(block, 'data') })
  }
}

const field = (block: string, name: string): string | null =>
  new RegExp(`^${name}: (.*)$`, 'm').exec(block)?.[1] ?? null

function queue<Item>() {
  const items: Item[] = []
  const takers: { resolve: (item: Item) => void; reject: (error: unknown) => void }[] = []
  const { promise: failed, reject: tellFailure } = Promise.withResolvers<never>()
  failed.catch(() => {})
  return {
    failed,
    give: (item: Item) => {
      const taker = takers.shift()
      if (taker) taker.resolve(item)
      else items.push(item)
    },
    fail: (error: unknown) => {
      tellFailure(error)
      for (const { reject } of takers.splice(0)) reject(error)
    },
    waiting: () => items.splice(0),
    next: (): Promise<Item> => {
      const [known] = items.splice(0, 1)
      if (known !== undefined) return Promise.resolve(known)
      return Promise.race([new Promise<Item>((resolve, reject) => takers.push({ resolve, reject })), failed])
    },
  }
}
