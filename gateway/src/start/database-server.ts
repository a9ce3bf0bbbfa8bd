/** What the server of a database says of itself, before anything is made there, and of the way to it. */
import { BlockList, isIPv6 } from 'node:net'
import pg from 'pg'

const PATIENCE_IN_MS = 10_000

interface Server {
  version: number
  letsIn: number
  /** From which address it is reached without TLS; null where it is with TLS, or by a socket of the same machine. */
  openFrom: string | null
}

const OF_SERVER = `select current_setting('server_version_num') as version, current_setting('max_connections') as "letsIn",
  (select host(inet_client_addr()) from pg_stat_ssl where pid = pg_backend_pid() and not ssl) as "openFrom"`

/** Rejects as pg does where it cannot be reached. */
export async function serverAt(url: string): Promise<Server> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: PATIENCE_IN_MS })
  client.on('error', () => {})
  try {
    await client.connect()
    const { rows } = await client.query<{ version: string; letsIn: string; openFrom: string | null }>(OF_SERVER)
    const { version, letsIn, openFrom = null } = rows[0] ?? {}
    return { version: Number(version), letsIn: Number(letsIn), openFrom }
  } finally {
    await client.end().catch(() => {})
  }
}

const THIS_MACHINE = new BlockList()
THIS_MACHINE.addSubnet('127.0.0.0', 8, 'ipv4')
THIS_MACHINE.addAddress('::1', 'ipv6')

/** Whether what is told to it and by it can be read on the way: what stays on one machine is on no wire. */
export const goesInPlainWords = (openFrom: Server['openFrom']): boolean =>
  openFrom !== null && !THIS_MACHINE.check(openFrom, isIPv6(openFrom) ? 'ipv6' : 'ipv4')
