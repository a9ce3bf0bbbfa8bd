/** A restitution plan is of one file, whose folio it does not leave. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aDetection } from '../support/builders/inm.ts'
import { aCase, aDetermination } from '../support/builders/ppnna.ts'
import { daysAgo, writtenDay } from '../support/clock.ts'
import { type Desk, openDesk } from './desk.ts'

const OF_CHIAPAS = { source: 'PPNNA', state: '07' }

let desk: Desk
beforeAll(async () => {
  desk = await openDesk()
})
afterAll(() => desk.close())

test('a plan stays with its file: its folio, given for another, is refused', async () => {
  const [one, other] = [aDetection(), aDetection()]
  await desk.send('children/detections', [one, other])
  await desk.tell()
  const [its, another] = [aCase(one.ACTA), aCase(other.ACTA)]
  await desk.send('representation/protection-cases', [its, another], OF_CHIAPAS)
  const withPlan = (file: ReturnType<typeof aCase>, folio: string) =>
    aDetermination(file.FOLIO, { 'FOLIO DEL PLAN': folio, 'FECHA DEL PLAN': writtenDay(daysAgo(9)) })
  await desk.send('representation/determinations', [withPlan(its, 'PRD-A')], OF_CHIAPAS)

  const known = await desk.send('representation/determinations', [withPlan(another, 'PRD-A')], OF_CHIAPAS)
  const both = [withPlan(its, 'PRD-B'), withPlan(another, 'PRD-B')]
  const twice = await desk.send('representation/determinations', both, OF_CHIAPAS)

  for (const { outcome, firstRejects } of [known, twice]) {
    expect(outcome).toBe('REFUSED')
    expect(firstRejects).toMatchObject([
      { column: 'FOLIO DEL PLAN', reason: 'Ese folio de plan ya es de otro expediente.' },
    ])
  }
  expect(
    await desk.database.query(
      `select r.folio, c.folio as file from representation.restitution_plan r join representation.protection_case c on c.id = r.case_id
       where r.folio like 'PRD-_' order by 1`,
    ),
  ).toEqual([{ folio: 'PRD-A', file: its.FOLIO }])
})

test('each Procuraduría numbers for itself: the first determination and plan of Oaxaca are not those of Chiapas', async () => {
  const OF_OAXACA = { source: 'PPNNA', state: '20' }
  const found = [aDetection(), aDetection({ ENTIDAD: 'Oaxaca' })]
  await desk.send('children/detections', found)
  await desk.tell()
  const [ofChiapas, ofOaxaca] = [
    aCase(found[0]?.ACTA ?? ''),
    aCase(found[1]?.ACTA ?? '', { FOLIO: 'PPNNA-20-2026-000001' }),
  ]
  const first = (file: ReturnType<typeof aCase>, measures: string) =>
    aDetermination(file.FOLIO, {
      ...{ NÚMERO: 'BID-001/2026', 'FOLIO DEL PLAN': 'PLAN-001/2026', 'FECHA DEL PLAN': writtenDay(daysAgo(9)) },
      'MEDIDAS DEL PLAN': measures,
    })
  await desk.send('representation/protection-cases', [ofChiapas], OF_CHIAPAS)
  await desk.send('representation/protection-cases', [ofOaxaca], OF_OAXACA)
  const here = await desk.send('representation/determinations', [first(ofChiapas, 'Escuela')], OF_CHIAPAS)
  const there = await desk.send('representation/determinations', [first(ofOaxaca, 'Atención médica')], OF_OAXACA)

  expect([here, there]).toMatchObject([{ counts: { recorded: 1 } }, { counts: { recorded: 1 } }])
  const again = await desk.send('representation/determinations', [first(ofOaxaca, 'Albergue')], OF_OAXACA)
  expect(again).toMatchObject({ counts: { corrected: 1 } })
  const kept = () =>
    desk.database.query(
      `select c.folio as file, d.number, r.folio as plan, r.measures::text as measures
       from representation.determination d join representation.protection_case c on c.id = d.case_id
       join representation.restitution_plan r on r.case_id = c.id where d.number = 'BID-001/2026' order by c.state`,
    )
  const OF_BOTH = { number: 'BID-001/2026', plan: 'PLAN-001/2026' }
  expect(await kept()).toEqual([
    { ...OF_BOTH, file: ofChiapas.FOLIO, measures: '{Escuela}' },
    { ...OF_BOTH, file: ofOaxaca.FOLIO, measures: '{Albergue}' },
  ])

  await desk.takeBack('representation', again.batchId)
  await desk.takeBack('representation', here.batchId)
  expect(await kept()).toEqual([{ ...OF_BOTH, file: ofOaxaca.FOLIO, measures: '{"Atención médica"}' }])
})
