/** The five services in this process, each loaded afresh for one database: their settings are read when they are loaded. */
import { urlOfRole } from '@vigia/db/roles'
import type { Service, ServiceName } from '@vigia/kit/service'
import { vi } from 'vitest'
import { SERVICES } from './source-files.ts'

/** Every service by its name, connected by its own login. */
export async function loadServices(databaseUrl: string): Promise<Map<ServiceName, Service>> {
  const loaded = new Map<ServiceName, Service>()
  for (const name of SERVICES) loaded.set(name, await loadService(name, databaseUrl))
  return loaded
}

export async function loadService(name: ServiceName, databaseUrl: string): Promise<Service> {
  process.env[`${name.toUpperCase()}_DATABASE_URL`] = urlOfRole(databaseUrl, `vigia_${name}`)
  vi.resetModules()
  const { service }: { service: Service } = await import(`../../services/${name}/src/service.ts`)
  return service
}
