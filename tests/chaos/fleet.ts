/** The processes of a run: two gateways, two of oversight, one of each other service; killed, frozen and started again at their addresses. */
import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import path from 'node:path'
import { loginsBy } from '@vigia/db/roles'
import { SERVICE_NAMES } from '@vigia/kit/service'
import { freePort } from '../../gateway/src/listen.ts'
import { eventually } from '../support/eventually.ts'
import { ROOT } from '../support/source-files.ts'
import type { Journal } from './journal.ts'
import type { Network } from './network.ts'

const HOST = '127.0.0.1'
const TWICE = new Set(['gateway', 'oversight'])
/** A run asks in a minute what an office asks in a day. */
const MANY = { RATE_PERSON: '1000000', RATE_PROGRAM: '1000000', RATE_ADDRESS: '1000000', RATE_SIGN_IN: '1000' }
const KEPT_OF_WHAT_IT_SAID = 4_000

interface MemberParts {
  name: string
  port: number
  /** That of the wire by which the others reach it. */
  wirePort: number
  file: string
  env: NodeJS.ProcessEnv
  /** Told all that it says. */
  said: (text: string) => void
  /** Told when it ends by itself after it had begun to listen. */
  ended: (why: string) => void
}

/** One process, as often as it is started. */
export class Member {
  readonly name: string
  /** By its own port, where no trouble is. */
  readonly url: string
  /** As others reach it. */
  readonly reachedAt: string
  readonly #parts: MemberParts
  #child: ChildProcess | null = null
  #said = ''
  #isUp = false

  constructor(parts: MemberParts) {
    this.name = parts.name
    this.url = `http://${HOST}:${parts.port}`
    this.reachedAt = `http://${HOST}:${parts.wirePort}`
    this.#parts = parts
  }

  get pid(): number | undefined {
    return this.#child?.pid
  }

  get isUp(): boolean {
    return this.#isUp
  }

  get isRunning(): boolean {
    return this.#child !== null
  }

  start(): void {
    if (this.#child) return
    const loaded = ['gateway/src/end-with-parent.ts', 'tests/chaos/compiled.ts', this.#parts.file]
    const [endsWithUs = '', keepsCompiled = '', program = ''] = loaded.map((file) => path.join(ROOT, file))
    const child = spawn(process.execPath, ['--import', endsWithUs, '--import', keepsCompiled, program], {
      cwd: ROOT,
      env: this.#parts.env,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    this.#child = child
    this.#said = ''
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (bytes) => {
        this.#said = (this.#said + bytes).slice(-KEPT_OF_WHAT_IT_SAID)
        this.#parts.said(String(bytes))
        this.#isUp ||= /listens (?:on|at) http/.test(this.#said)
      })
    child.once('exit', (status, signal) => this.#over(child, signal ?? `status ${status}`))
  }

  #over(child: ChildProcess, how: string): void {
    if (this.#child !== child) return
    const wasUp = this.#isUp
    this.#gone()
    if (wasUp) this.#parts.ended(`${this.name} ended by itself (${how}): ${this.#said.slice(-1_000)}`)
    // A gateway that finds no database says so and ends; whoever watches over it starts it again.
    else setTimeout(() => this.start(), 500)
  }

  kill(): void {
    const child = this.#child
    this.#gone()
    child?.kill('SIGKILL')
  }

  /** It keeps what it holds, and does not answer. */
  freeze(): void {
    this.#child?.kill('SIGSTOP')
  }

  thaw(): void {
    this.#child?.kill('SIGCONT')
  }

  #gone(): void {
    this.#child = null
    this.#isUp = false
  }
}

interface FleetParts {
  /** An administrator's address. */
  databaseUrl: string
  network: Network
  journal: Journal
  /** Of the data of the run. */
  folder: string
  /** What every process is told beside the usual: another carrier of the stream of alerts is named here. */
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
    const keys = `run:${randomBytes(32).toString('base64url')}`
    const addresses = Object.fromEntries(SERVICE_NAMES.map((name) => [addressName(name), addressesOf(name, places)]))
    const members = [...places].map(([name, { port, wirePort, logins }]) => {
      const part = partOf(name)
      const usual = {
        ...process.env,
        ...MANY,
        ...logins,
        DATABASE_URL: '',
        ENVELOPE_KEYS: keys,
        HOST,
        PORT: String(port),
        NODE_COMPILE_CACHE: path.join(parts.folder, 'compiled'),
      }
      const isGateway = part === 'gateway'
      return new Member({
        ...{ name, port, wirePort, env: { ...usual, ...(isGateway && addresses), ...parts.settings } },
        file: isGateway ? 'gateway/src/main.ts' : `services/${part}/src/main.ts`,
        said: (text) => parts.journal.heard(name, text),
        ended: (why) => crashes.push(why),
      })
    })
    const fleet = new Fleet(members, crashes)
    for (const member of members) member.start()
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
  /** Each process reaches the database by a wire of its own. */
  logins: Record<string, string>
}

async function placeOf(name: string, { databaseUrl, network }: FleetParts): Promise<Place> {
  const port = await freePort({ host: HOST, port: 0 })
  const logins = loginsBy(await network.toAddress(`from ${name} to the database`, databaseUrl))
  return { port, logins, wirePort: await network.to(`to ${name}`, port) }
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
