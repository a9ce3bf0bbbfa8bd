/** The processes of a run: two gateways, two of oversight, one of each other service; killed, frozen and started again at their addresses. */
import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import path from 'node:path'
import { loginsBy } from '@vigia/db/roles'
import { SERVICE_NAMES } from '@vigia/kit/service'
import { freePort } from '../../gateway/src/listen.ts'
import { eventually } from '../support/eventually.ts'
import { ROOT } from '../support/source-files.ts'

const HOST = '127.0.0.1'
const TWICE = new Set(['gateway', 'oversight'])
/** A run asks in a minute what an office asks in a day. */
const MANY = { RATE_PERSON: '1000000', RATE_PROGRAM: '1000000', RATE_ADDRESS: '1000000', RATE_SIGN_IN: '1000' }
const KEPT_OF_WHAT_IT_SAID = 4_000

/** One process, as often as it is started. */
export class Member {
  readonly name: string
  readonly url: string
  readonly #file: string
  readonly #env: NodeJS.ProcessEnv
  readonly #ended: (why: string) => void
  #child: ChildProcess | null = null
  #said = ''
  #isUp = false

  /** `ended` is told when it ends by itself after it had begun to listen. */
  constructor(name: string, port: number, file: string, env: NodeJS.ProcessEnv, ended: (why: string) => void) {
    this.name = name
    this.url = `http://${HOST}:${port}`
    this.#file = file
    this.#env = { ...env, HOST, PORT: String(port) }
    this.#ended = ended
  }

  get isUp(): boolean {
    return this.#isUp
  }

  get isRunning(): boolean {
    return this.#child !== null
  }

  start(): void {
    if (this.#child) return
    const endsWithUs = path.join(ROOT, 'gateway/src/end-with-parent.ts')
    const child = spawn(process.execPath, ['--import', endsWithUs, path.join(ROOT, this.#file)], {
      cwd: ROOT,
      env: this.#env,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    this.#child = child
    this.#said = ''
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (bytes) => {
        this.#said = (this.#said + bytes).slice(-KEPT_OF_WHAT_IT_SAID)
        this.#isUp ||= /listens (?:on|at) http/.test(this.#said)
      })
    child.once('exit', (status, signal) => this.#over(child, signal ?? `status ${status}`))
  }

  #over(child: ChildProcess, how: string): void {
    if (this.#child !== child) return
    const wasUp = this.#isUp
    this.#gone()
    if (wasUp) this.#ended(`${this.name} ended by itself (${how}): ${this.#said.slice(-1_000)}`)
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

export class Fleet {
  readonly members: readonly Member[]
  readonly gateways: readonly Member[]
  /** Processes that ended though nobody had killed them. */
  readonly crashes: string[] = []

  private constructor(members: (crashed: (why: string) => void) => Member[]) {
    this.members = members((why) => this.crashes.push(why))
    this.gateways = this.members.filter(({ name }) => name.startsWith('gateway'))
  }

  /** All of them, answering. */
  static async start(databaseUrl: string, besides: NodeJS.ProcessEnv = {}): Promise<Fleet> {
    const names = ['gateway', ...SERVICE_NAMES].flatMap((part) =>
      TWICE.has(part) ? [`${part}-1`, `${part}-2`] : [part],
    )
    const ports = new Map<string, number>()
    for (const name of names) ports.set(name, await freePort({ host: HOST, port: 0 }))
    const keys = `run:${randomBytes(32).toString('base64url')}`
    const usual = {
      ...process.env,
      ...MANY,
      ...loginsBy(databaseUrl),
      DATABASE_URL: '',
      ENVELOPE_KEYS: keys,
      ...besides,
    }
    const addresses = Object.fromEntries(
      SERVICE_NAMES.map((service) => [addressName(service), addressesOf(service, ports)]),
    )
    const fleet = new Fleet((crashed) =>
      names.map((name) => {
        const part = name.replace(/-\d$/, '')
        const isGateway = part === 'gateway'
        const file = isGateway ? 'gateway/src/main.ts' : `services/${part}/src/main.ts`
        return new Member(name, ports.get(name) ?? 0, file, isGateway ? { ...usual, ...addresses } : usual, crashed)
      }),
    )
    for (const member of fleet.members) member.start()
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

const addressName = (service: string): string => `${service.toUpperCase()}_URL`

function addressesOf(service: string, ports: ReadonlyMap<string, number>): string {
  return [...ports]
    .filter(([name]) => name.replace(/-\d$/, '') === service)
    .map(([, port]) => `http://${HOST}:${port}/graphql`)
    .join(',')
}

async function statusOf(url: string): Promise<unknown> {
  const answer = await fetch(url).catch(() => null)
  const found: unknown = await answer?.json().catch(() => null)
  return typeof found === 'object' && found !== null && 'status' in found ? found.status : null
}
