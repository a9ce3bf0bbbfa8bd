/** A registry with a small synthetic twin in it, by the command of `npm run seed`: made once a run, then copied for each test. */
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import pg from 'pg'
import { inject } from 'vitest'
import { type ScratchDatabase, scratchDatabase } from './scratch-database.ts'
import { ROOT } from './source-files.ts'

const TEMPLATE = 'vigia_twin'
/** Some seven thousand rows of every feed; and all that ships with the registry. */
const SCALE = '0.005'

/** The twin ends today, so that what is held now is held now, whatever day it is. */
export async function twinDatabase(): Promise<ScratchDatabase> {
  const client = new pg.Client({ connectionString: inject('serverUrl') })
  await client.connect()
  try {
    // Test files run side by side: the first makes it, the others wait.
    await client.query(`select pg_advisory_lock(hashtext('${TEMPLATE}'))`)
    const { rowCount } = await client.query('select from pg_database where datname = $1', [TEMPLATE])
    if (rowCount === 0) await makeTwin()
  } finally {
    await client.end()
  }
  return scratchDatabase(TEMPLATE)
}

async function makeTwin(): Promise<void> {
  const database = await scratchDatabase()
  const seed = ['services/_kit/src/intake/command/command.ts', '--twin', '--scale', SCALE, '--accept-good']
  await promisify(execFile)('node', seed, {
    cwd: ROOT,
    env: { ...process.env, DATABASE_URL: database.url },
    maxBuffer: 1e8,
  })
  await database.becomeTemplate(TEMPLATE)
}
