/** Whoever starts alone, a service or a gateway, migrates nothing: it asks of which version its database is, and ends where that is another. */
import type pg from 'pg'
import { DatabaseUnavailable } from './embedded/unavailable.ts'
import { isNewer, namesOnDisk } from './migrate.ts'

/** PostgreSQL's words for what an older version, or one that was not migrated by this program, does not have. */
const MISSING = new Set(['42883', '3F000', '42P01'])

/** Rejects with DatabaseUnavailable where the database is of another version; with the fault of the database where it does not say. */
export async function requireThisVersion(database: Pick<pg.Pool, 'query'>): Promise<void> {
  const names = namesOnDisk()
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
 * At a start: as `requireThisVersion`. A database that does not say is asked until it does, while whoever starts goes on; one that turns out
 * to be of another version ends the process with the sentence. Gives what ends the asking.
 */
export async function refuseOtherVersion(database: Pick<pg.Pool, 'query'>): Promise<() => Promise<void>> {
  let timer: NodeJS.Timeout | undefined
  let isOver = await says(database)
  const askAgain = () => {
    if (isOver) return
    timer = setTimeout(() => {
      says(database).then((said) => {
        isOver ||= said
        askAgain()
      }, endProcess)
    }, ASKED_AGAIN_IN_MS)
  }
  askAgain()
  return async () => {
    isOver = true
    clearTimeout(timer)
  }
}

/** Whether it has said, and is of this version. Rejects with DatabaseUnavailable where it is of another. */
const says = (database: Pick<pg.Pool, 'query'>): Promise<boolean> =>
  requireThisVersion(database).then(
    () => true,
    (fault: unknown) => {
      if (fault instanceof DatabaseUnavailable) throw fault
      return false
    },
  )

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
