/** Columns that few files of a Procuraduría have: measures of a plan one by one, follow-ups, the passage to adulthood. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aDetection } from '../support/builders/inm.ts'
import { aCase, aDetermination } from '../support/builders/ppnna.ts'
import { daysAgo, writtenDay } from '../support/clock.ts'
import { type Desk, factsOf, openDesk } from './desk.ts'

let desk: Desk
const known = aDetection()
const OF_CHIAPAS = { source: 'PPNNA', state: '07' }
beforeAll(async () => {
  desk = await openDesk()
  await desk.send('children/detections', [known])
  await desk.tell()
})
afterAll(() => desk.close())

test('they are kept, corrected, and go with their batch', async () => {
  const opened = aCase(known.ACTA, {
    'FECHAS DE SEGUIMIENTO': `${writtenDay(daysAgo(8))}|${writtenDay(daysAgo(3))}`,
    'PLAN DE TRANSICIÓN': writtenDay(daysAgo(2)),
  })
  await desk.send('representation/protection-cases', [opened], OF_CHIAPAS)
  const decided = aDetermination(opened.FOLIO, {
    'INICIO DE LA BID': writtenDay(daysAgo(15)),
    'ESTADO DE LA BID': 'Decidida',
    'FOLIO DEL PLAN': 'PRD-07-2026-900001',
    'FECHA DEL PLAN': writtenDay(daysAgo(9)),
    'MEDIDAS DEL PLAN': 'Salud: atención médica (IMSS-Bienestar)|Acogimiento residencial',
  })
  expect((await desk.send('representation/determinations', [decided], OF_CHIAPAS)).outcome).toBe('TAKEN')

  const facts = await factsOf(desk, 'representation')
  expect(facts['follow_up']).toHaveLength(2)
  expect(facts['protection_case']).toMatchObject([
    { transition_plan_on: expect.any(String), documents_handed_on: null },
  ])
  expect(facts['determination']).toMatchObject([{ status: 'DECIDED', opened_at: expect.any(String) }])
  expect(facts['plan_measure']).toHaveLength(2)
  expect(facts['plan_measure']).toContainEqual(
    expect.objectContaining({ right_restored: 'HEALTH', measure: 'atención médica', institution: 'IMSS-Bienestar' }),
  )

  // A later file without those columns takes nothing back.
  const { 'PLAN DE TRANSICIÓN': _plan, ...plain } = opened
  await desk.send(
    'representation/protection-cases',
    [{ ...plain, 'ESTADO DEL EXPEDIENTE': 'En seguimiento' }],
    OF_CHIAPAS,
  )
  expect((await factsOf(desk, 'representation'))['protection_case']).toMatchObject([
    { status: 'IN_FOLLOW_UP', transition_plan_on: expect.any(String) },
  ])

  const other = { ...decided, 'MEDIDAS DEL PLAN': 'Educación: inscripción (SEP)' }
  const again = await desk.send('representation/determinations', [other], OF_CHIAPAS)
  await desk.takeBack('representation', again.batchId)
  expect((await factsOf(desk, 'representation'))['plan_measure']).toEqual(facts['plan_measure'])
})

test('a determination that began after it was decided is refused', async () => {
  const opened = aCase(known.ACTA)
  await desk.send('representation/protection-cases', [opened], OF_CHIAPAS)
  const decided = aDetermination(opened.FOLIO, { 'INICIO DE LA BID': writtenDay(daysAgo(5)) })

  expect((await desk.send('representation/determinations', [decided], OF_CHIAPAS)).firstRejects).toMatchObject([
    { column: 'INICIO DE LA BID', reason: expect.stringContaining('posterior a la determinación') },
  ])
})
