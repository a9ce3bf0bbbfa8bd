/** The whole of Vigía in this process on a scratch database: five services, the gateway on a port of its own, and a sender's door. */

import { urlOfRole } from '@vigia/db/roles'
import type { EnvelopeKeys } from '@vigia/kit/envelope'
import type { GraphQLFormattedError } from 'graphql'
import { assembleGateway } from '../../gateway/src/assemble-gateway.ts'
import { listen } from '../../gateway/src/listen.ts'
import { type Doors, doorsInProcess, doorsOverHttp } from './doors.ts'
import { eventually } from './eventually.ts'
import { type Feeds, feedsOf } from './feeds.ts'
import { type ScratchDatabase, scratchDatabase } from './scratch-database.ts'
import { loadServices } from './services.ts'
import { settle } from './settled.ts'
import { read } from './source-files.ts'

export const MODES = ['in-process', 'over-http'] as const
type Mode = (typeof MODES)[number]

interface Answer<Data> {
  data?: Data | null
  errors?: readonly GraphQLFormattedError[]
  extensions?: Record<string, unknown>
}

export interface World
  extends Pick<Feeds, 'takeIn' | 'withdraw'>,
    Pick<Doors, 'addressOf' | 'stopService' | 'startService'> {
  /** Of the gateway, without a path. */
  url: string
  database: ScratchDatabase
  /** With which the gateway seals what it asks of a service. */
  keys: EnvelopeKeys
  /** Asks the graph. Never answered from kept bytes: a test wants to know what is so now. */
  ask: <Data>(query: string, variables?: Record<string, unknown>) => Promise<Answer<Data>>
  /** Sends a body to the graph as it is. */
  post: (body: unknown) => Promise<Response>
  /** Resolves when every service has heard and counted everything that was taken in. */
  settle: () => Promise<void>
  stop: () => Promise<void>
}

const KEYS: EnvelopeKeys = new Map([['k1', Buffer.from('the envelope key of a world in a test')]])

export interface WorldOptions {
  mode: Mode
  /** An empty registry, unless told otherwise. Dropped with the world. */
  database?: ScratchDatabase
  /** Whether the services follow and count by themselves. Over HTTP they always do. */
  isLive?: boolean
}

export async function startWorld({ mode, database: given, isLive = false }: WorldOptions): Promise<World> {
  const database = given ?? (await scratchDatabase())
  const services = await loadServices(database.url)
  const doors =
    mode === 'in-process'
      ? await doorsInProcess(services, isLive)
      : await doorsOverHttp(services, { keys: KEYS, databaseUrl: database.url })
  const gateway = await assembleGateway({
    databaseUrl: urlOfRole(database.url, 'vigia_gateway'),
    services: doors.access,
    isProduction: false,
  })
  const listening = await listen(gateway.listener, { host: '127.0.0.1', port: 0 })
  const url = `http://127.0.0.1:${listening.port}`
  const feeds = feedsOf(database.url)
  await warm(asker(url))
  return {
    ...doors,
    ...feeds,
    url,
    database,
    keys: KEYS,
    ask: asker(url),
    post: (body) => post(url, body),
    settle: () => settle(services.values(), database),
    async stop() {
      await listening.close()
      await gateway.stop()
      await feeds.stop()
      await doors.stop()
      await database.drop()
    },
  }
}

/**
 * The first question of every service is slow on a busy machine, where it opens connections and compiles; the gateway waits
 * two seconds. A test asks about the second one.
 */
async function warm(ask: World['ask']): Promise<void> {
  const questions = ['oversight', 'report-figures'].map((name) => read(`tests/acceptance/${name}.graphql`))
  for (const question of questions)
    await eventually(
      () => ask(question),
      ({ errors }) => errors === undefined,
      30_000,
    )
}

function asker(url: string): World['ask'] {
  let asked = 0
  return async (query, variables = {}) => {
    asked += 1
    const response = await post(url, { query: `# ${asked}\n${query}`, variables })
    return response.json()
  }
}

function post(url: string, body: unknown): Promise<Response> {
  return fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
}
