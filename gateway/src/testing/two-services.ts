/** A whole gateway over two tiny services, for the tests beside this code. */
import path from 'node:path'
import { buildSubgraphSchema } from '@apollo/subgraph'
import { type Actor, PSEUDONYMOUS_FEDERAL_SECRETARY } from '@vigia/kit/actor'
import { logInto } from '@vigia/kit/log'
import { Router } from 'express'
import { execute, GraphQLError, GraphQLSchema, getOperationAST, getVariableValues, parse } from 'graphql'
import { type AppOptions, createApp } from '../app.ts'
import { compose } from '../contracts/compose.ts'
import { checkedSchema } from '../graph/checked-schema.ts'
import { createGateway } from '../graph/gateway.ts'
import { UnderWay } from '../limits/under-way.ts'
import type { BoardVersion, VersionSource } from '../request/board-versions.ts'
import type { AssembledSignIn } from '../sign-in/assemble-sign-in.ts'
import type { Caller } from '../sign-in/caller.ts'
import type { Keeper } from '../sign-in/keeper.ts'
import { Rates } from '../sign-in/rates.ts'
import { InProcess, type LocalSubgraph } from '../sources/in-process.ts'
import { type Patience, Reach } from '../sources/reach.ts'
import { listen } from '../start/listen.ts'
import { createDoorway } from '../start/waiting-page.ts'
import type { Feed } from '../subscriptions/alert-feed.ts'
import { ALERTS, type AlertOf, alertsBy, anAlert, handFeed } from './alerts-by-hand.ts'

const LINK = `extend schema
  @link(url: "https://specs.apollo.dev/federation/v2.6", import: ["@key", "@shareable", "@composeDirective"])
  @link(url: "https://vigia.mx/access/v1.0", import: ["@access"])
  @composeDirective(name: "@access")
  directive @access(scopes: [[String!]!]!) on FIELD_DEFINITION | INPUT_FIELD_DEFINITION`

/** Of whoever reads the board, of whoever reads children, of whoever may know where they are. */
const [STATS, CHILD, PLACE] = ['stats:read', 'child:read', 'location:read'].map(
  (scope) => `@access(scopes: [["${scope}"]])`,
)

const CHILDREN = `${LINK}
  scalar Date
  scalar DateTime
  input Filter { sex: String place: String ${PLACE} }
  type Query {
    states: [State!]! ${STATS}
    state(code: ID!): State ${STATS}
    nation: State! ${STATS}
    child(id: ID!): Child ${CHILD}
    children(first: Int = 20, last: Int, after: String, filter: Filter): ChildConnection! ${CHILD}
    broken: String ${STATS}
    alert(id: ID!): Alert ${STATS}
    since(date: Date): String ${STATS}
    publishedFigures: String @access(scopes: [["public:read"]])
  }
  type Subscription { boardChanged: BoardVersion! ${STATS} alertRaised(after: String, filter: AlertStreamFilter): Alert! ${STATS} }
  ${ALERTS}
  type BoardVersion { version: String! ${STATS} asOf: DateTime! ${STATS} }
  type State @key(fields: "code") {
    code: ID! ${STATS} name: String! ${STATS} children(first: Int = 20): ChildConnection ${CHILD}
  }
  type Child @key(fields: "id") { id: ID! ${CHILD} folio: String! ${CHILD} sibling: Child ${CHILD} }
  type ChildConnection { totalCount: Int! ${CHILD} edges: [ChildEdge!]! ${CHILD} }
  type ChildEdge { node: Child! ${CHILD} }`

const PLACEMENTS = `${LINK}
  type State @key(fields: "code") { code: ID! ${STATS} detention: Detention ${STATS} }
  type Detention { heldNow: Int! ${STATS} }
  type Child @key(fields: "id") { id: ID! ${CHILD} placements: [Placement!] ${CHILD} }
  type Placement { id: ID! ${CHILD} facility: String! ${PLACE} }`

interface Placements {
  /** What the service does when it is asked for children held; a test makes it fail. */
  heldNow: () => number | Promise<number>
}

export interface World {
  url: string
  /** Answers of the services are counted, to see which answer was kept. */
  asked: { states: number; alerts: number }
  /** Whom the audit was told of, and what he asked for that was closed to him. */
  refused: string[]
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
  documents?: readonly string[]
  pagesFolder?: string
  /** What happens to alerts; nothing, unless told otherwise. */
  feed?: Feed
  heartbeatInMs?: number
  /** How long a request as a whole may take; two seconds, unless told otherwise. */
  requestInMs?: number
  /** What an alert is; one of Chiapas, unless told otherwise. */
  alertOf?: AlertOf
  /** Who asks, as a test says it: how that is known for true is tested in sign-in/. */
  actor?: () => Actor
  /** How much each may ask; without end, unless told otherwise. */
  rates?: Rates
  /** Sign-in as it is in use, for the tests of it. */
  signIn?: (address: URL) => Promise<AssembledSignIn>
}

const SDL = [
  { name: 'children', sdl: CHILDREN },
  { name: 'placements', sdl: PLACEMENTS },
]
/** Once for all worlds. */
const { supergraph, api } = compose(SDL)
const SCHEMA = checkedSchema(api)
const USUAL_PATIENCE: Patience = { hopInMs: 500, failures: 3, restInMs: 300 }

export async function startWorld(options: WorldOptions = {}): Promise<World> {
  const asked = { states: 0, alerts: 0 }
  const [log, refused] = [[] as string[], [] as string[]]
  const logger = logInto({ write: (line) => void log.push(line) }, 'trace')
  const subgraphs = new Map([
    ['children', childrenSchema(asked, options.alertOf ?? anAlert)],
    ['placements', placementsSchema(options.placements ?? { heldNow: () => 7 })],
  ])
  const patience = { ...USUAL_PATIENCE, ...options.patience }
  const gateway = await createGateway({
    supergraph,
    log: logger,
    sourceOf: (name) => {
      const service = answeringAlone(subgraphs.get(name) ?? new GraphQLSchema({}))
      return new InProcess(service, new Reach(name, patience, (line) => log.push(line)))
    },
  })
  const [versions, doorway] = [handVersions(), createDoorway()]
  const listening = await listen(doorway, { host: '127.0.0.1', port: 0 })
  const url = `http://127.0.0.1:${listening.port}`
  const signIn = await options.signIn?.(new URL(url))
  const app = createApp({
    gateway,
    schema: SCHEMA,
    versions,
    ...nothingKept(refused),
    alerts: alertsBy(options.feed ?? handFeed()),
    isSynthetic: () => options.isSynthetic ?? true,
    signIn: signIn ?? letIn(options),
    underWay: new UnderWay(),
    checks: { database: async () => {} },
    pagesFolder: options.pagesFolder ?? path.join(import.meta.dirname, 'nowhere'),
    isProduction: options.isProduction ?? false,
    documents: options.documents ?? [],
    requestInMs: options.requestInMs ?? 2_000,
    heartbeatInMs: options.heartbeatInMs ?? 15_000,
    log: logger,
  })
  doorway.open(app)
  const stop = async () => {
    await listening.close()
    await signIn?.stop()
  }
  return { url, asked, refused, versions, log, stop }
}

/** Nobody has opened a record, nothing is taken out, and what is refused is noted for the test. */
const nothingKept = (refused: string[]): Pick<AppOptions, 'exportDoors' | 'refusals' | 'openings'> => ({
  exportDoors: Router(),
  refusals: { tell: async ({ actor }, asked) => void refused.push(`${actor.role}: ${asked.join('.')}`) },
  openings: { of: async (actor) => actor, whyOf: () => null },
})

/** Without an audit: these services hold nobody's record. */
const answeringAlone = (schema: GraphQLSchema): LocalSubgraph => ({
  schema,
  answer: async ({ document, variables, operationName }) => {
    const declared = getOperationAST(document, operationName)?.variableDefinitions ?? []
    const { errors } = getVariableValues(schema, declared, variables ?? {})
    const badInput = { extensions: { code: 'BAD_USER_INPUT' } }
    if (errors) return { errors: errors.map(({ message }) => new GraphQLError(message, badInput)) }
    return execute({ schema, document, variableValues: variables, operationName })
  },
})

const WITHOUT_END = { epoch: 1, givenAt: 0, endsAt: Number.POSITIVE_INFINITY }
const LET_IN: Omit<Caller, 'actor'> = { name: 'a test', by: 'session', key: 'a test', ...WITHOUT_END }

const everybody = (actor: () => Actor): Keeper => ({
  known: () => ({ ...LET_IN, actor: actor() }),
  mayBeHeard: async () => {},
  mayCome: () => true,
  identify: async () => ({ ...LET_IN, actor: actor() }),
  refuseForeignStream: () => {},
  addressOf: ({ socket: { remoteAddress = '' } }) => remoteAddress,
  identifySocket: async () => ({ ...LET_IN, actor: actor() }),
  endedOf: async () => new Map(),
  isOut: () => false,
  onEnd: () => () => {},
})

const letIn = ({ actor, rates = new Rates(1e9, Date.now) }: WorldOptions) => ({
  keeper: everybody(actor ?? (() => PSEUDONYMOUS_FEDERAL_SECRETARY)),
  doors: Router(),
  rates: { person: rates, machine: rates },
})

function childrenSchema(asked: World['asked'], alertOf: AlertOf): GraphQLSchema {
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
    alert: (_: unknown, { id }: { id: string }) => {
      asked.alerts += 1
      return alertOf(id)
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
