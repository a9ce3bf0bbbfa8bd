/** The five services in this process, each loaded afresh for one database: their settings are read when they are loaded. */
import SchemaBuilder from '@pothos/core'
import { urlOfRole } from '@vigia/db/roles'
import type { Service, ServiceName } from '@vigia/kit/service'
import { vi } from 'vitest'
import { SERVICES } from './source-files.ts'

// The kit's plugin comes again with each loading; in use it comes once.
SchemaBuilder.allowPluginReRegistration = true

/** Every service by its name, connected by its own login, with one kit for all as in use. */
export async function loadServices(databaseUrl: string): Promise<Map<ServiceName, Service>> {
  vi.resetModules()
  const loaded = new Map<ServiceName, Service>()
  for (const name of SERVICES) loaded.set(name, await imported(name, databaseUrl))
  return loaded
}

export async function loadService(name: ServiceName, databaseUrl: string): Promise<Service> {
  vi.resetModules()
  return imported(name, databaseUrl)
}

async function imported(name: ServiceName, databaseUrl: string): Promise<Service> {
  process.env[`${name.toUpperCase()}_DATABASE_URL`] = urlOfRole(databaseUrl, `vigia_${name}`)
  const { service }: { service: Service } = await import(`../../services/${name}/src/service.ts`)
  return service
}
