/** From when on something is an alert: what may be set for a state from a day on, and what may not. */
import { addDays } from '@vigia/law/local-dates'
import { localDateOf } from '@vigia/law/mexican-time'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type AlertWorld, faultIn, worldOfAlerts } from '../support/alerts.ts'
import { anActor } from '../support/asking.ts'

let world: AlertWorld
beforeAll(async () => {
  world = await worldOfAlerts()
})
afterAll(() => world.stop())

const asked: AlertWorld['asked'] = (...wanted) => world.asked(...wanted)

const [federal, secretary, _ombuds] = [
  ...[anActor('federal-secretary'), anActor('state-secretary'), anActor('ombudsperson-federal')],
] as const
const REASON = 'Obra en el centro: todos lo saben hasta el viernes'
const today = localDateOf(new Date())

interface Thresholds {
  alertThresholds: { severity: string; value: number; isBinding: boolean; changes?: { by: string }[] }[]
}
interface Rests {
  alertThresholds: { severity: string; restsOn: { name: string } }[]
}
interface Counted {
  [of: string]: { openAlerts: { kind: string; severity: string; isTermSet: boolean }[] }
}
const thresholds = async (more = '', kind = 'HELD_WITHOUT_LEGAL_BASIS') => {
  const query = `{ alertThresholds(kind: ${kind}${more}) { severity value isBinding changes { by } } }`
  return (await asked<Thresholds>(federal, query)).alertThresholds
}
const setting = (more: object) => ({
  ...{
    kind: 'HELD_WITHOUT_LEGAL_BASIS',
    severity: 'AMBER',
    value: 5,
    state: '07',
    effectiveOn: today,
    reason: REASON,
    ...more,
  },
})

test('a default may be loosened for a state from a day on, and takes back nothing that was raised; a term of the law may not', async () => {
  const set = await world.act(federal, 'setAlertThreshold', setting({}))
  const later = await world.act(federal, 'setAlertThreshold', setting({ value: 9, effectiveOn: addDays(today, 3) }))
  const refused = [
    await world.act(federal, 'setAlertThreshold', setting({ severity: 'CRITICAL', value: 37 })),
    await world.act(federal, 'setAlertThreshold', setting({ effectiveOn: addDays(today, -1) })),
    await world.act(federal, 'setAlertThreshold', setting({ reason: 'sin motivo' })),
    await world.act(federal, 'setAlertThreshold', setting({ value: 25 })), // amber, after red
    await world.act(secretary, 'setAlertThreshold', setting({})),
  ]
  await world.judgedAt(new Date())
  await world.judgedAt(new Date())

  expect([set.errors, later.errors]).toEqual([undefined, undefined])
  expect(refused.map((answer) => faultIn(answer)?.['code'])).toEqual([
    ...['BAD_USER_INPUT', 'BAD_USER_INPUT', 'BAD_USER_INPUT', 'BAD_USER_INPUT', 'FORBIDDEN'],
  ])
  expect(await thresholds(', state: "07"')).toMatchObject([
    { severity: 'AMBER', value: 5, isBinding: false, changes: [{ by: 'federal-secretary of a test' }, {}] },
    { severity: 'RED', value: 24 },
    { severity: 'CRITICAL', value: 36, isBinding: true },
  ])
  expect((await thresholds()).map(({ value }) => value)).toEqual([3, 24, 36])
  // Held for four hours, and amber by the term that was in force then: what is set later takes nothing back.
  expect(await world.listed('{ kind: [HELD_WITHOUT_LEGAL_BASIS], severity: [AMBER], isOpen: true }')).toHaveLength(1)
  expect(await world.database.query('select due_at from oversight.threshold_wave')).toHaveLength(1)
})

test('of a backlog it is set by its number of how few nothing is said, beside from how much on it is red', async () => {
  const fewest = setting({ kind: 'BACKLOG_GROWS', severity: 'RED', step: 2 })
  const set = await world.act(federal, 'setAlertThreshold', fewest)
  const values = async (more = '') => (await thresholds(more, 'BACKLOG_GROWS')).map(({ value }) => value)

  expect([set.errors, await values()]).toEqual([undefined, [50, 100, 10, 7]])
  expect(await values(', state: "07"')).toEqual([50, 100, 5, 7])
})

test('where the secretary has set a term, it says that it rests on that, and so does what is counted by it; elsewhere it rests on the law', async () => {
  const stricter = setting({ severity: 'CRITICAL', value: 30 })
  const set = await world.act(federal, 'setAlertThreshold', stricter)
  const rests = async (state: string) => {
    const query = `{ alertThresholds(kind: HELD_WITHOUT_LEGAL_BASIS, state: "${state}") { severity restsOn { name } } }`
    const { alertThresholds: steps } = await asked<Rests>(federal, query)
    return steps.find(({ severity }) => severity === 'CRITICAL')?.restsOn.name
  }
  const counted = async (of: string) => {
    const query = `{ ${of} { openAlerts { kind severity isTermSet } } }`
    const [answer] = Object.values(await asked<Counted>(federal, query))
    return answer?.openAlerts.filter(({ isTermSet }) => isTermSet).map(({ kind, severity }) => `${severity} ${kind}`)
  }

  expect([set.errors, await rests('07'), await rests('30')]).toEqual([
    ...[undefined, 'SET_BY_THE_SECRETARY', 'NO_MORE_THAN_36_HOURS'],
  ])
  expect(await counted('state(code: "07")')).toContain('CRITICAL HELD_WITHOUT_LEGAL_BASIS')
  expect(await counted('state(code: "30")')).toEqual([])
  expect(await counted('nation')).toContain('CRITICAL HELD_WITHOUT_LEGAL_BASIS')
})

test('given more than a hundred were set, the last are told: what is in force is among them', async () => {
  await world.database.query(`insert into oversight.alert_threshold (kind, step, state, amount, effective_on, reason, set_by, set_at)
    select 'LONG_STAY', 0, '07', 30 - n % 2, current_date, 'Se prueba otro plazo en Chiapas', 'secretary ' || n, now() + n * interval '1 second'
    from generate_series(1, 101) n`)

  const [step] = await thresholds(', state: "07"', 'LONG_STAY')

  expect(step?.changes?.map(({ by }) => by)).toHaveLength(100)
  expect(step?.changes?.at(-1)?.by).toBe('secretary 101')
})
