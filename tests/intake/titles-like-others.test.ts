/** Titles as offices write them, with a small word more or less: the column is read, and never another in its place. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aDetection } from '../support/builders/inm.ts'
import { type Desk, openDesk } from './desk.ts'

let desk: Desk
beforeAll(async () => {
  desk = await openDesk()
})
afterAll(() => desk.close())

const TITLES: Record<string, string> = {
  ACTA: 'Núm. Acta',
  'FECHA Y HORA': 'Fecha y hora de la detección',
  NACIONALIDAD: 'País de la nacionalidad',
  'AVISO A PPNNA': 'Aviso a la Procuraduría',
}

test('given a list whose titles differ in small words, then each is read', async () => {
  const row = aDetection()
  const retitled = Object.fromEntries(Object.entries(row).map(([title, cell]) => [TITLES[title] ?? title, cell]))

  const { outcome, notices } = await desk.send('children/detections', [retitled])

  expect(outcome).toBe('TAKEN')
  expect(notices.filter((notice) => notice.startsWith('Columnas que no se leyeron'))).toEqual([])
  expect(
    await desk.database.query(
      'select nationality, ppnna_notified_at is not null as is_told from children.detection where acta = $1',
      [row.ACTA],
    ),
  ).toEqual([{ nationality: 'HND', is_told: true }])
})

test('given the title itself stands behind one that is like it, then it is the one that is read, and the other told', async () => {
  const row = aDetection()

  const { outcome, notices } = await desk.send('children/detections', [{ 'No. Acta': '17', ...row }])

  expect(outcome).toBe('TAKEN')
  expect(notices).toContainEqual('Columnas que no se leyeron: «No. Acta».')
  expect(await desk.database.query('select from children.detection where acta = $1', [row.ACTA])).toHaveLength(1)
})

test('a column that counts the rows is no number of anything', async () => {
  const row = aDetection()

  const { notices } = await desk.send('children/detections', [{ 'No.': '1', ...row }])

  expect(notices).toContainEqual('Columnas que no se leyeron: «No.».')
})
