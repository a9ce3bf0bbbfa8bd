/** A registry as an older version left it, which is then brought up to date. */
import { readdirSync } from 'node:fs'
import path from 'node:path'
import { type ScratchDatabase, scratchDatabase } from './scratch-database.ts'
import { ROOT, read } from './source-files.ts'

export interface RegistryOfBefore {
  database: ScratchDatabase
  /** Applies the migration before which it stood, and all later ones. */
  bringUpToDate: () => Promise<void>
}

/** An empty one, with all migrations that came before `migration`. Whoever asks for it drops it. */
export async function registryBefore(migration: string): Promise<RegistryOfBefore> {
  const database = await scratchDatabase('template1')
  const names = readdirSync(path.join(ROOT, 'prisma/migrations'))
    .filter((name) => /^\d+_/.test(name))
    .sort()
  const at = names.indexOf(migration)
  if (at < 0) throw new Error(`There is no migration ${migration}.`)
  const apply = async (some: readonly string[]) => {
    for (const name of some) await database.query(read(`prisma/migrations/${name}/migration.sql`))
  }
  await apply(names.slice(0, at))
  return { database, bringUpToDate: () => apply(names.slice(at)) }
}
