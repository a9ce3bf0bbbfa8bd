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
