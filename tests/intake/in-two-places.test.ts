/** A child is in one place at a time: which of two rows is refused, whatever their order in the file. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aDetection, aStay } from '../support/builders/inm.ts'
import { type Desk, openDesk } from './desk.ts'

let desk: Desk
beforeAll(async () => {
  desk = await openDesk()
})
afterAll(() => desk.close())

const A = { 'NOMBRE DEL LUGAR': 'Centro A', 'TIPO DE LUGAR': 'CAS estatal' }
const B = { 'NOMBRE DEL LUGAR': 'Centro B', 'TIPO DE LUGAR': 'CAS estatal' }
const C = { 'NOMBRE DEL LUGAR': 'Centro C', 'TIPO DE LUGAR': 'CAS estatal' }

const at = (INGRESO: string, EGRESO = '') => ({ INGRESO, EGRESO })

async function aChild(): Promise<string> {
  const { ACTA } = aDetection()
  await desk.send('children/detections', [
    aDetection({ ACTA, 'FECHA Y HORA': '2026-09-01 10:00', 'AVISO A PPNNA': '' }),
  ])
  await desk.tell()
  return ACTA
}

const staysOf = (acta: string) =>
  desk.database.query(
    `select f.name, to_char(t.entered_at at time zone 'America/Mexico_City', 'DD HH24:MI') as entered,
       to_char(t.left_at at time zone 'America/Mexico_City', 'DD HH24:MI') as "left"
     from placements.stay t join placements.facility f on f.id = t.facility_id
     join placements.identifier_ref i on i.child_id = t.child_id and i.type = 'ACTA'
     where i.value = $1 order by t.entered_at`,
    [acta],
  )

test('given a stay that goes on and is told again below one elsewhere, then the one elsewhere is refused', async () => {
  const acta = await aChild()
  await desk.send('placements/stays', [aStay(acta, { ...A, ...at('2026-09-02 10:00') })])

  const { outcome, firstRejects } = await desk.send('placements/stays', [
    aStay(acta, { ...B, ...at('2026-09-10 10:00') }),
    aStay(acta, { ...A, ...at('2026-09-02 10:00') }),
  ])

  expect(outcome).toBe('REFUSED')
  expect(firstRejects).toMatchObject([
    { line: 2, column: 'INGRESO', reason: expect.stringMatching(/^CONFLICTO: .* ya estaba en otro lugar a esa hora/) },
  ])
})

test('given that its exit is told below the next entry, then both go in', async () => {
  const acta = await aChild()
  await desk.send('placements/stays', [aStay(acta, { ...A, ...at('2026-09-02 10:00') })])

  const { outcome } = await desk.send('placements/stays', [
    aStay(acta, { ...B, ...at('2026-09-10 10:00') }),
    aStay(acta, { ...A, ...at('2026-09-02 10:00', '2026-09-10 09:00') }),
  ])

  expect(outcome).toBe('TAKEN')
  expect(await staysOf(acta)).toEqual([
    { name: 'Centro A', entered: '02 10:00', left: '10 09:00' },
    { name: 'Centro B', entered: '10 10:00', left: null },
  ])
})

test('given that a row is refused which would have moved its stay out of the way, then the one that it leaves no room is too', async () => {
  const acta = await aChild()
  await desk.send('placements/stays', [
    aStay(acta, { ...A, ...at('2026-09-02 10:00', '2026-09-05 10:00') }),
    aStay(acta, { ...B, ...at('2026-09-06 10:00', '2026-09-20 10:00') }),
  ])

  const { counts, firstRejects } = await desk.send(
    'placements/stays',
    [
      // Its exit would be after the entry of the other, which would end before C begins.
      aStay(acta, { ...A, ...at('2026-09-02 10:00', '2026-09-07 10:00') }),
      aStay(acta, { ...B, ...at('2026-09-06 10:00', '2026-09-12 10:00') }),
      aStay(acta, { ...C, ...at('2026-09-15 10:00') }),
    ],
    { acceptGood: true },
  )

  expect(firstRejects.map(({ line }) => line)).toEqual([2, 3, 4])
  expect(counts).toMatchObject({ rows: 3, refused: 3 })
  expect(await staysOf(acta)).toEqual([
    { name: 'Centro A', entered: '02 10:00', left: '05 10:00' },
    { name: 'Centro B', entered: '06 10:00', left: '20 10:00' },
  ])
})
