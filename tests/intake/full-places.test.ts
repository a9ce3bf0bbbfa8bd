/** Row 39 of security.md section 10: a child handed over to a full place is a conflict, until the sender confirms that it is so. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aDetection, aStay } from '../support/builders/inm.ts'
import { nextNumber, type Row } from '../support/builders/row.ts'
import { daysAgo, hoursAgo, localDay, written } from '../support/clock.ts'
import { type Desk, openDesk } from './desk.ts'

let desk: Desk
beforeAll(async () => {
  desk = await openDesk()
})
afterAll(() => desk.close())

const BY_DIF = { source: 'SNDIF' }

/** A centre with so many places, as DIF listed it so many days ago. */
async function aCentre(capacity: number, listedDaysAgo = 20): Promise<string> {
  const key = `CAS-07-${String(nextNumber()).padStart(3, '0')}`
  await list(key, capacity, listedDaysAgo)
  return key
}

async function list(key: string, capacity: number, listedDaysAgo: number): Promise<void> {
  const place = {
    CLAVE: key,
    NOMBRE: `Casa ${key}`,
    TIPO: 'CAS estatal',
    ENTIDAD: 'Chiapas',
    CAPACIDAD: String(capacity),
  }
  const cutoff = localDay(daysAgo(listedDaysAgo))
  expect((await desk.send('placements/facilities', [place], { ...BY_DIF, cutoff })).outcome).toBe('TAKEN')
}

const inPlace = (key: string): Row => ({
  ...{ 'CLAVE DEL LUGAR': key, 'NOMBRE DEL LUGAR': '', 'TIPO DE LUGAR': 'CAS estatal' },
})

/** The stays of so many children who are there. */
async function staysIn(key: string, children: number, differences: Row = {}): Promise<Row[]> {
  const found = Array.from({ length: children }, () => aDetection())
  await desk.send('children/detections', found)
  await desk.tell()
  return found.map(({ ACTA }) => aStay(ACTA, { ...inPlace(key), ...differences }))
}

const there = async (key: string) => {
  const [row] = await desk.database.query<{ n: number }>(
    `select count(*)::int as n from placements.stay t join placements.facility f on f.id = t.facility_id
     where f.key = $1 and t.left_at is null`,
    [key],
  )
  return row?.n
}

const FULL = /^CONFLICTO: el lugar está lleno: serían 3 niñas, niños o adolescentes en 2 plazas .* --confirm\.$/

test('row 39: the file that fills a place beyond its places is refused, and says by which line', async () => {
  const key = await aCentre(2)
  const stays = await staysIn(key, 3)
  expect((await desk.send('placements/stays', stays.slice(0, 2), BY_DIF)).outcome).toBe('TAKEN')

  const taken = await desk.send('placements/stays', stays, BY_DIF)

  expect(taken).toMatchObject({ outcome: 'REFUSED', batchId: null, counts: { rows: 3, unchanged: 2, refused: 1 } })
  expect(taken.firstRejects).toEqual([
    { line: 4, column: 'NOMBRE DEL LUGAR', value: `Casa ${key} (${key})`, reason: expect.stringMatching(FULL) },
  ])
  expect(await there(key)).toBe(2)
})

test('row 39: the good rows go in where they are asked for; whoever entered first has the place', async () => {
  const key = await aCentre(2)
  const stays = await staysIn(key, 3)
  const last = { ...stays[0], INGRESO: written(hoursAgo(1)) }

  const taken = await desk.send('placements/stays', [last, ...stays.slice(1)], { ...BY_DIF, acceptGood: true })

  expect(taken).toMatchObject({ outcome: 'TAKEN', counts: { recorded: 2, refused: 1 } })
  expect(taken.firstRejects).toMatchObject([{ line: 2, reason: expect.stringMatching(FULL) }])
  expect(await there(key)).toBe(2)
})

test('row 39: said twice in one file, with more the second time, it is a hand-over all the same', async () => {
  const key = await aCentre(1)
  const [first = {}, second = {}] = await staysIn(key, 2)
  await desk.send('placements/stays', [first], BY_DIF)
  const twice = [second, { ...second, 'EXPEDIENTE DIF': `DIF-07/${key}` }]

  const refused = await desk.send('placements/stays', twice, BY_DIF)
  expect(refused).toMatchObject({ outcome: 'REFUSED', counts: { rows: 2, refused: 1, recorded: 0, corrected: 1 } })
  expect(refused.firstRejects).toMatchObject([{ line: 3, reason: expect.stringContaining('CONFLICTO') }])

  const good = await desk.send('placements/stays', twice, { ...BY_DIF, acceptGood: true })
  expect(good).toMatchObject({ outcome: 'REFUSED', counts: { rows: 2, refused: 2 } })
  expect(await there(key)).toBe(1)
})

test('row 39: confirmed, the crowded place is seen, and the batch says who stood by it', async () => {
  const key = await aCentre(2)
  const stays = await staysIn(key, 3)

  const { outcome, batchId, notices } = await desk.send('placements/stays', stays, { ...BY_DIF, isConfirmed: true })

  expect(outcome).toBe('TAKEN')
  expect(notices).toContainEqual(expect.stringContaining('3 en 2 plazas, renglones 2, 3, 4'))
  expect(await there(key)).toBe(3)
  expect(await desk.database.query('select is_confirmed from placements.batch where id = $1', [batchId])).toEqual([
    { is_confirmed: true },
  ])
})

test('a later row of the file that tells of an exit makes room', async () => {
  const key = await aCentre(1)
  const [first = {}, second = {}] = await staysIn(key, 2)
  await desk.send('placements/stays', [first], BY_DIF)

  const left = { ...first, EGRESO: written(hoursAgo(2)) }
  const taken = await desk.send('placements/stays', [{ ...second, INGRESO: written(hoursAgo(1)) }, left], BY_DIF)

  expect(taken).toMatchObject({ outcome: 'TAKEN', counts: { recorded: 1, corrected: 1 } })
})

test('what is over, or began before any list told of the place, is history and no conflict', async () => {
  const key = await aCentre(1, 5)
  const before = await staysIn(key, 3, { INGRESO: written(daysAgo(9)) })
  const over = await staysIn(key, 3, { INGRESO: written(daysAgo(3)), EGRESO: written(daysAgo(2)) })

  const taken = await desk.send('placements/stays', [...before, ...over], BY_DIF)

  expect(taken).toMatchObject({ outcome: 'TAKEN', counts: { recorded: 6 } })
  expect(taken.notices).toContainEqual(expect.stringContaining('3 en 1 plaza,'))
})

test('a stay is judged by the places of its own day, whatever was listed since', async () => {
  const key = await aCentre(2, 20)
  await list(key, 1, 5)
  const [early = {}, earlyToo = {}, late = {}] = await staysIn(key, 3)
  const tenDaysAgo = { INGRESO: written(daysAgo(10)) }

  const then = await desk.send(
    'placements/stays',
    [
      { ...early, ...tenDaysAgo },
      { ...earlyToo, ...tenDaysAgo },
    ],
    BY_DIF,
  )
  const now = await desk.send('placements/stays', [late], BY_DIF)

  expect(then.outcome).toBe('TAKEN')
  expect(now.firstRejects).toMatchObject([{ line: 2, reason: expect.stringContaining('serían 3') }])
})

test('a row that waited for its child waits on while the place is full, and goes in once there is room', async () => {
  const key = await aCentre(1)
  const [first = {}] = await staysIn(key, 1)
  await desk.send('placements/stays', [first], BY_DIF)
  const unknown = aDetection()
  const waiting = aStay(unknown.ACTA, { ...inPlace(key), INGRESO: written(hoursAgo(1)) })
  const { batchId } = await desk.send('placements/stays', [waiting], BY_DIF)
  const kept = () =>
    desk.database.query('select reason from placements.unmatched_row where batch_id = $1 and matched_at is null', [
      batchId,
    ])

  await desk.send('children/detections', [unknown])
  await desk.tell()
  expect(await kept()).toEqual([{ reason: expect.stringContaining('CONFLICTO: el lugar está lleno') }])
  expect(await there(key)).toBe(1)

  await desk.send('placements/stays', [{ ...first, EGRESO: written(hoursAgo(2)) }], BY_DIF)
  await desk.tell()
  expect(await kept()).toEqual([])
  expect(await there(key)).toBe(1)
})
