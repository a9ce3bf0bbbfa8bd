/** Starts the distributed mode on one machine: one database, the gateway and each service a process of its own, or two (`--twice`). */
import { randomBytes } from 'node:crypto'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { dataFolder } from '@vigia/db/embedded-database'
import { SERVICE_NAMES, type ServiceName } from '@vigia/kit/service'
import { z } from 'zod'
import { readSettings, type Settings } from './env.ts'
import { silenceApollo } from './graph/quiet-apollo.ts'
import { secretsIn } from './sign-in/embedded/secrets.ts'
import { CannotStart } from './start/cannot-start.ts'
import { urlHere } from './start/here.ts'
import { lastWords } from './start/last-words.ts'
import { freePort, portThatIsFree } from './start/listen.ts'
import { openDatabase } from './start/own-database.ts'
import { type Program, runProgram } from './start/program.ts'
import { secretsOfGateway, secretsOfService } from './start/secrets-of-parts.ts'
import { sayHowIfAsked } from './start/start-usage.ts'
import { PATIENCE_WITH_SERVICES_IN_MS, Supervised } from './start/supervised.ts'
import { fillRegistry } from './twin/first-fill.ts'
import { startLiveSimulation } from './twin/live-simulation.ts'

const ROOT = path.join(import.meta.dirname, '../..')
const READY_WITHIN_MS = 120_000
/** The services and the gateway meet on this machine alone, wherever the gateway listens. */
const LOOPBACK = '127.0.0.1'
/** The second process of a part listens so many ports on. */
const SECOND = 10
const Health = z.object({ parts: z.record(z.string(), z.string()) })

sayHowIfAsked(process.argv)
silenceApollo(process.env)

await runProgram(async (program) => {
  await startDistributed(readSettings(process.env, process.argv.slice(2)), program)
})

async function startDistributed(settings: Settings, program: Program): Promise<void> {
  const { stops, say, phases } = program
  const port = await freePort(settings)
  const database = await openDatabase(settings.databaseUrl, program)
  await fillRegistry(database, settings, { ...program, say: () => {} })

  const keys = process.env.ENVELOPE_KEYS || `run:${randomBytes(32).toString('base64url')}`
  // Nobody but this process may administer the database.
  const secrets = { databaseUrl: database.url, keys }
  // People come to both gateways under one address, which letters name too; what one of them vouches for the other believes.
  const address = settings.signIn.addressOf(port)
  const settingsOf = (name: ServiceName) => ({ ...secretsOfService(name, secrets), VIGIA_ADDRESS: address.href })
  const services = await startServices({ port, twice: settings.twice, settingsOf }, program)
  const known = { HOST: settings.host, VIGIA_ADDRESS: address.href }
  const ofGateway = { ...secretsOfGateway(secrets), ...services.addresses, ...known }
  // Renewed here: two gateways would each make a key of its own, and keep one of both.
  if (settings.signIn.issuer === null) await secretsIn(dataFolder(), new Date())
  const second = settings.twice.has('gateway') ? [await portThatIsFree(settings.host, port + SECOND)] : []
  const gateways = [port, ...second].map((own) => startGateway(own, ofGateway, program))
  const [isSynthetic] = await Promise.all([port, ...second].map((own) => untilReady(settings.host, own)))
  process.env.DATABASE_URL = database.url // The live simulation is a sender, and finds the database as commands do.
  const stopLive = settings.live ? await startLiveSimulation() : null
  if (stopLive) stops.add('live simulation', stopLive)
  phases.done('services and gateway')
  const also = [...(second.length > 0 ? gateways : []), ...services.lines]
  const started = {
    port,
    address,
    isSynthetic: isSynthetic === true,
    live: stopLive !== null,
    took: phases.told(),
    also,
  }
  say(lastWords({ ...settings, ...started }))
}

type Line = [what: string, where: string]
type Environment = Readonly<Record<string, string>>

function startGateway(port: number, env: Environment, { stops, say }: Program): Line {
  const file = path.join(import.meta.dirname, 'main.ts')
  const gateway = new Supervised({
    name: 'gateway',
    file,
    env: { ...env, PORT: String(port) },
    say,
    isOver: () => stops.isStopping,
  })
  stops.add('gateway', () => gateway.stop())
  return ['gateway', `port ${port}, process ${gateway.pid}`]
}

interface Wanted extends Pick<Settings, 'twice'> {
  /** Of the gateway: those of the services come after. */
  port: number
  settingsOf: (name: ServiceName) => Environment
}

async function startServices({ port, twice, settingsOf }: Wanted, { stops, say }: Program) {
  const addresses: Record<string, string> = {}
  const lines: Line[] = []
  for (const [index, name] of SERVICE_NAMES.entries()) {
    const file = path.join(ROOT, 'services', name, 'src/main.ts')
    const places: string[] = []
    for (const first of twice.has(name) ? [port + 1, port + 1 + SECOND] : [port + 1]) {
      const own = await portThatIsFree(LOOPBACK, first + index)
      const service = new Supervised({
        name,
        file,
        env: { ...settingsOf(name), HOST: LOOPBACK, PORT: String(own) },
        say,
        patienceInMs: PATIENCE_WITH_SERVICES_IN_MS,
        isOver: () => stops.isStopping,
      })
      stops.add(name, () => service.stop())
      places.push(`http://${LOOPBACK}:${own}/graphql`)
      lines.push([name, `port ${own}, process ${service.pid}`])
    }
    addresses[`${name.toUpperCase()}_URL`] = places.join(',')
  }
  return { addresses, lines }
}

/** Gives whether the registry holds invented children, as every answer tells. */
async function untilReady(host: string, port: number): Promise<boolean> {
  const deadline = Date.now() + READY_WITHIN_MS
  while (Date.now() < deadline) {
    const answer = await fetch(urlHere(host, port, '/health/ready')).catch(() => null)
    const found = await answer?.json().catch(() => null)
    if (isWhole(found)) return answer?.headers.get('x-vigia-data') === 'SYNTHETIC'
    await pause(200)
  }
  throw new CannotStart('The gateway and its services were not ready within two minutes; their messages above say why.')
}

/** Every part can answer; a start waits for all of them but NATS, which may come later. */
function isWhole(found: unknown): boolean {
  const health = Health.safeParse(found)
  if (!health.success) return false
  return Object.entries(health.data.parts).every(([part, state]) => part === 'nats' || state === 'ready')
}
