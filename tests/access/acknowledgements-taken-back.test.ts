/** What was acknowledged by mistake is taken back by one act: signed, with a reason, by who oversees the duty, and the alert is open again. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { entriesOf } from '../audit/reading-the-audit.ts'
import {
  type AlertWorld,
  alertAfter,
  faultIn,
  inHours,
  actorOfAlerts as secretary,
  worldOfAlerts,
} from '../support/alerts.ts'
import { anActor } from '../support/asking.ts'

let world: AlertWorld
beforeAll(async () => {
  world = await worldOfAlerts()
})
afterAll(() => world.stop())

const REASON = 'Se acusó por error, era la de su hermana'
const WHILE = 'El DIF de Tapachula viene por ella esta tarde'
const inm = anActor('inm-officer')

test('whoever took it on takes it back before its time, and it stands open, as who did so and why is told', async () => {
  const { id, version } = await world.one('HELD_WITHOUT_LEGAL_BASIS', 'RED')
  const until = inHours(5).toISOString()
  await world.act(secretary, 'acknowledgeAlert', { id, version, reason: WHILE, until })
  const key = randomUUID()
  const wish = { id, version: version + 1, reason: REASON, key }
  const after = alertAfter(await world.act(secretary, 'endAcknowledgement', wish))
  const again = alertAfter(await world.act(secretary, 'endAcknowledgement', wish))

  expect(after).toMatchObject({ version: version + 2, acknowledgedUntil: null, closedAt: null })
  expect(after.steps.at(-1)).toMatchObject({ step: 'ACKNOWLEDGEMENT_ENDED', by: secretary.sub, reason: REASON })
  expect(again.version).toBe(after.version)
  expect(await world.listed('{ isAcknowledged: false, severity: [RED], state: "07", isOpen: true }')).toContainEqual(
    expect.objectContaining({ id }),
  )
  expect((await entriesOf(world.database)).findLast(({ act }) => act === 'WRITE')).toMatchObject({
    asked: ['endAcknowledgement'],
    reason: REASON,
  })

  await world.judgedAt(inHours(6))
  const { steps } = await world.one('HELD_WITHOUT_LEGAL_BASIS', 'RED')
  expect(steps.filter(({ step }) => step === 'ACKNOWLEDGEMENT_ENDED')).toHaveLength(1)
})

test('where nobody sees to it, or without a reason, or by who owes the duty, nothing is taken back', async () => {
  const { id, version } = await world.one('HELD_WITHOUT_LEGAL_BASIS', 'AMBER')
  const faults = [
    await world.act(secretary, 'endAcknowledgement', { id, version, reason: REASON }),
    await world.act(secretary, 'endAcknowledgement', { id, version, reason: 'error' }),
    await world.act(secretary, 'endAcknowledgement', { id, version: version + 7, reason: REASON }),
    await world.act(inm, 'endAcknowledgement', { id, version, reason: REASON }),
  ].map((answer) => faultIn(answer))

  expect(faults.map((fault) => fault?.['code'])).toEqual(['CONFLICT', 'BAD_USER_INPUT', 'CONFLICT', 'FORBIDDEN'])
  // By its version, that it stands open: of one that is over none is told.
  expect(faults[0]?.['version']).toBe(version)
  expect((await world.one('HELD_WITHOUT_LEGAL_BASIS', 'AMBER')).version).toBe(version)
})
