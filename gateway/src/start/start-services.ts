/** The five services in this process, each through its one door. Their settings are checked when they are opened. */
import type { Service, ServiceName } from '@vigia/kit/service'
import type { ServiceAccess } from '../assemble-gateway.ts'
import { InProcess } from '../sources/in-process.ts'

const DOORS = {
  children: () => import('../../../services/children/src/service.ts'),
  placements: () => import('../../../services/placements/src/service.ts'),
  representation: () => import('../../../services/representation/src/service.ts'),
  returns: () => import('../../../services/returns/src/service.ts'),
  oversight: () => import('../../../services/oversight/src/service.ts'),
} satisfies Record<ServiceName, () => Promise<{ openService: () => Service }>>

/** Loads all of them. DATABASE_URL must be set and the database migrated before. */
export async function loadServices(): Promise<Service[]> {
  const doors = await Promise.all(Object.values(DOORS).map((load) => load()))
  return doors.map(({ openService }) => openService())
}

export function accessInProcess(services: readonly Service[]): Map<string, ServiceAccess> {
  return new Map(
    services.map((service) => [
      service.name,
      { source: (reach) => new InProcess(service, reach), check: service.health },
    ]),
  )
}
