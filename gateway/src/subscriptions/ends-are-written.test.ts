/** A gateway that stops ends all its streams at once: the audit has the end of each, and not of those alone that came first. */
import { urlOfRole } from '@vigia/db/roles'
import { PSEUDONYMOUS_FEDERAL_SECRETARY } from '@vigia/kit/actor'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ScratchDatabase, scratchDatabase } from '../../../tests/support/scratch-database.ts'
import { streamAuditIn } from './stream-audit.ts'

let database: ScratchDatabase
beforeAll(async () => {
  database = await scratchDatabase()
})
afterAll(() => database.drop())

test('given streams that end together as the gateway stops, the end of each is written', async () => {
  const audit = streamAuditIn(urlOfRole(database.url, 'vigia_gateway'))
  const streams = Array.from({ length: 20 }, (_, n) => `stream:${n}`)

  for (const stream of streams) void audit.ends(PSEUDONYMOUS_FEDERAL_SECRETARY, stream)
  await audit.stop()

  const [written] = await database.query<{ n: number }>(
    "select count(*)::int as n from audit.entry where service = 'gateway' and subject = $1",
    [PSEUDONYMOUS_FEDERAL_SECRETARY.sub],
  )
  expect(written?.n).toBe(streams.length)
})
