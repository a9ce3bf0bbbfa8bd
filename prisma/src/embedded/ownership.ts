/** Who owns a server stops it: an advisory lock that lasts as long as the owner's connection. */
import pg from 'pg'

/** Any number that nothing else locks. */
const OWNERSHIP = 7_100_001

/** Whoever waits in line asks so often whether it is his turn. */
const BETWEEN_LOOKS_IN_MS = 500

const IS_OURS = { text: 'select pg_try_advisory_lock($1) as ours', values: [OWNERSHIP] }

export interface Ownership {
  /** False for one that waits in line while another process owns the server. */
  isOurs: () => boolean
  /** Resolves when the connection is gone: let go by the owner, or because the server fell. */
  lost: Promise<void>
  end: () => Promise<void>
}

/** Null where another process owns it. The lock ends with this process, however it ends; no file has to be cleaned up. */
export async function own(url: string): Promise<Ownership | null> {
  const { client, lost, end } = await connect(url)
  if (await isLocked(client)) return { isOurs: () => true, lost, end }
  await end()
  return null
}

/** Owns it at once where nobody does, and otherwise from when its owner has gone, however that ended. */
export async function ownInTurn(url: string): Promise<Ownership> {
  const { client, lost, end } = await connect(url)
  let isOurs = await isLocked(client)
  const looking = setInterval(async () => {
    isOurs = await isLocked(client).catch(() => false)
    if (isOurs) clearInterval(looking)
  }, BETWEEN_LOOKS_IN_MS).unref()
  if (isOurs) clearInterval(looking)
  void lost.then(() => clearInterval(looking))
  return { isOurs: () => isOurs, lost, end }
}

async function connect(url: string) {
  const client = new pg.Client({ connectionString: url, application_name: 'vigia supervisor', keepAlive: true })
  client.on('error', () => undefined) // The server went away: there is nothing left to own.
  const lost = new Promise<void>((resolve) => client.once('end', resolve))
  await client.connect()
  return { client, lost, end: () => client.end().catch(() => undefined) }
}

async function isLocked(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ ours: boolean }>(IS_OURS)
  return rows[0]?.ours === true
}
