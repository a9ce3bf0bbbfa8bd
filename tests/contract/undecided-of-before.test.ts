/**
 * Rows of determinations that said themselves that nothing was decided counted in a registry of before. Brought up to date, each is what its
 * files come to today: the word by which it was decided, where a file that counts has one, and else nothing.
 */
import { UNDECIDED_STATUSES } from '@vigia/law/determinations'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Desk, openDesk } from '../intake/desk.ts'
import { aDetection } from '../support/builders/inm.ts'
import { aCase, aDetermination } from '../support/builders/ppnna.ts'
import type { Row } from '../support/builders/row.ts'
import { daysAgo, localDay, writtenDay } from '../support/clock.ts'
import { read } from '../support/source-files.ts'

const MIGRATION = read('prisma/migrations/20261214020000_determinations_that_were_not_decided/migration.sql')
const STATUS = 'ESTADO DE LA BID'
const NUMBER = 'NÚMERO'
/** Words that the intake takes today, sent in the place of those that it took then. */
const IN_THE_PLACE_OF = { REVIEWED: 'STARTED', CHALLENGED: 'SUSPENDED' }
const STARTED = 'Revisada'
const SUSPENDED = 'Impugnada'

let desk: Desk
const known = aDetection()
const opened = aCase(known.ACTA)
const decided = (differences: Row = {}) => aDetermination(opened.FOLIO, { [STATUS]: 'Decidida', ...differences })

const NEVER_DECIDED = decided({
  [STATUS]: STARTED,
  'FOLIO DEL PLAN': 'PLAN-07-1',
  'FECHA DEL PLAN': writtenDay(daysAgo(10)),
})
const DECIDED_BEFORE = decided()
const DECIDED_SINCE = decided({ [STATUS]: STARTED })
const LEFT_BLANK_SINCE = decided({ [STATUS]: STARTED })
const SAID_AGAIN_BLANK = decided({ [STATUS]: SUSPENDED })
const SAID_AGAIN = decided({ [STATUS]: SUSPENDED })
const OF_A_FILE_TAKEN_BACK = decided()
const WAITING = aDetermination('PPNNA-07-2026-999999', { [STATUS]: STARTED })

const batches: Record<string, string | null> = {}

beforeAll(async () => {
  desk = await openDesk()
  await desk.send('children/detections', [known])
  await desk.tell()
  await desk.send('representation/protection-cases', [opened], { source: 'PPNNA', state: '07' })
  const send = async (name: string, ago: number, rows: readonly Row[]) => {
    const cutoff = localDay(daysAgo(ago))
    const taken = await desk.send('representation/determinations', rows, { source: 'PPNNA', state: '07', cutoff })
    expect(taken.firstRejects).toEqual([])
    batches[name] = taken.batchId
  }
  const blank = (row: Row, differences: Row = {}): Row => ({ ...row, [STATUS]: '', ...differences })
  const OTHERWISE = { RESULTADO: 'Permanencia en México' }

  await send('withdrawn', 9, [OF_A_FILE_TAKEN_BACK])
  await send('first', 8, [
    ...[NEVER_DECIDED, DECIDED_BEFORE, DECIDED_SINCE, LEFT_BLANK_SINCE, SAID_AGAIN_BLANK, SAID_AGAIN, WAITING],
  ])
  await send('second', 5, [
    { ...DECIDED_BEFORE, [STATUS]: SUSPENDED },
    { ...OF_A_FILE_TAKEN_BACK, [STATUS]: SUSPENDED },
    { ...DECIDED_SINCE, [STATUS]: 'Decidida' },
    blank(LEFT_BLANK_SINCE, OTHERWISE),
    blank(SAID_AGAIN_BLANK),
    SAID_AGAIN,
  ])
  await desk.takeBack('representation', batches['withdrawn'] ?? null)
  await asBefore()
  await desk.database.query("delete from outbox.pending where source = 'representation'")
  await desk.database.query(MIGRATION)
})
afterAll(() => desk.close())

/** What the intake of before had written, of which no trigger tells. */
async function asBefore(): Promise<void> {
  for (const [today, then] of Object.entries(IN_THE_PLACE_OF))
    await desk.database.query(
      `set session_replication_role = replica;
       update representation.determination set status = '${then}' where status = '${today}';
       update representation.former_version set former = former || '{"status": "${then}"}' where former ->> 'status' = '${today}';
       update representation.unmatched_row set raw = raw || '{"status": "${then}"}' where raw ->> 'status' = '${today}';
       set session_replication_role = default`,
    )
}

const standing = () =>
  desk.database.query<{ number: string; status: string | null; outcome: string; file: string }>(
    `select number, status, outcome, batch_id as file from representation.determination order by number`,
  )

const asToldBy = (file: string, row: Row, status: string | null, outcome = 'RETURN_PERMITTED') => ({
  number: row[NUMBER],
  status,
  outcome,
  file: batches[file],
})

test('each is what its files come to today', async () => {
  expect(await standing()).toEqual([
    asToldBy('first', DECIDED_BEFORE, 'DECIDED'),
    asToldBy('second', DECIDED_SINCE, 'DECIDED'),
    asToldBy('second', LEFT_BLANK_SINCE, null, 'STAY_IN_MEXICO'),
    asToldBy('second', SAID_AGAIN_BLANK, null),
  ])
})

test('what it said is kept, the other services are told, and its plan, which says nothing of that, stands', async () => {
  const kept = await desk.database.query<{ number: string }>(
    `select distinct former ->> 'number' as number from representation.former_version
     where entity = 'determination' and former ->> 'status' = any ($1) order by 1`,
    [UNDECIDED_STATUSES],
  )
  const told = await desk.database.query<{ type: string; n: number }>(
    `select type, count(*)::int as n from outbox.pending where source = 'representation' group by 1 order by 1`,
  )
  const plans = await desk.database.query('select folio from representation.restitution_plan')

  expect(kept.map(({ number }) => number)).toEqual(
    [
      NEVER_DECIDED,
      DECIDED_BEFORE,
      DECIDED_SINCE,
      LEFT_BLANK_SINCE,
      SAID_AGAIN_BLANK,
      SAID_AGAIN,
      OF_A_FILE_TAKEN_BACK,
    ].map((row) => row[NUMBER]),
  )
  expect(told).toEqual([
    { type: 'determination.corrected', n: 3 },
    { type: 'determination.withdrawn', n: 3 },
  ])
  expect(plans).toEqual([{ folio: 'PLAN-07-1' }])
})

test('the audit says of each file how many', async () => {
  const entries = await desk.database.query(
    `select batch_id as file, records from audit.entry where act = 'WITHDRAW' and reason like 'Determinaciones%' order by id`,
  )

  expect(entries).toEqual([
    { file: batches['first'], records: 3 },
    { file: batches['second'], records: 3 },
  ])
})

describe('afterwards', () => {
  test('a row that has waited for its file since then waits on, and says why', async () => {
    await desk.send('representation/protection-cases', [{ ...aCase(known.ACTA), FOLIO: 'PPNNA-07-2026-999999' }], {
      ...{ source: 'PPNNA', state: '07' },
    })
    await desk.tell()

    expect(
      await desk.database.query('select line, reason from representation.unmatched_row where matched_at is null'),
    ).toEqual([{ line: 8, reason: expect.stringContaining('lo que no se ha decidido no es una determinación') }])
  })

  test('a file that decided it taken back, it is none again, and not what was never decided', async () => {
    await desk.takeBack('representation', batches['second'] ?? null)

    expect(await standing()).toEqual([asToldBy('first', DECIDED_BEFORE, 'DECIDED')])
  })

  test('sent again as decided, it is a determination', async () => {
    await desk.send('representation/determinations', [{ ...NEVER_DECIDED, [STATUS]: 'Decidida' }], {
      ...{ source: 'PPNNA', state: '07', cutoff: localDay(daysAgo(2)) },
    })

    expect((await standing())[0]).toMatchObject({ number: NEVER_DECIDED[NUMBER], status: 'DECIDED' })
  })
})
