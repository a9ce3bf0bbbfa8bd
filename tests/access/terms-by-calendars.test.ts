/** An authority suspends its work: its own terms end later, on the board and in alerts, and those of others do not; withdrawn, all is as it was. */
import { addDays } from '@vigia/law/local-dates'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type CalendarWorld, LAST_WORKING_DAY, TODAY, worldOfCalendars } from '../support/work-suspensions.ts'

let world: CalendarWorld
beforeAll(async () => {
  world = await worldOfCalendars()
})
afterAll(() => world.stop())
beforeEach(() => world.restore())

/** How grave the open alert of that kind is, by the state that it is of. */
async function standing(kind: string): Promise<Record<string, string>> {
  const query = `{ alerts(filter: { kind: [${kind}], isOpen: true }) { edges { node { severity state { code } } } } }`
  const { alerts } = await world.asked<{
    alerts: { edges: { node: { severity: string; state: { code: string } } }[] }
  }>(query)
  return Object.fromEntries(alerts.edges.map(({ node }) => [node.state.code, node.severity]))
}

/** How many of the backlog are over five working days, by the board and by what is counted for a filter; and by which calendar. */
async function backlogOf(state: string) {
  const casework = 'casework { overdue calendar }'
  const narrowed = 'narrowed: casework(filter: { accompaniment: [UNACCOMPANIED] }) { overdue calendar }'
  type Casework = { overdue: number; calendar: string }
  const of = await world.asked<{ state: { casework: Casework; narrowed: Casework } }>(
    `{ state(code: "${state}") { ${casework} ${narrowed} } }`,
  )
  expect(of.state.narrowed).toEqual(of.state.casework)
  return of.state.casework
}

const lastSteps = async (kind: string, state: string) => {
  const steps = await world.database.query<{ step: string; severity: string }>(
    `select h.step, h.severity from oversight.alert_history h join oversight.alert a on a.id = h.alert_id
     where a.kind = $1 and a.state = $2 order by h.id`,
    [kind, state],
  )
  return steps.map(({ step, severity }) => `${step} ${severity}`).slice(-2)
}

const OVERDUE = { '07': 'CRITICAL', '30': 'CRITICAL' }

test('given a Procuraduría suspends its work, its term ends later, on the board and in its alert, and withdrawn it is as before', async () => {
  // Given two Procuradurías that were told of a child more than five working days ago
  expect(await standing('CASE_NOT_PROCESSED')).toEqual(OVERDUE)
  const before = await backlogOf('07')
  expect(before.overdue).toBe(1)

  // When that of Chiapas suspended its work on one of them
  const id = await world.suspend({ authority: 'PPNNA', state: '07' })
  await world.settled()

  // Then five have not passed of it, and of the other they have
  expect(await standing('CASE_NOT_PROCESSED')).toEqual({ '07': 'RED', '30': 'CRITICAL' })
  const [own, other] = [await backlogOf('07'), await backlogOf('30')]
  expect([own.overdue, other.overdue]).toEqual([0, 1])
  expect(own.calendar).not.toBe(before.calendar)
  expect(await lastSteps('CASE_NOT_PROCESSED', '07')).toEqual(['OPENED CRITICAL', 'LOWERED RED'])

  // And the next step is told of when the term is over now
  const [due] = await world.database.query<{ isLater: boolean }>(
    `select d.due_at > now() as "isLater" from oversight.alert_due d join oversight.alert a on a.about = d.about and a.owner = d.owner
     where a.kind = 'CASE_NOT_PROCESSED' and a.state = '07'`,
  )
  expect(due).toEqual({ isLater: true })

  // And when it is withdrawn, all is as it was, and the history keeps both
  expect((await world.withdraw(id)).errors).toBeUndefined()
  await world.settled()
  expect(await standing('CASE_NOT_PROCESSED')).toEqual(OVERDUE)
  expect((await backlogOf('07')).overdue).toBe(1)
  expect(await lastSteps('CASE_NOT_PROCESSED', '07')).toEqual(['LOWERED RED', 'ESCALATED CRITICAL'])
})

test('given COMAR suspends its work, or the whole administration, its own term moves and nothing of a Procuraduría; given INM does, neither', async () => {
  expect(await standing('ASYLUM_DECISION_DUE')).toEqual({ '27': 'RED' })
  for (const authority of ['COMAR', 'FEDERAL_ADMINISTRATION'] as const) {
    await world.suspend({ authority })
    await world.settled()
    expect(await standing('ASYLUM_DECISION_DUE'), authority).toEqual({ '27': 'AMBER' })
    expect(await standing('CASE_NOT_PROCESSED'), authority).toEqual(OVERDUE)
    expect((await backlogOf('07')).overdue, authority).toBe(1)
    await world.restore()
    expect(await standing('ASYLUM_DECISION_DUE'), authority).toEqual({ '27': 'RED' })
  }
  await world.suspend({ authority: 'INM' })
  await world.settled()
  expect(await standing('ASYLUM_DECISION_DUE')).toEqual({ '27': 'RED' })
})

test('what was raised only because the suspension was not known ends by it, and says so', async () => {
  // Of more than 45 working days that have passed fewer than 40 are left.
  const id = await world.suspend({ authority: 'COMAR', from: addDays(TODAY, -21), until: LAST_WORKING_DAY })
  await world.settled()

  expect(await standing('ASYLUM_DECISION_DUE')).toEqual({})
  expect(
    (
      await world.database.query(
        `select resolved_by, resolved_by_id from oversight.alert where kind = 'ASYLUM_DECISION_DUE' order by resolved_at, id`,
      )
    ).at(-1),
  ).toEqual({ resolved_by: 'work_suspension', resolved_by_id: id })

  await world.restore()
  expect(await standing('ASYLUM_DECISION_DUE')).toEqual({ '27': 'RED' })
})

test('the board is counted anew once its service has heard of it, and does not wait for the time at which it is written anyway', async () => {
  await world.suspend({ authority: 'PPNNA', state: '07' })
  const representation = world.graph.services.get('representation')
  while (representation && (await representation.round(new Date(), false)) > 0);

  expect((await backlogOf('07')).overdue).toBe(0)
})

test.each(['representation', 'oversight'] as const)(
  'rebuilt, %s counts and judges by the same calendar',
  async (name) => {
    await world.suspend({ authority: 'PPNNA', state: '07' })
    await world.settled()
    const states = async () => [await backlogOf('07'), await backlogOf('30'), await standing('CASE_NOT_PROCESSED')]
    const picture = () => world.database.query('select * from representation.work_suspension_ref order by id')
    const [before, pictured] = [await states(), await picture()]
    expect(before).toMatchObject([{ overdue: 0 }, { overdue: 1 }, { '07': 'RED' }])

    await world.graph.services.get(name)?.rebuild(new Date())
    expect(await picture()).toEqual(pictured)
    await world.settled()

    expect(await states()).toEqual(before)
    expect(pictured.length).toBeGreaterThan(0)
  },
)
