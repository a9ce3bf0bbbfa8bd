/** The login of each service: same server, own role, a password derived from the administrator's. */
import { createHmac } from 'node:crypto'
import pg from 'pg'

export const SERVICE_ROLES = [
  'vigia_children',
  'vigia_placements',
  'vigia_representation',
  'vigia_returns',
  'vigia_oversight',
  'vigia_gateway',
] as const
export type ServiceRole = (typeof SERVICE_ROLES)[number]

/**
 * The address by which a role connects. The password is HMAC-SHA-256 of the role under the administrator's password (or
 * VIGIA_ROLE_SECRET, where the address has none), so that every process that may administer the database finds the same one.
 */
export function urlOfRole(adminUrl: string, role: ServiceRole): string {
  const url = new URL(adminUrl)
  url.password = passwordOf(adminUrl, role)
  url.username = role
  return url.href
}

/** `CHILDREN_DATABASE_URL`, `GATEWAY_DATABASE_URL` and so on: what each process reads from its environment on its start. */
export function loginsBy(adminUrl: string): Record<string, string> {
  return Object.fromEntries(
    SERVICE_ROLES.map((role) => [
      `${role.replace('vigia_', '').toUpperCase()}_DATABASE_URL`,
      urlOfRole(adminUrl, role),
    ]),
  )
}

/** Lets the roles of the migrations log in. Needs the right to alter roles; may be called any number of times. */
export async function enableLogins(adminUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl })
  await client.connect()
  try {
    await client.query('begin')
    await client.query("select pg_advisory_xact_lock(hashtext('vigia.roles'))")
    for (const role of SERVICE_ROLES) {
      const password = client.escapeLiteral(passwordOf(adminUrl, role))
      await client.query(`alter role ${role} login password ${password}`)
    }
    await client.query('commit')
  } finally {
    await client.end()
  }
}

function passwordOf(adminUrl: string, role: ServiceRole): string {
  const { password } = new URL(adminUrl)
  const secret = process.env['VIGIA_ROLE_SECRET'] || decodeURIComponent(password)
  if (!secret)
    throw new Error('DATABASE_URL has no password: set VIGIA_ROLE_SECRET, from which service logins are derived.')
  return createHmac('sha256', secret).update(role).digest('base64url')
}
