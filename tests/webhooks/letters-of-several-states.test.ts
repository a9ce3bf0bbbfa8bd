/** What an office of the nation is written of several states in one letter is a letter of each of them: they rest as long as others do. */
import { randomUUID } from 'node:crypto'
import { type OversightDb, open } from '@vigia/db/oversight'
import { urlOfRole } from '@vigia/db/roles'
import { instantOf } from '@vigia/law/mexican-time'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { tellByMail } from '../../services/oversight/src/delivery/mail.ts'
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
const at = (minutes: number) => instantOf(DAY, 6, minutes)
const mailing = { addresses: { own: 'https://vigia.example.org', of: {} }, transport: null }

/** A child is held where none may be. */
const raised = (state: string, when: Date) =>
  database.query(
    `with raised as (
      insert into oversight.alert (id, kind, about, owner, subject, state, severity, since, reached_at, opened_at)
      select gen_random_uuid(), 'HELD_IN_PROHIBITED_PLACE', 'CHILD', gen_random_uuid()::text, gen_random_uuid()::text, $1, 'CRITICAL', $2, $2, $2
      returning id)
    insert into oversight.alert_history (alert_id, at, step, severity, reached_at) select id, $2, 'OPENED', 'CRITICAL', $2 from raised`,
    [state, when],
  )

const toFederal = async () =>
  (
    await database.query<{ subject: string }>(
      "select subject from oversight.mail where recipient = 'federal-secretary' order by created_at, id",
    )
  ).map(({ subject }) => subject.replace(/^.*Vigía: /, ''))

test('given states whose own offices read a digest, what is raised in them within ten minutes stands in the next letter to the nation', async () => {
  // Given two secretaries of states who are written to once a day
  for (const state of ['07', '27'])
    await db.pool.query(
      `insert into oversight.letter_choice (id, role, state, severity, rhythm, author, at)
       values ($1, 'state-secretary', $2, 'CRITICAL', 'DAILY', 'somebody of it', $3)`,
      [randomUUID(), state, at(-1)],
    )

  // When something is raised in both of them, minute by minute
  for (const minute of [0, 1, 2, 11]) {
    for (const state of ['07', '27']) await raised(state, at(minute))
    await tellByMail(db.pool, mailing, at(minute))
  }

  // Then the federal secretary is written to once, and once more when ten minutes are over
  expect(await toFederal()).toEqual(['2 alertas críticas, 2 estados', '6 alertas críticas, 2 estados'])
})
