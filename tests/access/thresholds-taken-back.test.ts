/** A threshold that was set is taken back from a day on, by whoever sets them, with a reason that is kept. */
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

const [federal, secretary] = [anActor('federal-secretary'), anActor('state-secretary')]
const today = localDateOf(new Date())
const STEP = {
  ...{ kind: 'CASE_NOT_PROCESSED', severity: 'AMBER', effectiveOn: today },
  reason: 'Obra en el centro: todos lo saben hasta el viernes',
}
const IN_CHIAPAS = { ...STEP, state: '07' }

interface Told {
  alertThresholds: { value: number; changes: object[] }[]
}
const told = async (more = '') => {
  const query = `{ alertThresholds(kind: CASE_NOT_PROCESSED${more}) { value changes { value effectiveOn by state { code } } } }`
  return (await world.asked<Told>(federal, query)).alertThresholds[0]
}

test('what was set for a state is taken back: there it is as in the nation again, and who did so and why is told and audited', async () => {
  const end = (actor: typeof federal, more = {}) => world.act(actor, 'endAlertThreshold', { ...IN_CHIAPAS, ...more })
  const ofNothing = await end(federal)
  await world.act(federal, 'setAlertThreshold', { ...IN_CHIAPAS, value: 12 })
  await world.act(federal, 'setAlertThreshold', { ...STEP, value: 20 })
  expect(await told(', state: "07"')).toMatchObject({ value: 12 })

  const refused = [
    ofNothing,
    await end(federal, { state: '30' }),
    await end(federal, { reason: 'sin motivo' }),
    await end(federal, { severity: 'RED' }),
    await end(federal, { effectiveOn: addDays(today, -1) }),
    await end(secretary),
  ]
  const key = 'se quita una vez'
  const [done, again] = [await end(federal, { key }), await end(federal, { key })]
  const twice = await end(federal)

  const faults = [...refused, twice].map((answer) => faultIn(answer)?.['code'])
  expect(faults).toEqual([...Array(5).fill('BAD_USER_INPUT'), 'FORBIDDEN', 'BAD_USER_INPUT'])
  expect([done.errors, again.errors]).toEqual([undefined, undefined])
  const by = { by: 'federal-secretary of a test', effectiveOn: today }
  expect(await told(', state: "07"')).toEqual({
    value: 20,
    changes: [
      { ...by, value: 12, state: { code: '07' } },
      { ...by, value: 20, state: null },
      { ...by, value: null, state: { code: '07' } },
    ],
  })
  const [written] = await world.database.query(
    `select reason, act from audit.entry where asked = '{endAlertThreshold}'`,
  )
  expect(written).toMatchObject({ act: 'WRITE', reason: STEP.reason })
})

test('taken back nationwide, it is as the registry came with it', async () => {
  await world.act(federal, 'endAlertThreshold', STEP)

  expect(await told()).toMatchObject({ value: 24, changes: [{}, {}, {}, { value: null, state: null }] })
  expect(await told(', state: "07"')).toMatchObject({ value: 24 })
})
