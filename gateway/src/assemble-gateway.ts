/** The gateway as it runs: the committed graph, the services where they are, the versions of the figures, one HTTP face. */
import { readFileSync } from 'node:fs'
import type { RequestListener } from 'node:http'
import path from 'node:path'
import type { GraphQLDataSource } from '@apollo/gateway'
import { log } from '@vigia/kit/log'
import { createApp } from './app.ts'
import { BoardVersions } from './board-versions.ts'
import { checkedSchema } from './checked-schema.ts'
import type { Errand } from './forward.ts'
import { createGateway } from './gateway.ts'
import type { Check } from './health.ts'
import { PATIENCE, Reach } from './sources/reach.ts'

const ROOT = path.join(import.meta.dirname, '../..')
const REQUEST_IN_MS = 5_000

/** Where one service is, and how one learns that it can answer. */
export interface ServiceAccess {
  source: (reach: Reach) => GraphQLDataSource<Errand>
  check: Check
}

export interface GatewayParts {
  /** The address by which the gateway itself reads the versions of the figures. */
  databaseUrl: string
  services: ReadonlyMap<string, ServiceAccess>
  isProduction: boolean
}

/** Ready to answer when it resolves. */
export async function assembleGateway({ databaseUrl, services, isProduction }: GatewayParts): Promise<{
  listener: RequestListener
  isSynthetic: () => boolean
  stop: () => Promise<void>
}> {
  const warn = (sentence: string) => log.warn(sentence)
  const versions = new BoardVersions(databaseUrl, warn)
  const gateway = await createGateway({
    supergraph: readFileSync(path.join(ROOT, 'gateway/supergraph.graphql'), 'utf8'),
    log,
    sourceOf: (name) => {
      const service = services.get(name)
      if (!service) throw new Error(`The supergraph names a service that is not there: ${name}`)
      return service.source(new Reach(name, PATIENCE, warn))
    },
  })
  await versions.known()
  const listener = createApp({
    gateway,
    schema: checkedSchema(readFileSync(path.join(ROOT, 'gateway/api.graphql'), 'utf8')),
    versions,
    isSynthetic: () => versions.isSynthetic(),
    checks: { database: databaseCheck(versions), ...checksOf(services) },
    pagesFolder: path.join(ROOT, 'dashboard/dist'),
    isProduction,
    requestInMs: REQUEST_IN_MS,
    log,
  })
  const stop = async () => {
    await gateway.stop()
    await versions.stop()
  }
  return { listener, isSynthetic: () => versions.isSynthetic(), stop }
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
