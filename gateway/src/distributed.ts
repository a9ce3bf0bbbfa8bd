/** The gateway alone: the services run elsewhere and are asked by address, under the gateway's seal. */
import { dataFolder } from '@vigia/db/embedded-database'
import { ANSWERED_WITHIN_MS, openPool } from '@vigia/db/open'
import { refuseOtherVersion } from '@vigia/db/this-version'
import { SERVICE_NAMES, type ServiceName } from '@vigia/kit/service'
import { assembleGateway, type ServiceAccess } from './assemble-gateway.ts'
import type { Settings } from './env.ts'
import { AnyOf } from './sources/any-of.ts'
import { OverHttp } from './sources/over-http.ts'
import { CannotStart } from './start/cannot-start.ts'
import { envelopeKeysOf } from './start/envelope-keys.ts'
import { listen } from './start/listen.ts'
import type { Program } from './start/program.ts'
import { createDoorway } from './start/waiting-page.ts'

const CHECK_IN_MS = 1_500

export async function startGatewayAlone(settings: Settings, { stops, say }: Program): Promise<void> {
  const {
    gatewayDatabaseUrl: databaseUrl,
    sessionsDatabaseUrl,
    envelopeKeys,
    isProduction,
    host,
    port,
    signIn,
  } = settings
  if (databaseUrl === null) {
    throw new CannotStart(
      'GATEWAY_DATABASE_URL is needed: the gateway reads from it which version of the figures is the newest.',
    )
  }
  if (sessionsDatabaseUrl === null) {
    throw new CannotStart('SESSIONS_DATABASE_URL is needed: the gateway keeps there who is signed in.')
  }
  if (envelopeKeys.size === 0) {
    throw new CannotStart(
      'ENVELOPE_KEYS is needed: by keys that are derived of these the services know that the gateway asks.',
    )
  }
  await refuseOther(databaseUrl, stops)
  const doorway = createDoorway()
  const listening = await listen(doorway, { host, port })
  const gateway = await assembleGateway({
    databaseUrl,
    services: new Map(SERVICE_NAMES.map((name) => [name, accessTo(name, settings)])),
    signIn: {
      address: signIn.addressOf(listening.port),
      databaseUrl: sessionsDatabaseUrl,
      issuer: signIn.issuer ?? { dataFolder: dataFolder() },
      terms: signIn.terms,
    },
    nats: settings.nats,
    isProduction,
    documentsFile: settings.documentsFile,
  })
  stops.add('gateway', gateway.stop)
  // Last added, first stopped: whoever is still answered or told needs all that is behind it.
  stops.add('http', listening.close)
  doorway.open(gateway)
  void gateway.warmUp()
  say(`The gateway listens at http://${host}:${listening.port}`)
}

async function refuseOther(databaseUrl: string, stops: Program['stops']): Promise<void> {
  const pool = openPool(databaseUrl, 1, ANSWERED_WITHIN_MS)
  stops.add('version', () => pool.end())
  stops.add('asking', await refuseOtherVersion(pool))
}

function accessTo(name: ServiceName, { addresses, envelopeKeys }: Settings): ServiceAccess {
  const own = addresses.get(name)
  if (!own)
    throw new CannotStart(`${name.toUpperCase()}_URL is needed: the address of that service, as the others have one.`)
  const keys = envelopeKeysOf(name, envelopeKeys)
  return {
    source: (reach) => new AnyOf(own.map((address) => new OverHttp({ address, keys }, reach.another()))),
    check: () => Promise.any(own.map((address) => check(name, address))),
  }
}

async function check(name: ServiceName, address: URL): Promise<void> {
  const answer = await fetch(new URL('/health/ready', address), { signal: AbortSignal.timeout(CHECK_IN_MS) })
  if (!answer.ok) throw new Error(`${name} is not ready`)
}
