/** A registry with a small synthetic twin in it: written, taken in and counted once a run, then copied for each test. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { inject } from 'vitest'
import { untilOf } from '../../prisma/seed/calendar.ts'
import { writeTwin } from '../../prisma/seed/twin.ts'
import { localDay } from './clock.ts'
import { type FeedName, feedsOf } from './feeds.ts'
import { type ScratchDatabase, scratchDatabase } from './scratch-database.ts'
import { loadServices } from './services.ts'
import { settle } from './settled.ts'

const TEMPLATE = 'vigia_twin'
/** Some seven thousand rows of every feed. */
const SCALE = 0.005
const SEED = 7

interface Entry {
  file: string
  service: string
  feed: string
  source: string
  state: string | null
  cutoff: string
  status: string
}

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
  const folder = mkdtempSync(path.join(tmpdir(), 'vigia-twin-'))
  const services = await loadServices(database.url)
  const feeds = feedsOf(database.url)
  try {
    writeTwin({ scale: SCALE, seed: SEED, until: untilOf(localDay(new Date())) }, folder, () => {})
    const manifest: Entry[] = JSON.parse(readFileSync(path.join(folder, 'manifest.json'), 'utf8'))
    for (const { file, service, feed, status, ...sender } of manifest) {
      await feeds.takeFileIn(`${service}/${feed}` as FeedName, path.join(folder, file), {
        ...sender,
        isPreliminary: status === 'PRELIMINARY',
      })
    }
    await database.query('update outbox.registry set is_synthetic = true')
    await settle(services.values(), database)
  } finally {
    await feeds.stop()
    for (const service of services.values()) await service.close()
    rmSync(folder, { recursive: true, force: true })
  }
  await database.becomeTemplate(TEMPLATE)
}
