/** What happens about the hour of a digest stands in that one or in the next, and in one of them alone. */
import { randomUUID } from 'node:crypto'
import { type OversightDb, open } from '@vigia/db/oversight'
import { urlOfRole } from '@vigia/db/roles'
import { addDays, type LocalDate } from '@vigia/law/local-dates'
import { instantOf } from '@vigia/law/mexican-time'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { writeDigest } from '../../services/oversight/src/store/digest-store.ts'
import { daysAgo, localDay } from '../support/clock.ts'
import { type ScratchDatabase, scratchDatabase } from '../support/scratch-database.ts'

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

const DAY = localDay(daysAgo(8))
/** Seconds after the hour of digests of a day. */
const after = (day: LocalDate, seconds: number) => instantOf(day, 7, 0, seconds)

const opened = (at: Date) =>
  database.query(
    `with raised as (
      insert into oversight.alert (id, kind, about, owner, subject, state, severity, since, reached_at, opened_at)
      select gen_random_uuid(), 'BACKLOG_GROWS', 'STATE', '20', gen_random_uuid()::text, '20', 'RED', $1, $1, $1 returning id)
    insert into oversight.alert_history (alert_id, at, step, severity, reached_at) select id, $1, 'OPENED', 'RED', $1 from raised`,
    [at],
  )

test('given alerts that were judged before a digest and written down after it, the next one tells that they were opened', async () => {
  await db.pool.query(
    `insert into oversight.letter_choice (id, role, state, severity, rhythm, author, at)
     values ($1, 'ppnna-officer', '20', 'AMBER', 'DAILY', 'somebody of it', $2)`,
    [randomUUID(), after(DAY, -60)],
  )
  const digest = (day: LocalDate) =>
    writeDigest(db.pool, 'ppnna-officer:20', { own: 'https://vigia.example.org', of: {} }, after(day, 1))

  await opened(after(DAY, -3_600))
  await digest(DAY)
  // While it was written, these were in a transaction that had begun before.
  for (const seconds of [-20, 0]) await opened(after(DAY, seconds))
  await digest(addDays(DAY, 1))
  await digest(addDays(DAY, 2))

  const letters = await database.query<{ body: string }>('select body from oversight.mail order by created_at')
  const told = letters.map(({ body }) => /Desde el resumen anterior:\n(.*)/.exec(body)?.[1]?.trim())
  expect(told).toEqual(['1 × Abierta', '2 × Abierta', 'ninguna'])
})
