/** Of what was refused the sender finds each value as it stands in the file, whether its cell or the whole row was at fault. */
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aDetection, aStay } from '../support/builders/inm.ts'
import { nextActa, type Row } from '../support/builders/row.ts'
import { daysAgo, localDay } from '../support/clock.ts'
import { type Desk, openDesk } from './desk.ts'

let desk: Desk
const known = aDetection()
beforeAll(async () => {
  desk = await openDesk()
  await desk.send('children/detections', [known])
  await desk.tell()
})
afterAll(() => desk.close())

const DOCUMENT = {
  DOCUMENTO: 'TVRH',
  'ESTADO DEL DOCUMENTO': 'Tarjeta expedida',
  'FECHA DE OTORGAMIENTO': '2026-10-02',
}

test.each([['2026-10-01'], ['1-oct-26'], ['1 de octubre de 2026'], ['46296'], ['01/10/2026']])(
  'given a day written %s that comes before another of its row, it is told so',
  async (day) => {
    const { firstRejects } = await desk.send('children/migration-documents', [
      { ACTA: known.ACTA, ...DOCUMENT, 'FECHA DE EXPEDICIÓN': day },
    ])

    expect(firstRejects).toMatchObject([{ line: 2, column: 'FECHA DE EXPEDICIÓN', value: day }])
  },
)

test('given an hour and a state written in words, each is told in its words, in the file of rejects too', async () => {
  const early: Row = { INGRESO: '2026-03-02 10:00', EGRESO: '2026-03-01T09:30', ENTIDAD: 'Sonora' }
  const taken = await desk.send('placements/stays', [aStay(known.ACTA, early)], { state: '07' })

  const rejects = readFileSync(taken.rejects ?? '', 'utf8').split('\r\n')
  expect(rejects.slice(1, 3)).toEqual([
    expect.stringMatching(/^2,ENTIDAD,Sonora,/),
    expect.stringMatching(/^2,EGRESO,2026-03-01T09:30,/),
  ])
})

test('given a title of one of the other names of its column, and the rows of a second batch, the cells are found', async () => {
  const good = Array.from({ length: 3_000 }, () => ({ ...known, ACTA: nextActa() }))
  const entered = localDay(daysAgo(20))
  const rows = [...good, { ...known, ACTA: nextActa(), 'Fecha de ingreso al país': entered }]
  const { firstRejects } = await desk.send('children/detections', rows, { dryRun: true })

  expect(firstRejects).toMatchObject([{ line: 3_002, column: 'INGRESO AL PAÍS', value: entered }])
})
