/** Clients that others have written, each following one subscription as its own documentation says. */
import { spawn } from 'node:child_process'
import { ApolloClient, gql, InMemoryCache } from '@apollo/client'
import { GraphQLWsLink } from '@apollo/client/link/subscriptions'
import { Client, fetchExchange, subscriptionExchange } from '@urql/core'
import { createClient as createEvents } from 'graphql-sse'
import { createClient as createSocket } from 'graphql-ws'
import { WebSocket } from 'ws'

interface Ordinary {
  /** The first thing that it is told, as text. */
  next: Promise<string>
  close: () => void
}

/** Resolves once the gateway has taken the subscription. */
type Open = (address: string, headers: Readonly<Record<string, string>>, query: string) => Promise<Ordinary>

/** The gateway says how far a stream is as soon as it has begun. */
function socketOf(address: string, headers: Readonly<Record<string, string>>) {
  const { promise: begun, resolve } = Promise.withResolvers<void>()
  const client = createSocket({
    url: `${address.replace('http', 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    connectionParams: { ...headers },
    on: { ping: (isFromThere) => isFromThere && resolve() },
  })
  return { client, begun }
}

const bySse: Open = async (address, headers, query) => {
  const { promise: begun, resolve: begin } = Promise.withResolvers<void>()
  const client = createEvents({
    url: `${address}/graphql/stream`,
    headers: { ...headers },
    retryAttempts: 0,
    on: { connected: () => begin() },
  })
  const next = new Promise<string>((resolve, reject) => {
    client.subscribe({ query }, { next: (told) => resolve(JSON.stringify(told)), error: reject, complete: () => {} })
  })
  await begun
  return { next, close: () => client.dispose() }
}

const byUrql: Open = async (address, headers, query) => {
  const { client: socket, begun } = socketOf(address, headers)
  const forwardSubscription = (request: { query?: string | undefined; variables?: unknown }) => ({
    subscribe: (sink: object) => ({
      unsubscribe: socket.subscribe({ ...request, query: request.query ?? '' } as never, sink as never),
    }),
  })
  const client = new Client({
    url: `${address}/graphql`,
    preferGetMethod: false,
    exchanges: [subscriptionExchange({ forwardSubscription })],
  })
  const next = new Promise<string>((resolve) => {
    client.subscription(query, {}).subscribe((told) => resolve(JSON.stringify(told.data ?? String(told.error))))
  })
  await begun
  return { next, close: () => void socket.dispose() }
}

/** By itself, without another's client beside it: it takes events among other things. */
const byUrqlAlone: Open = async (address, headers, query) => {
  const { promise: begun, resolve: begin } = Promise.withResolvers<void>()
  const client = new Client({
    url: `${address}/graphql/stream`,
    preferGetMethod: false,
    fetchSubscriptions: true,
    fetchOptions: { headers: { ...headers } },
    fetch: (...asked) => fetch(...asked).finally(begin),
    exchanges: [fetchExchange],
  })
  const { promise: next, resolve } = Promise.withResolvers<string>()
  const { unsubscribe } = client
    .subscription(query, {})
    .subscribe((told) => resolve(JSON.stringify(told.data ?? String(told.error))))
  await begun
  return { next, close: unsubscribe }
}

const byApollo: Open = async (address, headers, query) => {
  const { client: socket, begun } = socketOf(address, headers)
  const client = new ApolloClient({ link: new GraphQLWsLink(socket), cache: new InMemoryCache() })
  const next = new Promise<string>((resolve, reject) => {
    client.subscribe({ query: gql(query) }).subscribe({ next: (told) => resolve(JSON.stringify(told)), error: reject })
  })
  await begun
  return { next, close: () => void socket.dispose() }
}

const byCurl: Open = async (address, headers, query) => {
  const lines = Object.entries({ ...headers, accept: 'text/event-stream', 'content-type': 'application/json' })
  const given = lines.flatMap(([name, value]) => ['-H', `${name}: ${value}`])
  const child = spawn('curl', ['-sN', `${address}/graphql/stream`, ...given, '-d', JSON.stringify({ query })])
  const { promise: begun, resolve: begin, reject } = Promise.withResolvers<void>()
  child.once('error', reject)
  let text = ''
  const next = new Promise<string>((resolve) => {
    child.stdout.on('data', (chunk) => {
      text += chunk
      begin()
      if (text.includes('event: next')) resolve(text)
    })
  })
  await begun
  return { next, close: () => child.kill() }
}

export const ORDINARY: readonly Open[] = [bySse, byUrql, byUrqlAlone, byApollo, byCurl]
