/** A whole gateway over two tiny services, for the tests beside this code. */
import type { RequestListener } from 'node:http'
import path from 'node:path'
import { buildSubgraphSchema } from '@apollo/subgraph'
import { type GraphQLSchema, parse } from 'graphql'
import { pino } from 'pino'
import { createApp } from '../app.ts'
import type { BoardVersion, VersionSource } from '../board-versions.ts'
import { checkedSchema } from '../checked-schema.ts'
import { compose } from '../compose.ts'
import { createGateway } from '../gateway.ts'
import { type Listening, listen } from '../listen.ts'
import { InProcess } from '../sources/in-process.ts'
import { type Patience, Reach } from '../sources/reach.ts'

const LINK = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.6", import: ["@key", "@shareable"])'

const CHILDREN = `${LINK}
  scalar Date
  scalar DateTime
  type Query {
    states: [State!]!
    state(code: ID!): State
    nation: State!
    child(id: ID!): Child
    children(first: Int = 20, last: Int, after: String): ChildConnection!
    broken: String
    since(date: Date): String
  }
  type Subscription { boardChanged: BoardVersion! }
  type BoardVersion { version: String! asOf: DateTime! }
  type State @key(fields: "code") { code: ID! name: String! children(first: Int = 20): ChildConnection }
  type Child @key(fields: "id") { id: ID! folio: String! sibling: Child }
  type ChildConnection { totalCount: Int! edges: [ChildEdge!]! }
  type ChildEdge { node: Child! }`

const PLACEMENTS = `${LINK}
  type State @key(fields: "code") { code: ID! detention: Detention }
  type Detention { heldNow: Int! }
  type Child @key(fields: "id") { id: ID! placements: [Placement!] }
  type Placement { id: ID! facility: String! }`

interface Placements {
  /** What the service does when it is asked for children held; a test makes it fail. */
  heldNow: () => number | Promise<number>
}

export interface World {
  url: string
  /** Answers of the services are counted, to see which answer was kept. */
  asked: { states: number }
  versions: VersionSource & { change: (version: string | null) => void; listening: () => number }
  /** What was written to the log. */
  log: string[]
  stop: () => Promise<void>
}

export interface WorldOptions {
  placements?: Placements
  patience?: Partial<Patience>
  isSynthetic?: boolean
  isProduction?: boolean
  pagesFolder?: string
}

export async function startWorld(options: WorldOptions = {}): Promise<World> {
  const asked = { states: 0 }
  const log: string[] = []
  const logger = pino({ level: 'trace' }, { write: (line: string) => void log.push(line) })
  const subgraphs = new Map([
    ['children', childrenSchema(asked)],
    ['placements', placementsSchema(options.placements ?? { heldNow: () => 7 })],
  ])
  const { supergraph, api } = compose([
    { name: 'children', sdl: CHILDREN },
    { name: 'placements', sdl: PLACEMENTS },
  ])
  const patience = { hopInMs: 500, failures: 3, restInMs: 300, ...options.patience }
  const gateway = await createGateway({
    supergraph,
    log: logger,
    sourceOf: (name) => {
      const schema = subgraphs.get(name)
      if (!schema) throw new Error(`no service ${name}`)
      return new InProcess({ schema, contextOf: () => ({}) }, new Reach(name, patience, (line) => log.push(line)))
    },
  })
  const versions = handVersions()
  const app = createApp({
    gateway,
    schema: checkedSchema(api),
    versions,
    isSynthetic: () => options.isSynthetic ?? true,
    checks: { database: async () => {} },
    pagesFolder: options.pagesFolder ?? path.join(import.meta.dirname, 'nowhere'),
    isProduction: options.isProduction ?? false,
    requestInMs: 2_000,
    log: logger,
  })
  const listening = await open(app)
  const stop = async () => {
    await listening.close()
    await gateway.stop()
  }
  return { url: `http://127.0.0.1:${listening.port}`, asked, versions, log, stop }
}

const open = (app: RequestListener): Promise<Listening> => listen(app, { host: '127.0.0.1', port: 0 })

function childrenSchema(asked: { states: number }): GraphQLSchema {
  const states = ['07', '30'].map((code) => ({ code, name: code === '07' ? 'Chiapas' : 'Veracruz' }))
  const child = { id: 'c1', folio: 'F-1' }
  const page = { totalCount: 1, edges: [{ node: child }] }
  const Query = {
    states: () => {
      asked.states += 1
      return states
    },
    state: (_: unknown, { code }: { code: string }) => states.find((state) => state.code === code) ?? null,
    nation: () => ({ code: '00', name: 'México' }),
    child: (_: unknown, { id }: { id: string }) => (id === child.id ? child : null),
    children: () => page,
    broken: () => {
      throw new Error('select secret from /srv/app/children.js')
    },
    since: (_: unknown, { date }: { date: string }) => date,
  }
  const State = { children: () => page, __resolveReference: (key: object) => key }
  return buildSubgraphSchema([{ typeDefs: parse(CHILDREN), resolvers: { Query, State } }])
}

function placementsSchema({ heldNow }: Placements): GraphQLSchema {
  const State = { __resolveReference: (key: object) => key, detention: () => ({ heldNow }) }
  const Child = { __resolveReference: (key: object) => key, placements: () => [{ id: 'p1', facility: 'CCAN' }] }
  return buildSubgraphSchema([{ typeDefs: parse(PLACEMENTS), resolvers: { State, Child } }])
}

function handVersions(): World['versions'] {
  const listeners = new Set<(version: BoardVersion) => void>()
  let known: BoardVersion | null = { version: '1', asOf: '2026-11-25T12:00:00.000Z' }
  return {
    current: () => known,
    listening: () => listeners.size,
    onChange: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    change: (version) => {
      known = version === null ? null : { version, asOf: '2026-11-25T12:00:01.000Z' }
      if (known) for (const listener of listeners) listener(known)
    },
  }
}
