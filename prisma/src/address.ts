/** What the address of a database may be, said before anything is sent there. */
import { DatabaseUnavailable } from './embedded/unavailable.ts'

/** What pg reads behind the "?"; whatever else stands there it passes over. */
const KNOWN: ReadonlySet<string> = new Set([
  ...['host', 'port', 'ssl', 'sslmode', 'sslrootcert', 'sslcert', 'sslkey', 'sslnegotiation', 'uselibpqcompat'],
  ...['application_name', 'fallback_application_name', 'client_encoding', 'options', 'keepalives'],
  ...['statement_timeout', 'lock_timeout', 'query_timeout', 'idle_in_transaction_session_timeout'],
])

/** Throws DatabaseUnavailable where not every login of the services can be made of an address, or not all of it would be heeded. */
export function refuseUnusableAddress(address: string): void {
  const { host, searchParams } = new URL(address)
  // There they hold against the ones before the host, and where there is no host none can be written: every login would be the administrator's.
  if (host === '' || searchParams.has('user') || searchParams.has('password'))
    throw new DatabaseUnavailable(
      'The address of the database has to name user, password and host before the database, and none of them behind a "?": postgres://user:password@host/database; of a socket, postgres://user:password@%2Fvar%2Frun%2Fpostgresql/database.',
      { es: 'DATABASE_URL debe ser como postgres://usuario:clave@equipo/base, sin usuario ni clave tras un «?».' },
    )
  // A mistyped "sslmode" would send everything in plain words.
  const unknown = [...searchParams.keys()].find((name) => !KNOWN.has(name))
  if (unknown !== undefined)
    throw new DatabaseUnavailable(
      `The address of the database has something behind its "?" that nothing reads${toldOf(unknown)}: sslmode and sslrootcert stand there as they are written here.`,
      {
        es: `DATABASE_URL trae tras el «?» algo que nada lee${toldOf(unknown)}: escriba sslmode y sslrootcert tal cual.`,
      },
    )
}

/** A password with a "?" in it ends there: what holds anything but letters is not said again. */
const toldOf = (name: string) => (/^[a-z_]{2,40}$/i.test(name) ? `, ${name}` : '')
