/** Who owns a server stops it: an advisory lock that lasts as long as the owner's connection. */
import pg from 'pg'

/** Any number that nothing else locks. */
const OWNERSHIP = 7_100_001

export interface Ownership {
  /** Resolves when the connection is gone: let go by the owner, or because the server fell. */
  lost: Promise<void>
  end: () => Promise<void>
}

/** Null where another process owns it. The lock ends with this process, however it ends; no file has to be cleaned up. */
export async function own(url: string): Promise<Ownership | null> {
  const client = new pg.Client({ connectionString: url, application_name: 'vigia supervisor', keepAlive: true })
  client.on('error', () => undefined) // The server went away: there is nothing left to own.
  const lost = new Promise<void>((resolve) => client.once('end', resolve))
  await client.connect()
  const { rows } = await client.query<{ ours: boolean }>('select pg_try_advisory_lock($1) as ours', [OWNERSHIP])
  const end = () => client.end().catch(() => undefined)
  if (rows[0]?.ours) return { lost, end }
  await end()
  return null
}
