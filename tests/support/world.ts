/** The whole of Vigía in this process on a scratch database: five services, the gateway on a port of its own, and a sender's door. */

import { urlOfRole } from '@vigia/db/roles'
import type { EnvelopeKeys } from '@vigia/kit/envelope'
import type { Service, ServiceName } from '@vigia/kit/service'
import type { GraphQLFormattedError } from 'graphql'
import { inject } from 'vitest'
import { type AssembledGateway, assembleGateway } from '../../gateway/src/assemble-gateway.ts'
import { readNats } from '../../gateway/src/carriers/nats-settings.ts'
import type { SignInParts } from '../../gateway/src/sign-in/assemble-sign-in.ts'
import { type SignInTerms, USUAL_TERMS } from '../../gateway/src/sign-in/settings.ts'
import { PATIENCE } from '../../gateway/src/sources/reach.ts'
import { envelopeKeysOf, readMasterKeys } from '../../gateway/src/start/envelope-keys.ts'
import { listen } from '../../gateway/src/start/listen.ts'
import { createDoorway } from '../../gateway/src/start/waiting-page.ts'
import { type Doors, doorsInProcess, doorsOverHttp } from './doors.ts'
import { eventually } from './eventually.ts'
import { type Feeds, feedsOf } from './feeds.ts'
import { dataFolder } from './program.ts'
import { type ScratchDatabase, scratchDatabase } from './scratch-database.ts'
import { loadServices } from './services.ts'
import { settle } from './settled.ts'
import { signedIn } from './signed-in.ts'
import { read } from './source-files.ts'

type Mode = 'in-process' | 'over-http'
/** What is run on the oldest PostgreSQL too is asked of its SQL there, which is the same in both. */
export const MODES: readonly Mode[] = inject('isOldest') ? ['over-http'] : ['in-process', 'over-http']

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
  services: ReadonlyMap<ServiceName, Service>
  database: ScratchDatabase
  /** With which the gateway seals what it asks of that service, and which it holds itself. */
  keysOf: (name: ServiceName) => EnvelopeKeys
  /** With which `ask` and `post` are let in: those of a federal secretary who sees pseudonyms. */
  headers: Readonly<Record<string, string>>
  /** Where the issuer that comes with Vigía keeps its keys. */
  dataFolder: string
  /** Of a browser that is signed in as the same. */
  cookie: string
  /** Asks the graph. Never answered from kept bytes: a test wants to know what is so now. */
  ask: <Data>(query: string, variables?: Record<string, unknown>) => Promise<Answer<Data>>
  /** Sends a body to the graph as it is. */
  post: (body: unknown) => Promise<Response>
  /** Resolves when every service has heard and counted everything that was taken in. */
  settle: () => Promise<void>
  /** As `npm run rebuild -- <name>` does it beside a running start. */
  rebuild: (name: ServiceName) => Promise<void>
  stop: () => Promise<void>
}

const MASTERS = readMasterKeys('k1:the envelope key of a world in a test')
const keysOf: World['keysOf'] = (name) => envelopeKeysOf(name, MASTERS)

export interface WorldOptions {
  mode: Mode
  /** An empty registry, unless told otherwise. Dropped with the world. */
  database?: ScratchDatabase
  /** Whether the services follow and count by themselves. Over HTTP they always do. */
  isLive?: boolean
  /** How long a sign-in holds and how much one may ask, where a test is about that. */
  terms?: Partial<SignInTerms>
  /** What carries alerts; the database, unless told otherwise. */
  natsUrl?: string | undefined
  /** Waits for answers no longer than for users, for a test of how soon one comes; else as long as a machine under load needs. */
  isHurried?: boolean
}

const UNHURRIED = { service: { ...PATIENCE, hopInMs: 30_000 }, requestInMs: 30_000 }

/** A test asks in a second what a person asks in an hour. */
const MANY = { personRate: 1e9, machineRate: 1e9, addressRate: 1e9, signInRate: 1e9 }

export async function startWorld(options: WorldOptions): Promise<World> {
  const { mode, database: given, isLive = false, terms, natsUrl, isHurried = false } = options
  const database = given ?? (await scratchDatabase())
  const services = await loadServices(database.url)
  const doors =
    mode === 'in-process'
      ? await doorsInProcess(services, isLive)
      : await doorsOverHttp(services, { keysOf, databaseUrl: database.url })
  const doorway = createDoorway()
  const listening = await listen(doorway, { host: '127.0.0.1', port: 0 })
  const url = `http://127.0.0.1:${listening.port}`
  const folder = dataFolder()
  const signIn = {
    address: new URL(url),
    issuer: { dataFolder: folder.path },
    terms: { ...USUAL_TERMS, ...MANY, ...terms },
  }
  const gateway = await gatewayOver(database.url, doors, signIn, { natsUrl, isHurried })
  doorway.open(gateway)
  const { cookie, headers } = await signedIn(database.url)
  const feeds = feedsOf(database.url)
  await warm(asker(url, headers))
  return {
    ...doors,
    ...feeds,
    ...{ url, database, services, headers, cookie },
    keysOf,
    dataFolder: folder.path,
    ask: asker(url, headers),
    post: (body) => post(url, body, headers),
    settle: () => settle(services.values(), database),
    rebuild: async (name) => void (await services.get(name)?.rebuild(new Date())),
    async stop() {
      await listening.close()
      await gateway.stop()
      await feeds.stop()
      await doors.stop()
      await database.drop()
      folder.remove()
    },
  }
}

function gatewayOver(
  url: string,
  { access }: Doors,
  signIn: Omit<SignInParts, 'databaseUrl'>,
  { natsUrl, isHurried }: { natsUrl: string | undefined; isHurried: boolean },
): Promise<AssembledGateway> {
  return assembleGateway({
    databaseUrl: urlOfRole(url, 'vigia_gateway'),
    services: access,
    signIn: { ...signIn, databaseUrl: urlOfRole(url, 'vigia_sessions') },
    nats: readNats({ NATS_URL: natsUrl }),
    isProduction: false,
    documentsFile: null,
    ...(!isHurried && { waits: UNHURRIED }),
  })
}

let isWarm = false

/**
 * The first question of every service that a process asks is slow on a busy machine, where it loads and compiles; the gateway waits two
 * seconds. A test asks about the second one.
 */
async function warm(ask: World['ask']): Promise<void> {
  if (isWarm) return
  const questions = ['oversight', 'report-figures'].map((name) => read(`tests/acceptance/${name}.graphql`))
  for (const question of questions)
    await eventually(
      () => ask(question),
      ({ errors }) => errors === undefined,
      30_000,
    )
  isWarm = true
}

export function asker(url: string, headers: World['headers']): World['ask'] {
  let asked = 0
  return async (query, variables = {}) => {
    asked += 1
    const response = await post(url, { query: `# ${asked}\n${query}`, variables }, headers)
    return response.json()
  }
}

function post(url: string, body: unknown, headers: World['headers']): Promise<Response> {
  return fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  })
}
