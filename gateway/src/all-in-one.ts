/** Everything in one process: database, migrations, the five services, the gateway, the live simulation. */
import { migrate } from '@vigia/db/migrate'
import { enableLogins, loginsBy } from '@vigia/db/roles'
import { assembleGateway } from './assemble-gateway.ts'
import type { Settings } from './env.ts'
import { lastWords } from './last-words.ts'
import { listen } from './listen.ts'
import { openDatabase } from './own-database.ts'
import type { Program } from './program.ts'
import { accessInProcess, loadServices } from './start-services.ts'
import { createDoorway } from './waiting-page.ts'

export async function startAllInOne(settings: Settings, { stops, say }: Program): Promise<void> {
  const { host, port, databaseUrl, isProduction } = settings
  // The port first: whoever finds it taken has lost no time, and whoever looks early sees how far we are.
  const doorway = createDoorway()
  const listening = await listen(doorway.listener, { host, port })
  const database = await openDatabase(databaseUrl)
  stops.add('database', database.stop)
  await migrate(database.url)
  await enableLogins(database.url)

  const logins = loginsBy(database.url)
  Object.assign(process.env, logins) // The services read theirs when they are loaded.
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
  stops.add('http', listening.close)
  doorway.open(gateway.listener)
  say(lastWords({ ...settings, port: listening.port, isSynthetic: gateway.isSynthetic() }))
}
