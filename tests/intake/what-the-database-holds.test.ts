/** What must never be false between rows, whoever writes them: held where a transaction ends, so that what moves together may move. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { answerTo } from '../support/answer-to.ts'
import { type ScratchDatabase, scratchDatabase } from '../support/scratch-database.ts'

const [BROKEN, UNKNOWN] = ['23514', '23503']

let database: ScratchDatabase
beforeAll(async () => {
  database = await scratchDatabase()
})
afterAll(() => database.drop())

/** What becomes of statements in one transaction: null where it is kept, or the code of the refusal. */
const kept = (...statements: string[]) => answerTo(database.url, 'begin', ...statements, 'commit')

const BATCH = randomUUID()
/** The evening of the 5th in Mexico City, the 6th by another clock. */
const EVENING = '2026-03-06T02:00:00Z'
const [A_DAY_LATER, A_DAY_SOONER] = ['2026-03-07T02:00:00Z', '2026-03-05T02:00:00Z']

let child: string
const aChild = (id: string) =>
  `insert into children.child (id, folio, sex, state, first_detected_at, nationality, age_group, accompaniment, batch_id)
   values ('${id}', '${id}', 'FEMALE', '07', '${EVENING}', 'HND', 'FROM_0_TO_11', 'SEPARATED', '${BATCH}')`
const found = (of: string, id = randomUUID(), at = EVENING) =>
  `insert into children.detection (id, child_id, acta, detected_at, state, authority, detection_type, nationality, age_group, accompaniment, batch_id)
   values ('${id}', '${of}', '${id}', '${at}', '07', 'INM_AFM', 'RESCUE', 'HND', 'FROM_0_TO_11', 'SEPARATED', '${BATCH}')`
beforeEach(() => {
  child = randomUUID()
})

describe('a plan', () => {
  const file = (id: string) =>
    `insert into representation.protection_case (id, folio, child_id, state, opened_at, status, batch_id)
     values ('${id}', '${id}', '${child}', '07', '${EVENING}', 'OPEN', '${BATCH}')`
  const plan = (of: string, on: string) =>
    `insert into representation.restitution_plan (folio, case_id, child_id, issued_on, batch_id)
     values ('${of}', '${of}', '${child}', '${on}', '${BATCH}')`
  const opened = (of: string, at: string) =>
    `update representation.protection_case set opened_at = '${at}' where id = '${of}'`
  const issued = (of: string, on: string) =>
    `update representation.restitution_plan set issued_on = '${on}' where case_id = '${of}'`

  test('is not issued before the Mexican day on which its case is opened, however either is told', async () => {
    const id = randomUUID()
    expect(await kept(file(id), plan(id, '2026-03-04'))).toBe(BROKEN)
    expect(await kept(file(id), plan(id, '2026-03-05'))).toBe(null)
    expect(await kept(opened(id, A_DAY_LATER))).toBe(BROKEN)
    expect(await kept(issued(id, '2026-03-04'))).toBe(BROKEN)
    expect(await kept(opened(id, A_DAY_SOONER))).toBe(null)
  })

  test('moves with its case, in whichever order', async () => {
    const id = randomUUID()
    expect(await kept(file(id), plan(id, '2026-03-05'))).toBe(null)
    expect(await kept(opened(id, A_DAY_LATER), issued(id, '2026-03-06'))).toBe(null)
    expect(await kept(issued(id, '2026-03-04'), opened(id, A_DAY_SOONER))).toBe(null)
  })
})

test('a child does not enter the country after the Mexican day on which it was found in it, however either is told', async () => {
  const [first, second] = [randomUUID(), randomUUID()]
  const entered = (of: string, on: string) =>
    `insert into children.detection_evidence (detection_id, child_id, entered_on, batch_id) values ('${of}', '${child}', '${on}', '${BATCH}')`
  const movedTo = (at: string) => `update children.detection set detected_at = '${at}' where id = '${first}'`
  const said = (on: string) =>
    `update children.detection_evidence set entered_on = '${on}' where detection_id = '${first}'`
  await kept(aChild(child), found(child, first), found(child, second))

  expect(await kept(entered(second, '2026-03-06'))).toBe(BROKEN)
  expect(await kept(entered(first, '2026-03-05'))).toBe(null)
  expect(await kept(movedTo(A_DAY_SOONER))).toBe(BROKEN)
  expect(await kept(said('2026-03-06'))).toBe(BROKEN)
  expect(await kept(said('2026-03-06'), movedTo(A_DAY_LATER))).toBe(null)
})

describe('what is of a child', () => {
  const many = (of: string) =>
    `insert into children.detection (child_id, acta, detected_at, state, authority, detection_type, nationality, age_group, accompaniment, batch_id)
     select coalesce(d.child_id, '${of}'), gen_random_uuid()::text, '${EVENING}', '07', 'INM_AFM', 'RESCUE', 'HND', 'FROM_0_TO_11', 'SEPARATED', '${BATCH}'
     from (values ('${of}'::uuid)) v (child_id), lateral (select case when n < 149 then '${child}'::uuid end as child_id from generate_series(1, 149) n) d`

  test('is of one who is there: alone, and among many', async () => {
    const nobody = randomUUID()
    expect(await kept(aChild(child), found(nobody))).toBe(UNKNOWN)
    expect(await kept(aChild(child), many(nobody))).toBe(UNKNOWN)
    expect(await kept(aChild(child), many(child))).toBe(null)
  })

  test('goes with the child', async () => {
    await kept(aChild(child), found(child), found(child))
    expect(await kept(`delete from children.child where id = '${child}'`)).toBe(null)

    expect(await database.query('select id from children.detection where child_id = $1', [child])).toEqual([])
  })
})
