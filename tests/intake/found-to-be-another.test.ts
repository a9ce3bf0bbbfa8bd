/** Who was taken for another: whose find says so, who is told of it, and what stays apart. */

import { openPool } from '@vigia/db/open'
import { urlOfRole } from '@vigia/db/roles'
import { besidesReportOf } from '@vigia/kit/intake/command/report'
import { putWithWhomTheyAre } from '@vigia/kit/intake/known/found-to-be-another'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { STAYS } from '../../services/placements/src/actions/found-to-be-another.ts'
import { aDetection, aStay } from '../support/builders/inm.ts'
import { nextNumber, type Row } from '../support/builders/row.ts'
import { daysAgo, hoursAgo, written } from '../support/clock.ts'
import { type Desk, openDesk } from './desk.ts'

let desk: Desk
beforeAll(async () => {
  desk = await openDesk()
})
afterAll(() => desk.close())

const aNue = () => `N${nextNumber() + 700_000_000}`
const send = (rows: readonly Row[], source = 'SNDIF') => desk.send('children/detections', rows, { source })
const onDay = (days: number, more: Row = {}) => aDetection({ 'FECHA Y HORA': written(daysAgo(days)), ...more })

/** Of whom each find is, and for whom that one was taken, by the acta of a find that tells their ids apart. */
const takenFor = (...rows: Row[]) =>
  desk.database.query<{ acta: string; child_before: string | null }>(
    'select acta, child_before from children.detection where acta = any ($1) and child_before is not null order by acta',
    [rows.map(({ ACTA }) => ACTA)],
  )

const NOTICE =
  'Se había recibido como otra niña, niño o adolescente, y por su NUE o su CURP es alguien que ya estaba: 1 (renglón 2).'

test('whoever sends the find again is told; of a file of INM it is for whoever runs the registry', async () => {
  for (const source of ['SNDIF', 'INM']) {
    const [NUE, other] = [aNue(), onDay(9)]
    await send([{ ...onDay(40), NUE }], source)
    const { batchId } = await send([other], source)
    await desk.takeBack('children', batchId)

    const taken = await send([{ ...other, NUE }], source)

    const told = source === 'INM' ? besidesReportOf(taken) : taken.notices
    expect(told).toContainEqual(expect.stringContaining(NOTICE))
    expect(source === 'INM' && taken.notices.some((notice) => notice.includes(NOTICE))).toBe(false)
    expect(await takenFor(other)).toHaveLength(1)
  }
})

const APART =
  'Se había recibido como hallazgo de otra niña, niño o adolescente, que sigue en el registro por otro hallazgo: 1 (renglón 2).'

test('of a find that comes again as of somebody else than who remains, it is told that what was joined by it stays behind', async () => {
  for (const source of ['SNDIF', 'INM']) {
    const [NUE, other] = [aNue(), onDay(9)]
    await send([{ ...onDay(40), NUE }], source)
    const { batchId } = await send([{ ...other, NUE }], source)
    await desk.takeBack('children', batchId)
    const again = await send([{ ...other, NUE, EDAD: '13' }], source)
    await desk.takeBack('children', again.batchId)

    const taken = await send([{ ...other, NUE: aNue() }], source)

    const toldOf = (batch: typeof taken) => (source === 'INM' ? besidesReportOf(batch) : batch.notices)
    expect(toldOf(again)).not.toContainEqual(expect.stringContaining(APART))
    expect(toldOf(taken)).toContainEqual(expect.stringContaining(APART))
    expect(source === 'INM' && taken.notices.some((notice) => notice.includes(APART))).toBe(false)
  }
})

test('of somebody found twice the find that comes again last says so, since the others might be of somebody else', async () => {
  const [NUE, shared] = [aNue(), aNue()]
  const [one, two] = [onDay(20, { NUE: shared }), onDay(10, { NUE: shared })]
  await send([{ ...onDay(60), NUE }])
  const { batchId } = await send([one, two])
  await desk.takeBack('children', batchId)

  await send([{ ...one, NUE }])
  expect(await takenFor(one, two)).toEqual([])

  await send([{ ...two, NUE }])
  expect(await takenFor(one, two)).toMatchObject([{ acta: two.ACTA }])
})

test('where the other find comes again as of itself, its child is who it was', async () => {
  const [NUE, shared] = [aNue(), aNue()]
  const [one, two] = [onDay(20, { NUE: shared }), onDay(10, { NUE: shared })]
  await send([{ ...onDay(60), NUE }])
  const { batchId } = await send([one, two])
  const before = await desk.database.query('select child_id from children.detection where acta = $1', [two.ACTA])
  await desk.takeBack('children', batchId)

  await send([
    { ...one, NUE },
    { ...two, NUE: '' },
  ])

  expect(await desk.database.query('select child_id from children.detection where acta = $1', [two.ACTA])).toEqual(
    before,
  )
  expect(await takenFor(one, two)).toEqual([])
})

test('whose find comes again as of nobody else, once it had been taken for another’s, is who she was', async () => {
  const [NUE, two] = [aNue(), onDay(9)]
  await send([{ ...onDay(40), NUE }])
  const first = await send([two])
  const childOf = () => desk.database.query('select child_id from children.detection where acta = $1', [two.ACTA])
  const before = await childOf()
  await desk.takeBack('children', first.batchId)
  const joined = await send([{ ...two, NUE }])
  expect(await childOf()).not.toEqual(before)
  await desk.takeBack('children', joined.batchId)

  await send([{ ...two, EDAD: '13' }])

  expect(await childOf()).toEqual(before)
  expect(await takenFor(two)).toEqual([])
})

test('a stay beside which that child was in a place stays apart, and no other is kept back by it', async () => {
  const [NUE, first, other] = [aNue(), onDay(60), onDay(9)]
  await send([{ ...first, NUE }])
  const { batchId } = await send([other])
  await desk.tell()
  const ended = {
    INGRESO: written(daysAgo(8)),
    EGRESO: written(daysAgo(7)),
    'TIPO DE EGRESO': 'Canalización institucional',
  }
  await desk.send('placements/stays', [aStay(first.ACTA, { INGRESO: written(hoursAgo(30)) })])
  await desk.send('placements/stays', [aStay(other.ACTA, { INGRESO: written(hoursAgo(20)) }), aStay(other.ACTA, ended)])
  await desk.takeBack('children', batchId)
  await send([{ ...other, NUE }])
  await desk.hear()

  const pool = openPool(urlOfRole(desk.database.url, 'vigia_placements'), 1)
  const moved = [
    await putWithWhomTheyAre(pool, 'placements', STAYS),
    await putWithWhomTheyAre(pool, 'placements', STAYS),
  ]
  await pool.end()

  expect(moved).toEqual([1, 0])
  expect(
    await desk.database.query(
      `select t.left_at is null as "isOpen" from placements.stay t join children.detection d using (child_id) where d.acta = $1 order by t.entered_at`,
      [other.ACTA],
    ),
  ).toEqual([{ isOpen: false }, { isOpen: true }])
})

test('while a file is taken in nobody waits for it: they go in a later round', async () => {
  const [NUE, other] = [aNue(), onDay(9)]
  await send([{ ...onDay(60), NUE }])
  const { batchId } = await send([other])
  await desk.tell()
  await desk.send('placements/stays', [aStay(other.ACTA)])
  await desk.takeBack('children', batchId)
  await send([{ ...other, NUE }])
  await desk.hear()
  const pool = openPool(urlOfRole(desk.database.url, 'vigia_placements'), 2)
  const intake = await pool.connect()
  await intake.query("begin; select pg_advisory_xact_lock(hashtext('vigia.intake.placements'))")

  const meanwhile = await putWithWhomTheyAre(pool, 'placements', STAYS)
  await intake.query('commit')
  intake.release()
  const later = await putWithWhomTheyAre(pool, 'placements', STAYS)
  await pool.end()

  expect([meanwhile, later]).toEqual([0, 1])
})
