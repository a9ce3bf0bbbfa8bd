/** Whoever starts alone, a service or a gateway, migrates nothing: it asks of which version its database is, each second, and ends where that is another. */
import type pg from 'pg'
import { DatabaseUnavailable } from './embedded/unavailable.ts'
import { isNewer, namesOnDisk } from './migrate.ts'

/** PostgreSQL's words for what an older version, or one that was not migrated by this program, does not have. */
const MISSING = new Set(['42883', '3F000', '42P01'])

/** Rejects with DatabaseUnavailable where the database is of another version; with the fault of the database where it does not say. */
export async function requireThisVersion(
  database: Pick<pg.Pool, 'query'>,
  names: readonly string[] = namesOnDisk(),
): Promise<void> {
  const reached = await reachedBy(database)
  if (reached === names.at(-1)) return
  if (reached !== null && !names.includes(reached)) throw isNewer(reached)
  throw new DatabaseUnavailable(
    `The database lacks ${names.at(-1)} of this version of the program: stop what is at work on it, and migrate it (npm run migrate).`,
    {
      es: `A la base de datos le falta ${names.at(-1)} de esta versión del programa: termine lo que trabaja con ella y actualícela (npm run migrate).`,
    },
  )
}

const ASKED_AGAIN_IN_MS = 1_000

/**
 * At a start, and for as long as it runs: as `requireThisVersion`. Of a database that was away nobody was told whether it was migrated meanwhile,
 * or put back; one that does not say is asked again, and one that turns out to be of another version ends the process with the sentence. Gives
 * what ends the asking.
 */
export async function refuseOtherVersion(database: Pick<pg.Pool, 'query'>): Promise<() => Promise<void>> {
  // Those of the program that runs, whatever is put in its place on the disk meanwhile.
  const names = namesOnDisk()
  const saysSo = () => says(database, names)
  let timer: NodeJS.Timeout | undefined
  let isOver = false
  await saysSo()
  const end = (fault: Error) => (isOver ? undefined : endProcess(fault))
  const askAgain = () => {
    if (!isOver) timer = setTimeout(() => saysSo().then(askAgain, end), ASKED_AGAIN_IN_MS)
  }
  askAgain()
  return async () => {
    isOver = true
    clearTimeout(timer)
  }
}

/** Rejects with DatabaseUnavailable where it is of another version; one that does not say says nothing against it. */
const says = (database: Pick<pg.Pool, 'query'>, names: readonly string[]): Promise<void> =>
  requireThisVersion(database, names).catch((fault: unknown) => {
    if (fault instanceof DatabaseUnavailable) throw fault
  })

/** At once: what is under way reads tables that mean something else. */
function endProcess({ message }: Error): void {
  console.error(message)
  process.exit(1)
}

/** The last migration that was applied; null for a version that does not say. */
async function reachedBy(database: Pick<pg.Pool, 'query'>): Promise<string | null> {
  try {
    const { rows } = await database.query<{ reached: string | null }>('select outbox.migrated_to() as reached')
    return rows[0]?.reached ?? null
  } catch (fault) {
    if (MISSING.has(String((fault as { code?: unknown }).code))) return null
    throw fault
  }
}
