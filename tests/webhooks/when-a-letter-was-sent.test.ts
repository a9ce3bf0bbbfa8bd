/** That an office was told is proven by when its letter was sent, however long the server of mail takes over those before it. */
import { setTimeout as pause } from 'node:timers/promises'
import { type OversightDb, open } from '@vigia/db/oversight'
import { urlOfRole } from '@vigia/db/roles'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { tellByMail } from '../../services/oversight/src/delivery/mail.ts'
import { hoursAgo } from '../support/clock.ts'
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

test('given a server of mail that takes its time, each letter is sent when it was, and not when the first was begun', async () => {
  const [now, takesMs] = [hoursAgo(1), 60]
  await database.query(
    `insert into oversight.mail (recipient, address, subject, body, alert_ids, created_at, next_at, severities, is_digest)
     select 'office ' || n, 'office@example.org', 'Vigía', 'Nada', '{}', $1, $1, '{}', false from generate_series(1, 3) n`,
    [now],
  )
  const addresses = { own: 'https://vigia.example.org', of: {} }

  await tellByMail(db.pool, { addresses, transport: { from: 'vigia@example.org', send: () => pause(takesMs) } }, now)

  const sent = await database.query<{ after: number }>(
    'select (extract(epoch from sent_at - created_at) * 1000)::int as after from oversight.mail order by sent_at',
  )
  expect(sent).toHaveLength(3)
  // What a timer waits for may be a moment less than it was asked for.
  for (const [index, { after }] of sent.entries()) expect(after).toBeGreaterThan(index * takesMs)
})
