/** The five services in this process, each opened for one database: loaded once, however many a test opens. */
import { urlOfRole } from '@vigia/db/roles'
import type { Service, ServiceName } from '@vigia/kit/service'
import { SERVICES } from './source-files.ts'

/** Every service by its name, connected by its own login, as in use. */
export async function loadServices(databaseUrl: string): Promise<Map<ServiceName, Service>> {
  const loaded = new Map<ServiceName, Service>()
  for (const name of SERVICES) loaded.set(name, await loadService(name, databaseUrl))
  return loaded
}

export async function loadService(name: ServiceName, databaseUrl: string): Promise<Service> {
  const door: { openService: (environment: NodeJS.ProcessEnv) => Service } = await import(
    `../../services/${name}/src/service.ts`
  )
  const own = { [`${name.toUpperCase()}_DATABASE_URL`]: urlOfRole(databaseUrl, `vigia_${name}`) }
  return door.openService({ ...process.env, ...own })
}
