/** The login of each service: same server, own role, a password derived from the administrator's. */
import { createHmac } from 'node:crypto'
import pg from 'pg'
import { refuseUnusableAddress } from './address.ts'
import { DatabaseUnavailable } from './embedded/unavailable.ts'
import { keepKey } from './row-context.ts'
import { letStage } from './temporary-tables.ts'

export const SERVICE_ROLES = [
  'vigia_children',
  'vigia_placements',
  'vigia_representation',
  'vigia_returns',
  'vigia_oversight',
  'vigia_gateway',
  'vigia_sessions',
] as const
export type ServiceRole = (typeof SERVICE_ROLES)[number]

/** Those that answer from rows of children have a second login, which reads alone, in the name of an actor. */
export const ANSWERING = ['children', 'placements', 'representation', 'returns', 'oversight'] as const
export type Answering = (typeof ANSWERING)[number]

/**
 * The address by which a role connects. The password is HMAC-SHA-256 of the role under the administrator's password (or
 * VIGIA_ROLE_SECRET, where the address has none), so that every process that may administer the database finds the same one.
 */
export function urlOfRole(adminUrl: string, role: ServiceRole): string {
  return asLogin(adminUrl, role, passwordOf(adminUrl, role))
}

/**
 * The address of a service's reader. Its password is HMAC-SHA-256 of "reader" under the password of the service's own login, so
 * that a process which knows the one address finds the other.
 */
export function readerUrl(service: Answering, url: string): string {
  const own: ServiceRole = `vigia_${service}`
  const address = new URL(url).username === own ? url : urlOfRole(url, own)
  return asLogin(address, `${own}_reader`, readerPassword(passwordIn(address)))
}

function asLogin(address: string, name: string, password: string): string {
  refuseUnusableAddress(address)
  const url = new URL(address)
  url.password = password
  url.username = name
  return url.href
}

/** As pg reads it, which takes a "%" that begins no code for itself. Empty where the address has none. */
function passwordIn(address: string): string {
  const isGiven = new URL(address).password !== ''
  return (isGiven && new pg.Client({ connectionString: address }).password) || ''
}

const readerPassword = (ofService: string) => createHmac('sha256', ofService).update('reader').digest('base64url')

/** `CHILDREN_DATABASE_URL`, `GATEWAY_DATABASE_URL` and so on: what each process reads from its environment on its start. */
export function loginsBy(adminUrl: string): Record<string, string> {
  return Object.fromEntries(
    SERVICE_ROLES.map((role) => [
      `${role.replace('vigia_', '').toUpperCase()}_DATABASE_URL`,
      urlOfRole(adminUrl, role),
    ]),
  )
}

/**
 * Until the end of a transaction nobody else of the whole server is here: roles are the server's, whose registries may be opened in
 * one moment, and of two that alter a role at once PostgreSQL refuses one ("tuple concurrently updated"). An advisory lock holds
 * within one database alone; a comment on a role locks the role in all of them.
 */
const ONE_AT_A_TIME = `comment on role ${SERVICE_ROLES[0]} is 'Login of a service of Vigía'`

const NOT_ALLOWED = '42501'

/**
 * Lets the roles of the migrations log in. May be called any number of times. Throws DatabaseUnavailable where this user may not alter
 * them, as where another has made them, for another registry of the same server.
 */
export async function enableLogins(adminUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl })
  client.on('error', () => {}) // Told by the question that was asked.
  await client.connect()
  try {
    await client.query('begin')
    await client.query(ONE_AT_A_TIME)
    for (const role of SERVICE_ROLES) await enable(client, role, passwordOf(adminUrl, role))
    for (const service of ANSWERING) {
      await letStage(client, `vigia_${service}`)
      const password = readerPassword(passwordOf(adminUrl, `vigia_${service}`))
      await enable(client, `vigia_${service}_reader`, password)
      await keepKey(client, `vigia_${service}_reader`, password)
    }
    await client.query('commit')
  } catch (error) {
    if (!(error instanceof pg.DatabaseError) || error.code !== NOT_ALLOWED) throw error
    throw new DatabaseUnavailable(
      `This user of the database may not set the logins of the services (${error.message}): it has to be the one that made the roles vigia_…, or a superuser. Two registries of two users need a server each.`,
      {
        es: 'Este usuario no puede dar su clave a los servicios: use el que hizo los roles vigia_…, o un superusuario.',
      },
    )
  } finally {
    await client.end()
  }
}

/**
 * By which the server finds out that nobody is at the other end any more: a machine that is gone holds locks for a minute and not for
 * hours, and a process that stands still within a transaction for five. A statement or a COPY of any length is none of that.
 */
const ENDS_WHAT_IS_LEFT = {
  ...{ tcp_keepalives_idle: '30', tcp_keepalives_interval: '10', tcp_keepalives_count: '3' },
  idle_in_transaction_session_timeout: '5min',
}
/** Whoever reads does it for somebody who waits 5 seconds at most (security.md 9). */
const OF_READERS = { statement_timeout: '10s', idle_in_transaction_session_timeout: '30s' }

async function enable(client: pg.Client, role: string, password: string): Promise<void> {
  const settings = { ...ENDS_WHAT_IS_LEFT, ...(role.endsWith('_reader') ? OF_READERS : {}) }
  await client.query(
    [
      `alter role ${role} login password ${client.escapeLiteral(password)}`,
      ...Object.entries(settings).map(([name, value]) => `alter role ${role} set ${name} = '${value}'`),
    ].join('; '),
  )
}

function passwordOf(adminUrl: string, role: ServiceRole): string {
  const secret = process.env['VIGIA_ROLE_SECRET'] || passwordIn(adminUrl)
  if (!secret)
    throw new DatabaseUnavailable(
      'DATABASE_URL has no password: set VIGIA_ROLE_SECRET, from which service logins are derived.',
      { es: 'DATABASE_URL no trae contraseña: ponga VIGIA_ROLE_SECRET, de donde salen las claves de los servicios.' },
    )
  return createHmac('sha256', secret).update(role).digest('base64url')
}
