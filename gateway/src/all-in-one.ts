/** Everything in one process: database, migrations, the five services, the gateway, the live simulation. */
import { dataFolder } from '@vigia/db/embedded-database'
import { loginsBy } from '@vigia/db/roles'
import { assembleGateway } from './assemble-gateway.ts'
import type { Settings } from './env.ts'
import { lastWords } from './start/last-words.ts'
import { listen } from './start/listen.ts'
import { openDatabase } from './start/own-database.ts'
import type { Program } from './start/program.ts'
import { accessInProcess, loadServices } from './start/start-services.ts'
import { createDoorway } from './start/waiting-page.ts'
import { fillRegistry } from './twin/first-fill.ts'
import { startLiveSimulation } from './twin/live-simulation.ts'

export async function startAllInOne(settings: Settings, program: Program): Promise<void> {
  const { stops, say } = program
  const { host, port, databaseUrl, isProduction, signIn } = settings
  // The port first: whoever finds it taken has lost no time, and whoever looks early sees how far we are.
  const doorway = createDoorway()
  const listening = await listen(doorway, { host, port })
  const database = await openDatabase(databaseUrl, program)

  await fillRegistry(database, settings, { ...program, say: doorway.say })

  const logins = loginsBy(database.url)
  const address = signIn.addressOf(listening.port)
  // The services read theirs when they are loaded; the live simulation is a sender and finds the database as commands do.
  Object.assign(process.env, logins, { DATABASE_URL: database.url, VIGIA_ADDRESS: address.href })
  const services = await loadServices()
  for (const { name, start, close } of services) {
    stops.add(`${name}'s database`, close)
    stops.add(name, await start())
  }
  const gateway = await assembleGateway({
    databaseUrl: logins.GATEWAY_DATABASE_URL ?? database.url,
    services: accessInProcess(services),
    signIn: {
      address,
      databaseUrl: logins.SESSIONS_DATABASE_URL ?? database.url,
      issuer: signIn.issuer ?? { dataFolder: dataFolder() },
      terms: signIn.terms,
    },
    nats: settings.nats,
    isProduction,
    documentsFile: settings.documentsFile,
  })
  stops.add('gateway', gateway.stop)
  const stopLive = settings.live ? await startLiveSimulation() : null
  if (stopLive) stops.add('live simulation', stopLive)
  stops.add('http', listening.close)
  doorway.open(gateway)
  void gateway.warmUp()
  program.phases.done('services and gateway')
  const started = { port: listening.port, address, isSynthetic: gateway.isSynthetic(), live: stopLive !== null }
  say(lastWords({ ...settings, ...started, took: program.phases.told() }))
}
