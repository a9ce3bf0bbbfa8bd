/** How many alerts are open is known with the change itself, whether it has been folded or not, and however many fold at once. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { countedOneByOne } from '../../../../tests/journeys/histories/judged-from-tables.ts'
import { found, hours, idOf, type Judged, openJudged, stay } from '../../../../tests/support/judged.ts'
import { foldAlertCounts } from './fold-alert-counts.ts'

let judged: Judged
beforeAll(async () => {
  judged = await openJudged()
})
afterAll(() => judged.close())
beforeEach(async () => {
  await judged.empty()
  await judged.aChild()
})

const counted = () => judged.database.query('select * from oversight.alert_counted order by state, kind, severity')
const countedOf = async (kind: string) => (await counted()).filter((cell) => cell['kind'] === kind)
const HELD = 'HELD_IN_PROHIBITED_PLACE'
const heldIn = (state: string, closed = 0) => ({
  ...{ state, kind: HELD, severity: 'CRITICAL', count: 1, closed_by_person: closed },
})
const station = (state: string) => ({ type: 'EM', state, lifecycle: 'ACKNOWLEDGED' })

test('what is opened, grows graver, moves to another state, is closed by a person and ends is counted at once, folded or not', async () => {
  const { told, judgedAt, database, pool } = judged
  const isCounted = async () => expect(await counted()).toEqual(await countedOneByOne(database))
  await told('placements', 'facility.corrected', idOf(90), station('07'))
  await told('placements', 'stay.recorded', idOf(2), stay())

  // Later more of them are late, and graver; now and then they are folded
  let folded = 0
  for (const hour of [1, 25, 37, 49, 73]) {
    await judgedAt(hours(hour))
    await isCounted()
    if (hour > 30) folded += await foldAlertCounts(pool)
    await isCounted()
  }
  expect(folded).toBeGreaterThan(0)
  expect(await countedOf(HELD)).toEqual([heldIn('07')])

  await told('placements', 'facility.corrected', idOf(90), station('27'))
  await judgedAt(hours(74))
  expect(await countedOf(HELD)).toEqual([heldIn('27')])

  await database.query('update oversight.alert set closed_at = $1 where kind = $2 and resolved_at is null', [
    hours(75),
    HELD,
  ])
  expect(await countedOf(HELD)).toEqual([heldIn('27', 1)])

  await told(
    'placements',
    'stay.corrected',
    idOf(2),
    stay({ left_at: hours(76), exit_type: 'TRANSFER_TO_CAS', facility_id: idOf(90) }),
  )
  await judgedAt(hours(77))
  expect(await countedOf(HELD)).toEqual([])
  await isCounted()
  expect(await foldAlertCounts(pool)).toBeGreaterThan(0)
  await isCounted()
  expect(await foldAlertCounts(pool)).toBe(0)
})

test('given several who fold while others are judged, no change is lost and none is counted twice', async () => {
  const { told, judgedAt, database, pool } = judged
  for (let child = 0; child < 30; child += 1) {
    const id = idOf(1_000 + child)
    await told(
      'children',
      'child.recorded',
      id,
      { ...found(), folio: `F${child + 2}`, first_detected_at: hours(0) },
      id,
    )
    await told('children', 'detection.recorded', idOf(2_000 + child), found(), id)
    await told('placements', 'stay.recorded', idOf(3_000 + child), stay(), id)
  }
  const judging = [1, 25, 37].reduce((before, hour) => before.then(() => judgedAt(hours(hour))), Promise.resolve())
  let isOver = false
  const end = judging.finally(() => (isOver = true))
  const folding = Array.from({ length: 3 }, async () => {
    while (!isOver) await foldAlertCounts(pool)
  })
  await Promise.all([end, ...folding])

  expect(await counted()).toEqual(await countedOneByOne(database))
  await foldAlertCounts(pool)
  expect(await counted()).toEqual(await countedOneByOne(database))
  expect((await counted()).reduce((sum, cell) => sum + Number(cell['count']), 0)).toBeGreaterThan(30)
})

test('given a change that is undone, and a table that is emptied, no figure tells of what is not there', async () => {
  const { judgedAt, database, pool } = judged
  await judgedAt(hours(30))
  const before = await counted()
  await pool.query('begin; update oversight.alert set resolved_at = now(); rollback')
  expect(await counted()).toEqual(before)

  await database.query('delete from oversight.alert_history; delete from oversight.alert where severity = $$AMBER$$')
  expect(await counted()).toEqual(await countedOneByOne(database))
  await database.query('truncate oversight.alert, oversight.alert_history')
  expect(before).not.toEqual([])
  expect(await counted()).toEqual([])
})
