/** How the gateway of a test reaches the services: in this process, or each as an HTTP server that can be stopped and started. */
import type { EnvelopeKeys } from '@vigia/kit/envelope'
import { serve } from '@vigia/kit/serve'
import type { Service, ServiceName, Stop } from '@vigia/kit/service'
import type { ServiceAccess } from '../../gateway/src/assemble-gateway.ts'
import { InProcess } from '../../gateway/src/sources/in-process.ts'
import { OverHttp } from '../../gateway/src/sources/over-http.ts'
import { loadService } from './services.ts'

export interface Doors {
  access: ReadonlyMap<string, ServiceAccess>
  addressOf: (name: ServiceName) => URL
  stopService: (name: ServiceName) => Promise<void>
  startService: (name: ServiceName) => Promise<void>
  stop: Stop
}

/** `isLive`: the services do by themselves what they do in use; else a test lets them. */
export async function doorsInProcess(services: ReadonlyMap<ServiceName, Service>, isLive: boolean): Promise<Doors> {
  const stops: Stop[] = []
  if (isLive) for (const service of services.values()) stops.push(await service.start())
  const unheard = (): never => {
    throw new Error('In one process no service has an address, and none can be stopped alone.')
  }
  return {
    access: new Map(
      [...services].map(([name, service]) => [
        name,
        { source: (reach) => new InProcess(service, reach), check: () => service.health() },
      ]),
    ),
    addressOf: unheard,
    stopService: async () => unheard(),
    startService: async () => unheard(),
    async stop() {
      await Promise.all(stops.map((stop) => stop()))
      for (const service of services.values()) await service.close()
    },
  }
}

/** Services that are started again take the place of those that were stopped. */
export async function doorsOverHttp(
  services: Map<ServiceName, Service>,
  { keysOf, databaseUrl }: { keysOf: (name: ServiceName) => EnvelopeKeys; databaseUrl: string },
): Promise<Doors> {
  const running = new Map<ServiceName, { port: number; stop: Stop }>()
  const start = async (service: Service, port: number) =>
    void running.set(service.name, await serve({ service, keys: keysOf(service.name), port, host: '127.0.0.1' }))
  for (const service of services.values()) await start(service, 0)
  // A service that is started again listens where it did: its address is known.
  const addresses = new Map([...running].map(([name, { port }]) => [name, new URL(`http://127.0.0.1:${port}/graphql`)]))
  const addressOf = (name: ServiceName): URL => addresses.get(name) ?? new URL('http://nowhere.invalid')
  return {
    access: new Map([...services.keys()].map((name) => [name, remote(addressOf(name), keysOf(name))])),
    addressOf,
    async stopService(name) {
      await running.get(name)?.stop()
      running.delete(name)
    },
    async startService(name) {
      if (running.has(name)) return
      const service = await loadService(name, databaseUrl)
      services.set(name, service)
      await start(service, Number(addressOf(name).port))
    },
    async stop() {
      await Promise.all([...running.values()].map(({ stop }) => stop()))
    },
  }
}

function remote(address: URL, keys: EnvelopeKeys): ServiceAccess {
  return {
    source: (reach) => new OverHttp({ address, keys }, reach),
    async check() {
      const answer = await fetch(new URL('/health/ready', address))
      if (!answer.ok) throw new Error('not ready')
    },
  }
}
