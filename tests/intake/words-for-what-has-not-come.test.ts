/** Where a day is asked for, offices write that it has not come: a child who is still there stays, and no list is refused for it. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aDetection, aStay } from '../support/builders/inm.ts'
import { aCase } from '../support/builders/ppnna.ts'
import { hoursAgo, localDay, written } from '../support/clock.ts'
import { type Desk, openDesk } from './desk.ts'

let desk: Desk
beforeAll(async () => {
  desk = await openDesk()
})
afterAll(() => desk.close())

const sent = async (differences = {}) => {
  const child = aDetection(differences)
  expect((await desk.send('children/detections', [child])).outcome).toBe('TAKEN')
  await desk.tell()
  return child
}

test.each([
  ['CONTINÚA', 'No aplica'],
  ['A LA FECHA', '—'],
  ['PERMANECE EN EL CAS', 'PERMANECE'],
  ['0000-00-00 00:00:00', ''],
])('given a list of a centre with the exit %s, then the child is there', async (EGRESO, exit) => {
  const { ACTA } = await sent()

  const { outcome } = await desk.send('placements/stays', [aStay(ACTA, { EGRESO, 'TIPO DE EGRESO': exit })])

  expect(outcome).toBe('TAKEN')
  expect(await staysOf(ACTA)).toEqual([{ left_at: null, exit_type: null }])
})

test('given an exit that was told, and a later list in which the child goes on, then it is taken back and its sender told', async () => {
  const { ACTA } = await sent()
  const stay = aStay(ACTA, { 'TIPO DE LUGAR': 'CAS estatal', 'NOMBRE DEL LUGAR': 'Casa Uno' })
  await desk.send('placements/stays', [{ ...stay, EGRESO: written(hoursAgo(2)), 'TIPO DE EGRESO': 'No localización' }])

  const { notices } = await desk.send('placements/stays', [
    { ...stay, EGRESO: 'CONTINÚA', 'TIPO DE EGRESO': 'NO APLICA' },
  ])

  expect(await staysOf(ACTA)).toEqual([{ left_at: null, exit_type: null }])
  expect(notices).toContainEqual(expect.stringMatching(/egreso/i))
})

test('given a find of which the notice to the Procuraduría is pending, then none is known', async () => {
  const { ACTA } = await sent({ 'AVISO A PPNNA': 'PENDIENTE', 'AVISO A DIF': 'NO', 'AVISO A COMAR': 'S/I' })

  expect(
    await desk.database.query(
      `select ppnna_notified_at, dif_notified_at, comar_notified_at from children.detection where acta = $1`,
      [ACTA],
    ),
  ).toEqual([{ ppnna_notified_at: null, dif_notified_at: null, comar_notified_at: null }])
})

test('given a file of the Procuraduría that is in course, then it has no closing', async () => {
  const { ACTA } = await sent()
  const row = aCase(ACTA, { 'FECHA DE CIERRE': 'VIGENTE', 'MOTIVO DE CIERRE': 'N/A' })
  const of = { source: 'PPNNA', state: '07', cutoff: localDay(new Date()) } as const

  expect((await desk.send('representation/protection-cases', [row], of)).outcome).toBe('TAKEN')
  expect(
    await desk.database.query('select closed_at, closing_reason from representation.protection_case where folio = $1', [
      row.FOLIO,
    ]),
  ).toEqual([{ closed_at: null, closing_reason: null }])
})

test.each(['Continúa en ruta', 'No ha regresado', 'Pendiente de localizar'])(
  'a child who is gone is not taken for one who stays: %s is asked about',
  async (gone) => {
    const { ACTA } = await sent()

    const { outcome, firstRejects } = await desk.send('placements/stays', [
      aStay(ACTA, { EGRESO: written(hoursAgo(2)), 'TIPO DE EGRESO': gone }),
      aStay(ACTA, { EGRESO: gone }),
    ])

    expect(outcome).toBe('REFUSED')
    expect(firstRejects).toMatchObject([
      { line: 2, column: 'TIPO DE EGRESO', value: gone },
      { line: 3, column: 'EGRESO', value: gone },
    ])
    expect(await staysOf(ACTA)).toEqual([])
  },
)

test('a child who is held nobody knows where is held, and not left waiting for the name', async () => {
  const { ACTA } = await sent()

  const { counts } = await desk.send('placements/stays', [aStay(ACTA, { 'NOMBRE DEL LUGAR': 'DESCONOCIDO' })])

  expect(counts).toMatchObject({ recorded: 1, unmatched: 0 })
})

test('a word that tells that it has come, and not when, is asked about', async () => {
  const { ACTA } = await sent()

  const { outcome, firstRejects } = await desk.send('placements/stays', [aStay(ACTA, { EGRESO: 'SÍ' })])

  expect(outcome).toBe('REFUSED')
  expect(firstRejects).toMatchObject([{ line: 2, column: 'EGRESO', value: 'SÍ' }])
})

const staysOf = (acta: string) =>
  desk.database.query(
    `select s.left_at, s.exit_type from placements.stay s join placements.identifier_ref i using (child_id) where i.value = $1`,
    [acta],
  )
