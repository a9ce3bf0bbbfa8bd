/** Settings from the environment and the command line, checked once; what is wrong is said in one sentence. */
import { AskedWrongly } from '@vigia/db/asked'
import { settingsIn } from '@vigia/db/settings'
import { SERVICE_NAMES, type ServiceName } from '@vigia/kit/service'
import { DEFAULT_SCALE } from '@vigia/law/synthetic-twin'
import { z } from 'zod'
import { type NatsSettings, readNats } from './carriers/nats-settings.ts'
import { readSignIn, type SignInSettings } from './sign-in/read-settings.ts'
import { CannotStart } from './start/cannot-start.ts'
import { type MasterKeys, readMasterKeys } from './start/envelope-keys.ts'
import { flagsIn } from './start/flags.ts'

const Port = z.coerce.number().int().min(0).max(65_535)
const Scale = z.coerce.number().min(0.001).max(10)

const PostgresUrl = z.url({ protocol: /^postgres(ql)?$/ })

const OF_DATABASE = {
  description:
    'an address as postgres://user:secret@host/database, and in the secret %40 for @, %23 for #, %2F for /, %25 for %',
  isSecret: true,
}

const Env = z.object({
  PORT: Port.default(4000).describe('a whole number from 0 to 65535, 0 for any free port'),
  /** Loopback by default: nothing of a registry of children listens on a network unasked. */
  HOST: z.string().min(1).default('127.0.0.1').describe('an address of this machine'),
  /** An administrator's address of a PostgreSQL of one's own; without it the embedded one is used. */
  DATABASE_URL: PostgresUrl.optional().meta(OF_DATABASE),
  /** A login that may read the versions of the figures; for a gateway that runs alone. */
  GATEWAY_DATABASE_URL: PostgresUrl.optional().meta(OF_DATABASE),
  /** A login that may touch the sessions alone; for a gateway that runs alone. */
  SESSIONS_DATABASE_URL: PostgresUrl.optional().meta(OF_DATABASE),
  /** Mistyped it would let in the twin, and whatever else is for trying. */
  NODE_ENV: z.enum(['production', 'development', 'test']).optional().describe('production, development or test'),
  /** A file: a JSON list of GraphQL documents that are answered in production beside those of the dashboard. */
  TRUSTED_DOCUMENTS: z.string().optional(),
  /** `id:key` pairs parted by commas; what seals is derived of the first. A key has at least 32 characters. */
  ENVELOPE_KEYS: z.string().optional(),
})

export interface Settings {
  port: number
  host: string
  databaseUrl: string | null
  gatewayDatabaseUrl: string | null
  sessionsDatabaseUrl: string | null
  isProduction: boolean
  documentsFile: string | null
  signIn: SignInSettings
  /** Null where PostgreSQL carries the alerts between gateways. */
  nats: NatsSettings | null
  envelopeKeys: MasterKeys
  /** Addresses of services that run elsewhere. Without any, all run here. */
  addresses: ReadonlyMap<ServiceName, readonly URL[]>
  /** What `npm run start:distributed` runs in two processes. */
  twice: ReadonlySet<'gateway' | ServiceName>
  live: boolean
  /** What an empty registry is filled with on its first start. */
  fill: 'twin' | 'shipped' | 'nothing'
  /** The size of the twin; 1 is that of the published totals. */
  twinScale: number
}

const FLAGS = {
  port: { type: 'string' },
  host: { type: 'string' },
  scale: { type: 'string' },
  twice: { type: 'string' },
  'no-live': { type: 'boolean', default: false },
  'no-twin': { type: 'boolean', default: false },
} as const

/** Throws CannotStart, and SettingUnusable. A flag wins over the environment. */
export function readSettings(env: NodeJS.ProcessEnv, args: readonly string[]): Settings {
  const flags = readFlags(args)
  const byFlag = withoutEmpty({ PORT: flags.port, HOST: flags.host })
  const given = { ...withoutEmpty(env), ...byFlag }
  const read = settingsIn(Env, given, (name) => (name in byFlag ? `--${name.toLowerCase()}` : null))
  const { PORT, HOST, DATABASE_URL, NODE_ENV, ENVELOPE_KEYS, GATEWAY_DATABASE_URL, SESSIONS_DATABASE_URL } = read
  const isProduction = NODE_ENV === 'production'
  return {
    port: PORT,
    host: HOST,
    databaseUrl: DATABASE_URL ?? null,
    gatewayDatabaseUrl: GATEWAY_DATABASE_URL ?? DATABASE_URL ?? null,
    sessionsDatabaseUrl: SESSIONS_DATABASE_URL ?? DATABASE_URL ?? null,
    isProduction,
    documentsFile: read.TRUSTED_DOCUMENTS ?? null,
    signIn: readSignIn(given, { host: HOST, isProduction }),
    nats: readNats(given),
    envelopeKeys: readMasterKeys(ENVELOPE_KEYS ?? ''),
    addresses: readAddresses(env),
    twice: readTwice(flags.twice),
    live: !flags['no-live'] && !isProduction,
    fill: fillOf(isProduction, flags['no-twin']),
    twinScale: readScale(flags.scale),
  }
}

function readFlags(args: readonly string[]) {
  try {
    return flagsIn(args, FLAGS)
  } catch (error) {
    throw error instanceof AskedWrongly ? new CannotStart(error.message) : error
  }
}

/** Invented children never come into a registry in production. */
function fillOf(isProduction: boolean, staysEmpty: boolean): Settings['fill'] {
  if (staysEmpty) return 'nothing'
  return isProduction ? 'shipped' : 'twin'
}

function readScale(text: string | undefined): number {
  const scale = Scale.safeParse(text ?? DEFAULT_SCALE)
  if (scale.success) return scale.data
  throw new CannotStart('--scale must be a number from 0.001 to 10; 1 is the size of the published totals.')
}

/** An empty variable of a compose file means: not given. */
function withoutEmpty(values: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const given = Object.entries(values).filter(([, value]) => value !== undefined && value !== '')
  return Object.fromEntries(given) as Record<string, string> // without the undefined, by the line above
}

/** CHILDREN_URL, PLACEMENTS_URL, and so on: of a service in several processes the address of each, parted by commas. */
function readAddresses(env: NodeJS.ProcessEnv): Map<ServiceName, URL[]> {
  const addresses = new Map<ServiceName, URL[]>()
  for (const name of SERVICE_NAMES) {
    const texts = (env[`${name.toUpperCase()}_URL`] ?? '').split(',').flatMap((text) => text.trim() || [])
    if (texts.length === 0) continue
    if (!texts.every((text) => URL.canParse(text)))
      throw new CannotStart(`${name.toUpperCase()}_URL is no address; write it with http, host, port and /graphql.`)
    addresses.set(
      name,
      texts.map((text) => new URL(text)),
    )
  }
  return addresses
}

const PARTS = ['gateway', ...SERVICE_NAMES] as const

function readTwice(text: string | undefined): Settings['twice'] {
  const twice = z.array(z.enum(PARTS)).safeParse(text?.split(',') ?? [])
  if (twice.success) return new Set(twice.data)
  throw new CannotStart(`--twice takes names parted by commas: ${PARTS.join(', ')}.`)
}
