/** Of several files one may be gone when its turn comes, as from a share or a stick: it is refused like any other, and the next is taken in. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { openPool } from '@vigia/db/open'
import { urlOfRole } from '@vigia/db/roles'
import { takeIn } from '@vigia/kit/intake/take-in'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { feed } from '../../services/children/src/intake/detections.ts'
import { type ScratchDatabase, scratchDatabase } from '../support/scratch-database.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'vigia-gone-'))
let database: ScratchDatabase
let pool: ReturnType<typeof openPool>
beforeAll(async () => {
  database = await scratchDatabase()
  pool = openPool(urlOfRole(database.url, 'vigia_children'), 1)
})
afterAll(async () => {
  await pool.end()
  await database.drop()
  rmSync(folder, { recursive: true })
})

test('given a file that is gone, it is refused and says so, instead of ending the files behind it', async () => {
  const sender = { source: 'INM', state: null, cutoff: '2026-10-31', isPreliminary: false }

  const taken = await takeIn(pool, feed, { path: path.join(folder, 'gone.csv') }, { ...sender, now: new Date() })

  expect(taken).toMatchObject({ outcome: 'REFUSED', code: 'FILE_REFUSED' })
  expect(taken.firstRejects.map(({ reason }) => reason)).toEqual(['No se puede leer el archivo (no existe).'])
})
