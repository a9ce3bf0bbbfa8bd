/** A database that went back is said in the log of each gateway that was told more, and by nobody else: whoever runs it may not know. */
import { expect, test } from 'vitest'
import { eventually } from '../../../tests/support/eventually.ts'
import { scratchDatabase } from '../../../tests/support/scratch-database.ts'
import { alertsIn } from './alerts-in.ts'

const STEPS = `insert into stream.alert_step (seq, step_id, alert_id, step, severity, kind, state, at, told_at)
  select n, n, gen_random_uuid(), 'OPENED', 'RED', 'NOT_REPRESENTED', '07', now(), now() from generate_series($1::int, $2::int) n`

test('given a database that lacks what was told, it is said once, by whoever had been told of it', async () => {
  const database = await scratchDatabase()
  const sentences: string[][] = []
  const begin = () => {
    const said: string[] = []
    sentences.push(said)
    return alertsIn({ databaseUrl: database.url, nats: null, log: (sentence) => said.push(sentence) })
  }
  const isAt = (place: number) => (top: number | null) => top === place
  // Given a gateway that was told of nine steps, of which the database then holds six
  await database.query(STEPS, [1, 6])
  const told = begin()
  await eventually(async () => told.feed.top(), isAt(6))
  await database.query(STEPS, [7, 9])
  await eventually(async () => told.feed.top(), isAt(9))
  await database.query('delete from stream.alert_step where seq > 6')

  // When its server has begun anew, and another gateway begins
  await database.query("update stream.epoch set server_started_at = server_started_at - interval '1 day'")
  await database.query('select stream.number_steps(1)')
  await eventually(async () => told.feed.top(), isAt(6))
  const fresh = begin()
  await eventually(async () => fresh.feed.top(), isAt(6))

  // Then
  await Promise.all([told.stop(), fresh.stop()])
  await database.drop()
  expect(sentences).toEqual([[expect.stringMatching(/^The database lacks alerts that were told/)], []])
})
