/** A blank is no answer to a check, which would let through what it is there to refuse: each of these says what is to be said. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { answerTo } from '../support/answer-to.ts'
import { type ScratchDatabase, scratchDatabase } from '../support/scratch-database.ts'

const BROKEN = '23514'

let database: ScratchDatabase
beforeAll(async () => {
  database = await scratchDatabase()
})
afterAll(() => database.drop())

/** Null where it is kept, or the code of the refusal. Nothing stays. */
const answer = (statement: string) =>
  answerTo(database.url, 'begin', 'set local session_replication_role = replica', statement, 'rollback')

test.each([
  ['null', BROKEN],
  ['false', BROKEN],
  ['true', null],
])('a report of a child that is missing has a day where it was made: %s', async (reported, answered) => {
  const stay = `insert into placements.stay (child_id, facility_id, entered_at, left_at, missing_reported, missing_reported_at, batch_id)
    values ('${randomUUID()}', '${randomUUID()}', '2026-03-01', '2026-03-05', ${reported}, '2026-03-05', '${randomUUID()}')`

  expect(await answer(stay)).toBe(answered)
})

test.each([
  ['report_answered_on', '2026-02-28', BROKEN],
  ['report_answered_on', '2026-03-01', null],
  ['recommendation_answered_on', '2026-02-28', BROKEN],
  ['recommendation_answered_on', '2026-03-01', null],
])(
  'no complaint is answered before it is received, also where nobody tells when that was asked: %s %s',
  async (column, on, answered) => {
    const complaint = `insert into representation.complaint (folio, child_id, ombuds, against, received_on, ${column}, batch_id)
    values ('1', '${randomUUID()}', 'CNDH', 'INM', '2026-03-01', '${on}', '${randomUUID()}')`

    expect(await answer(complaint)).toBe(answered)
  },
)

test.each([
  ['24 hours', null],
  ['24 hours 1 second', BROKEN],
])('what is opened is open for a day at most: %s', async (life, answered) => {
  const opening = `insert into openings.opening (id, by, subject, role, child_id, reason, is_outside, request_id, at, until)
    values ('${randomUUID()}', 'EMERGENCY', 'somebody', 'dif-officer', '${randomUUID()}', 'A reason in writing', false, 'r', now(), now() + interval '${life}')`

  expect(await answer(opening)).toBe(answered)
})
