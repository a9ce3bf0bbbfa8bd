/** `npm run start:distributed` as a person starts it, and its processes as its last words tell them. */
import { loginsBy } from '@vigia/db/roles'
import type { EnvelopeKeys } from '@vigia/kit/envelope'
import { SERVICE_NAMES, type ServiceName } from '@vigia/kit/service'
import { envelopeKeysOf, readMasterKeys } from '../../gateway/src/start/envelope-keys.ts'
import { eventually } from './eventually.ts'
import { type Program, startProgram } from './program.ts'

interface Process {
  port: number
  pid: number
}

export interface Distributed extends Program {
  url: string
  processesOf: (part: string) => Process[]
  /** With which the gateway seals what it asks of that service. */
  keysOf: (service: ServiceName) => EnvelopeKeys
  /** One more gateway over the same services. */
  anotherGateway: () => Program
}

const KEYS = 'k1:the envelope key of a distributed start in a test'
const GATEWAY = /gateway listens at (http:\/\/[\w.]+:\d+)/

interface Options {
  /** Parts that run in two processes. */
  twice: string
  /** The address of what carries alerts between its gateways; null for the database. */
  nats: string | null
  /** What it is told besides. */
  settings?: NodeJS.ProcessEnv
}

export async function startDistributed(
  databaseUrl: string,
  { twice, nats, settings = {} }: Options,
): Promise<Distributed> {
  const env = { ENVELOPE_KEYS: KEYS, PORT: '0', ...settings }
  const flags = ['--no-live', '--no-twin', ...(twice ? ['--twice', twice] : [])]
  const program = startProgram('gateway/src/start-distributed.ts', flags, {
    ...env,
    DATABASE_URL: databaseUrl,
    NATS_URL: nats ?? '',
  })
  const url = await program.ready(100_000, GATEWAY)
  await eventually(
    async () => program.said(),
    (text) => /Stop +Ctrl-C/.test(text),
    30_000,
  )
  const processesOf = (part: string) => {
    const lines = program.said().matchAll(new RegExp(`${part}\\s+port (\\d+), process (\\d+)`, 'g'))
    return [...lines].map(([, port, pid]) => ({ port: Number(port), pid: Number(pid) }))
  }
  return {
    ...program,
    url,
    processesOf,
    keysOf: (service) => envelopeKeysOf(service, readMasterKeys(KEYS)),
    anotherGateway: () => {
      const services = SERVICE_NAMES.map((name) => {
        const places = processesOf(name).map(({ port }) => `http://127.0.0.1:${port}/graphql`)
        return [`${name.toUpperCase()}_URL`, places.join(',')]
      })
      return startProgram('gateway/src/main.ts', [], {
        ...env,
        ...loginsBy(databaseUrl),
        ...Object.fromEntries(services),
      })
    },
  }
}
