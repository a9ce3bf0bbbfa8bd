/** The processes of a run: two gateways, two of oversight, one of each other service, and NATS where it carries the alerts. */
import { randomBytes } from 'node:crypto'
import path from 'node:path'
import { SERVICE_NAMES } from '@vigia/kit/service'
import { freePort } from '../../gateway/src/start/listen.ts'
import { secretsOfGateway, secretsOfService } from '../../gateway/src/start/secrets-of-parts.ts'
import { eventually } from '../support/eventually.ts'
import { ROOT } from '../support/source-files.ts'
import { type Carrier, natsCommand } from './carrier.ts'
import type { Journal } from './journal.ts'
import { HOST, Member, type MemberParts } from './member.ts'
import type { Network } from './network.ts'

const NATS = 'nats'
const TWICE = new Set(['gateway', 'oversight'])
/** A run asks in a minute what an office asks in a day. */
const MANY = { RATE_PERSON: '1000000', RATE_PROGRAM: '1000000', RATE_ADDRESS: '1000000', RATE_SIGN_IN: '1000' }

interface FleetParts {
  /** An administrator's address. */
  databaseUrl: string
  network: Network
  journal: Journal
  /** Of the data of the run. */
  folder: string
  /** What carries the stream of alerts between gateways. */
  carrier: Carrier
  /** What every process is told beside the usual. */
  settings: NodeJS.ProcessEnv
}

export class Fleet {
  readonly members: readonly Member[]
  readonly gateways: readonly Member[]
  /** Processes that ended though nobody had killed them. */
  readonly crashes: string[]

  private constructor(members: readonly Member[], crashes: string[]) {
    this.members = members
    this.crashes = crashes
    this.gateways = members.filter(({ name }) => name.startsWith('gateway'))
  }

  /** All of them, answering. */
  static async start(parts: FleetParts): Promise<Fleet> {
    const names = ['gateway', ...SERVICE_NAMES].flatMap((part) =>
      TWICE.has(part) ? [`${part}-1`, `${part}-2`] : [part],
    )
    const crashes: string[] = []
    const places = new Map<string, Place>()
    for (const name of names) places.set(name, await placeOf(name, parts))
    const nats = parts.carrier === 'nats' ? await placeOf(NATS, parts) : null
    const shared = sharedBy(places, nats)
    const members = [...places, ...(nats ? [[NATS, nats] as const] : [])].map(([name, place]) => {
      const command = name === NATS ? natsCommand(parts.folder, place.port) : commandOf(name, place, { parts, shared })
      return new Member({
        ...{ name, port: place.port, wirePort: place.wirePort, ...command },
        said: (text) => parts.journal.heard(name, text),
        ended: (why) => crashes.push(why),
      })
    })
    const fleet = new Fleet(members, crashes)
    // Those that are no program of ours do not end with us by themselves.
    process.once('exit', () => fleet.stop())
    await fleet.allUp()
    return fleet
  }

  /** Whoever lies down is started; resolves when all listen, and the gateways find everybody. */
  async allUp(withinMs = 120_000): Promise<void> {
    for (const member of this.members) member.start()
    await eventually(
      async () => this.members.filter(({ isUp }) => !isUp).map(({ name }) => name),
      (down) => down.length === 0,
      withinMs,
    )
    for (const { url } of this.gateways)
      await eventually(
        () => statusOf(`${url}/health/ready`),
        (status) => status === 'ready',
        withinMs,
      )
  }

  stop(): void {
    for (const member of this.members) member.kill()
  }
}

interface Place {
  port: number
  wirePort: number
  /** An administrator's. Each process reaches the database by a wire of its own. */
  databaseUrl: string
}

async function placeOf(name: string, { databaseUrl, network }: FleetParts): Promise<Place> {
  const port = await freePort({ host: HOST, port: 0 })
  const own = await network.toAddress(`from ${name} to the database`, databaseUrl)
  return { port, databaseUrl: own, wirePort: await network.to(`to ${name}`, port) }
}

/** What processes have to know of one another: where services and NATS are, and by which keys they know who asks. */
interface Shared {
  /** The gateways' own; of these comes what each service knows. */
  keys: string
  ofGateways: Record<string, string>
}

function sharedBy(places: ReadonlyMap<string, Place>, nats: Place | null): Shared {
  const addresses = SERVICE_NAMES.map((name) => [addressName(name), addressesOf(name, places)])
  return {
    keys: `run:${randomBytes(32).toString('base64url')}`,
    ofGateways: { ...Object.fromEntries(addresses), ...(nats && { NATS_URL: `nats://${HOST}:${nats.wirePort}` }) },
  }
}

/** How a gateway or a service is started. */
function commandOf(
  name: string,
  { port, databaseUrl }: Place,
  { parts, shared }: { parts: FleetParts; shared: Shared },
): Pick<MemberParts, 'program' | 'args' | 'env' | 'listens'> {
  const part = partOf(name)
  const isGateway = part === 'gateway'
  const file = isGateway ? 'gateway/src/main.ts' : `services/${part}/src/main.ts`
  const loaded = ['gateway/src/start/end-with-parent.ts', 'tests/chaos/compiled.ts', file]
  const [endsWithUs = '', keepsCompiled = '', program = ''] = loaded.map((one) => path.join(ROOT, one))
  const own = { ...secretsOf(part, { databaseUrl, keys: shared.keys }), HOST, PORT: String(port) }
  const compiled = { NODE_COMPILE_CACHE: path.join(parts.folder, 'compiled') }
  return {
    program: process.execPath,
    args: ['--import', endsWithUs, '--import', keepsCompiled, program],
    env: {
      ...process.env,
      ...MANY,
      ...own,
      ...compiled,
      ...(isGateway && shared.ofGateways),
      ...parts.settings,
    },
    listens: /listens (?:on|at) http/,
  }
}

function secretsOf(part: string, secrets: Parameters<typeof secretsOfGateway>[0]): Record<string, string> {
  const service = SERVICE_NAMES.find((name) => name === part)
  return service ? secretsOfService(service, secrets) : secretsOfGateway(secrets)
}

const partOf = (name: string): string => name.replace(/-\d$/, '')
const addressName = (service: string): string => `${service.toUpperCase()}_URL`

function addressesOf(service: string, places: ReadonlyMap<string, Place>): string {
  return [...places]
    .filter(([name]) => partOf(name) === service)
    .map(([, { wirePort }]) => `http://${HOST}:${wirePort}/graphql`)
    .join(',')
}

async function statusOf(url: string): Promise<unknown> {
  const answer = await fetch(url).catch(() => null)
  const found: unknown = await answer?.json().catch(() => null)
  return typeof found === 'object' && found !== null && 'status' in found ? found.status : null
}
