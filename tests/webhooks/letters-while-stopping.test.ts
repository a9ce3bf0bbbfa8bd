/** A process that is told to stop does not send all letters first that wait: what it has begun it ends, and the rest is sent by the next. */
import { type OversightDb, open } from '@vigia/db/oversight'
import { urlOfRole } from '@vigia/db/roles'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Mailing, tellByMail } from '../../services/oversight/src/delivery/mail.ts'
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

test('given letters that wait, and a stop while the first is sent, no other is begun, and none is lost', async () => {
  const now = hoursAgo(1)
  await database.query(
    `insert into oversight.mail (recipient, address, subject, body, alert_ids, created_at, next_at, severities, is_digest)
     select 'office ' || n, 'office@example.org', 'Vigía', 'Nada', '{}', $1, $1, '{}', false from generate_series(1, 5) n`,
    [now],
  )
  const stopping = new AbortController()
  let sent = 0
  const send = async () => {
    sent += 1
    stopping.abort()
  }
  const mailing: Mailing = {
    addresses: { own: 'https://vigia.example.org', of: {} },
    transport: { from: 'vigia@example.org', send },
  }

  await tellByMail(db.pool, mailing, now, stopping.signal)
  const whileStopping = sent
  await tellByMail(db.pool, mailing, now)

  expect([whileStopping, sent]).toEqual([1, 5])
})
