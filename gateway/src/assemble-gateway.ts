/** The gateway as it runs: the committed graph, the services where they are, the versions of the figures, one HTTP face. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { GraphQLDataSource } from '@apollo/gateway'
import { log } from '@vigia/kit/log'
import { type App, createApp } from './app.ts'
import type { NatsSettings } from './carriers/nats-settings.ts'
import { assembleExports } from './exports/assemble-exports.ts'
import { checkedSchema } from './graph/checked-schema.ts'
import { createGateway } from './graph/gateway.ts'
import { openingsIn } from './graph/openings.ts'
import { askOnce } from './graph/warm-up.ts'
import type { Check } from './health.ts'
import { UnderWay } from './limits/under-way.ts'
import { BoardVersions } from './request/board-versions.ts'
import { refusalsIn } from './request/refusals.ts'
import { assembleSignIn, type SignInParts } from './sign-in/assemble-sign-in.ts'
import type { Errand } from './sources/forward.ts'
import { PATIENCE, type Patience, Reach } from './sources/reach.ts'
import { alertsIn } from './subscriptions/alerts-in.ts'
import { documentsKept } from './trusted/trust.ts'
import { warn } from './warn.ts'

const ROOT = path.join(import.meta.dirname, '../..')

/** Where one service is, and how one learns that it can answer. */
export interface ServiceAccess {
  source: (reach: Reach) => GraphQLDataSource<Errand>
  check: Check
}

export interface GatewayParts {
  /** The address by which the gateway itself reads the versions of the figures. */
  databaseUrl: string
  services: ReadonlyMap<string, ServiceAccess>
  signIn: SignInParts
  /** What carries alerts between several gateways; null for the database alone. */
  nats: NatsSettings | null
  isProduction: boolean
  /** A file of the operator with further documents that are answered in production; null for none. */
  documentsFile: string | null
  /** How long is waited, for a service and for an answer; as in production where it is left out. */
  waits?: Waits
}

interface Waits {
  service: Patience
  requestInMs: number
}

const REQUEST_IN_MS = 5_000
const USUAL_WAITS: Waits = { service: PATIENCE, requestInMs: REQUEST_IN_MS }

export interface AssembledGateway extends App {
  isSynthetic: () => boolean
  /** The first question of a process is slow, and nobody should wait for it. */
  warmUp: () => Promise<void>
  stop: () => Promise<void>
}

/** Ready to answer when it resolves. */
export async function assembleGateway(parts: GatewayParts): Promise<AssembledGateway> {
  const { databaseUrl, services, isProduction, waits: { service: patience, requestInMs } = USUAL_WAITS } = parts
  const versions = new BoardVersions(databaseUrl, warn)
  const gateway = await createGateway({
    supergraph: readFileSync(path.join(ROOT, 'gateway/supergraph.graphql'), 'utf8'),
    log,
    sourceOf: (name) => sourceOf(name, services, patience),
  })
  const refusals = refusalsIn(databaseUrl)
  const signIn = await assembleSignIn({ ...parts.signIn, hasExplorer: !isProduction, denied: refusals.denied })
  await versions.known()
  const openings = openingsIn(databaseUrl)
  const alerts = alertsIn({ databaseUrl, nats: parts.nats, log: warn })
  const schema = checkedSchema(readFileSync(path.join(ROOT, 'gateway/api.graphql'), 'utf8'))
  const isSynthetic = () => versions.isSynthetic()
  const both = { gateway, schema, signIn, underWay: new UnderWay(), refusals, isSynthetic, requestInMs }
  const exports = assembleExports({ databaseUrl, ...both })
  const app = createApp({
    ...both,
    versions,
    alerts,
    exportDoors: exports.doors,
    openings,
    checks: { database: databaseCheck(versions), ...(alerts.check && { nats: alerts.check }), ...checksOf(services) },
    pagesFolder: path.join(ROOT, 'dashboard/dist'),
    isProduction,
    documents: documentsKept(parts.documentsFile),
    log,
  })
  const stop = async () => {
    for (const part of [app, exports, openings, signIn, alerts, refusals, versions]) await part.stop()
  }
  const warmUp = async () => {
    await askOnce(gateway, schema)
    await signIn.warmUp()
  }
  return { ...app, hangUp: () => hangUpAll([app, exports]), isSynthetic, warmUp, stop }
}

const hangUpAll = (parts: readonly { hangUp: () => void }[]): void => {
  for (const part of parts) part.hangUp()
}

function sourceOf(name: string, services: GatewayParts['services'], patience: Patience) {
  const service = services.get(name)
  if (!service) throw new Error(`The supergraph names a service that is not there: ${name}`)
  return service.source(new Reach(name, patience, warn))
}

/** The watch over the versions asks every second; what it knows is as good as asking again. */
const databaseCheck =
  (versions: BoardVersions): Check =>
  async () => {
    if (versions.current() === null) throw new Error('the database does not answer')
  }

function checksOf(services: GatewayParts['services']): Record<string, Check> {
  return Object.fromEntries([...services].map(([name, { check }]) => [name, check]))
}
