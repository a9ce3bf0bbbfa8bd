/** A threshold is set at the time of who sets it: from then on it is in force, and from no other clock's. */
import { type OversightDb, open } from '@vigia/db/oversight'
import { urlOfRole } from '@vigia/db/roles'
import { localDateOf } from '@vigia/law/mexican-time'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { anActor } from '../../../../tests/support/asking.ts'
import { daysAgo } from '../../../../tests/support/clock.ts'
import { type ScratchDatabase, scratchDatabase } from '../../../../tests/support/scratch-database.ts'
import { setThreshold } from './set-threshold.ts'

let database: ScratchDatabase
let db: OversightDb
beforeAll(async () => {
  database = await scratchDatabase()
  db = open(urlOfRole(database.url, 'vigia_oversight'))
})
afterAll(async () => {
  await db.close()
  await database.drop()
})

test('what is set at an instant says that it was set then', async () => {
  const now = daysAgo(3)
  const wish = { kind: 'HELD_WITHOUT_LEGAL_BASIS', severity: 'AMBER', step: null, value: 2, state: '07' } as const
  const more = { effectiveOn: localDateOf(now), reason: 'Se revisa cada dos horas en Chiapas', key: null }
  await setThreshold({ db, actor: anActor('federal-secretary'), now, requestId: 'set' }, { ...wish, ...more })

  expect(await database.query('select set_at, effective_on::text from oversight.alert_threshold')).toEqual([
    { set_at: now, effective_on: localDateOf(now) },
  ])
})
