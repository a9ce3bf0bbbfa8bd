/** Row 41 of security.md section 10 where a row waits for its child or its file: overseers are told once it is joined, as of one that is at once. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { aDetection } from '../support/builders/inm.ts'
import { aCase } from '../support/builders/ppnna.ts'
import { daysAgo, localDay } from '../support/clock.ts'
import { type Desk, openDesk } from './desk.ts'

const OF_CHIAPAS = { source: 'PPNNA', state: '07' }
const REPORTED = 'José Ramón Ñáñez López'
const ONE = { kind: 'REPORTED', office: 'PPNNA 07', states: ['07'], records: 1 }

let desk: Desk
let before = 0
beforeAll(async () => {
  desk = await openDesk()
})
beforeEach(async () => {
  before = (await allAlarms()).length
})
afterAll(() => desk.close())

async function allAlarms() {
  await desk.database.query("select audit.chain('representation', 1000)")
  return desk.database.query('select kind, office, states, records from audit.alarm order by id')
}

const alarms = async () => (await allAlarms()).slice(before)

const waiting = async () =>
  (
    await desk.database.query<{ reason: string }>(
      'select reason from representation.unmatched_row where matched_at is null order by recorded_at',
    )
  ).map(({ reason }) => reason)

const aMandate = (FOLIO: string, options = {}) =>
  desk.send(
    'representation/representations',
    [{ FOLIO, CALIDAD: 'Tutor', 'PERSONA U ORGANIZACIÓN': REPORTED, INICIO: localDay(daysAgo(5)) }],
    { ...OF_CHIAPAS, ...options },
  )

/** A child, and the file of it that points at somebody; neither sent yet. */
function aReport() {
  const found = aDetection()
  return { found, opened: aCase(found.ACTA, { 'PERSONA SEÑALADA': REPORTED }) }
}

test('given a mandate that waited for its file, and nobody who stands by it, it goes on waiting and overseers are told once', async () => {
  const { found, opened } = aReport()
  expect(await aMandate(opened.FOLIO)).toMatchObject({ outcome: 'TAKEN', counts: { unmatched: 1 } })
  await desk.send('children/detections', [found])
  await desk.tell()
  expect(await alarms()).toEqual([])

  await desk.send('representation/protection-cases', [opened], OF_CHIAPAS)
  for (const _round of ['first', 'second', 'third']) await desk.tell()

  expect(await waiting()).toEqual([expect.stringMatching(/^CONFLICTO: el expediente señala/)])
  expect(await alarms()).toEqual([ONE])
})

test('given a mandate that its sender stands by, it is joined to its file and overseers are told once', async () => {
  const { found, opened } = aReport()
  await desk.send('children/detections', [found])
  await aMandate(opened.FOLIO, { isConfirmed: true })
  const waited = (await waiting()).length
  await desk.tell()

  await desk.send('representation/protection-cases', [opened], OF_CHIAPAS)
  for (const _round of ['first', 'second']) await desk.tell()

  expect(await waiting()).toHaveLength(waited - 1)
  expect(await alarms()).toEqual([ONE])
})

test('given a file that waited for its child, and a mandate that waited for the file, overseers are told once', async () => {
  const { found, opened } = aReport()
  await desk.send('representation/protection-cases', [opened], OF_CHIAPAS)
  await aMandate(opened.FOLIO, { isConfirmed: true })
  expect(await alarms()).toEqual([])

  await desk.send('children/detections', [found])
  for (const _round of ['first', 'second', 'third']) await desk.tell()

  expect(await alarms()).toEqual([ONE])
})
