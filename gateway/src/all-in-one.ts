/** Everything in one process: database, migrations, the five services, the gateway, the live simulation. */
import { loginsBy } from '@vigia/db/roles'
import { assembleGateway } from './assemble-gateway.ts'
import type { Settings } from './env.ts'
import { fillRegistry } from './first-fill.ts'
import { lastWords } from './last-words.ts'
import { listen } from './listen.ts'
import { startLiveSimulation } from './live-simulation.ts'
import { openDatabase } from './own-database.ts'
import type { Program } from './program.ts'
import { accessInProcess, loadServices } from './start-services.ts'
import { createDoorway } from './waiting-page.ts'
import { warmUp } from './warm-up.ts'

export async function startAllInOne(settings: Settings, program: Program): Promise<void> {
  const { stops, say } = program
  const { host, port, databaseUrl, isProduction } = settings
  // The port first: whoever finds it taken has lost no time, and whoever looks early sees how far we are.
  const doorway = createDoorway()
  const listening = await listen(doorway.listener, { host, port })
  const database = await openDatabase(databaseUrl, stops)

  await fillRegistry(database.url, settings, { ...program, say: doorway.say })

  const logins = loginsBy(database.url)
  // The services read theirs when they are loaded; the live simulation is a sender and finds the database as commands do.
  Object.assign(process.env, logins, { DATABASE_URL: database.url })
  const services = await loadServices()
  for (const { name, start, close } of services) {
    stops.add(`${name}'s database`, close)
    stops.add(name, await start())
  }
  const gateway = await assembleGateway({
    databaseUrl: logins.GATEWAY_DATABASE_URL ?? database.url,
    services: accessInProcess(services),
    isProduction,
  })
  stops.add('gateway', gateway.stop)
  const stopLive = settings.live ? await startLiveSimulation() : null
  if (stopLive) stops.add('live simulation', stopLive)
  stops.add('http', listening.close)
  doorway.open(gateway.listener)
  void warmUp({ host, port: listening.port })
  say(lastWords({ ...settings, port: listening.port, isSynthetic: gateway.isSynthetic(), live: stopLive !== null }))
}
