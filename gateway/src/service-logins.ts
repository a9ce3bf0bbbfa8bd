/** The addresses by which the services and the gateway reach the database, each with a login that touches its own alone. */
import { type ServiceRole, urlOfRole } from '@vigia/db/roles'
import { SERVICE_NAMES } from '@vigia/kit/service'

/** CHILDREN_DATABASE_URL, GATEWAY_DATABASE_URL, and so on: what each reads on its start. */
export function loginsBy(adminUrl: string): Record<string, string> {
  return Object.fromEntries(
    [...SERVICE_NAMES, 'gateway' as const].map((name) => {
      const role: ServiceRole = `vigia_${name}`
      return [`${name.toUpperCase()}_DATABASE_URL`, urlOfRole(adminUrl, role)]
    }),
  )
}
