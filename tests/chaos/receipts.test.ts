/** What receivers took is held against the history: what is missing, foreign, or out of its order is found. */
import { expect, test } from 'vitest'
import type { Step } from './checker.ts'
import { breachesOf } from './receipts.ts'
import type { Message } from './receivers.ts'

const KIND = 'HELD_WITHOUT_LEGAL_BASIS'
const aStep = (stepId: number, step: string, acta: string): Step => ({
  ...{ seq: stepId, stepId, alertId: `alert of ${acta}`, kind: KIND, step, severity: 'CRITICAL', state: '07' },
  ...{ at: new Date(0), acta, folio: null },
})
const steps = [aStep(1, 'OPENED', 'one'), aStep(2, 'OPENED', 'two'), aStep(3, 'RESOLVED', 'one')]
const sent = ({ stepId, step, alertId, state }: Step): Message => ({
  ...{ id: `msg_${stepId}_endpoint`, type: `alert.${step.toLowerCase()}` },
  data: { alertId, kind: KIND, state },
})
const [first, second, third] = steps.map(sent)
const given = (...messages: (Message | undefined)[]) => messages.flatMap((message) => message ?? [])
const ofSystem = (...messages: (Message | undefined)[]) =>
  breachesOf({ name: 'a system', states: null, isPartner: false, taken: given(...messages) }, steps)
const ofPartner = (...messages: (Message | undefined)[]) =>
  breachesOf({ name: 'a partner', states: ['07'], isPartner: true, taken: given(...messages) }, steps)

test('given each child in its order, whatever the order of children, it finds nothing', () => {
  expect(ofSystem(second, first, third)).toEqual([])
  expect(ofPartner(second, first, third)).toEqual([])
})

test('given one that is missing or out of its order, it says so', () => {
  expect(ofSystem(first, second)).toEqual(['a system took 2 messages where 3 are due'])
  expect(ofSystem(third, first, second)).toEqual(['a system took step 1 of one after 3'])
  expect(ofPartner(third, first, second)).toEqual([
    `a partner was not told of an alert as it went: ${KIND} alert.opened, ${KIND} alert.resolved`,
  ])
})

test('given what is not his, it says so', () => {
  const foreign = first && { ...first, data: { ...first.data, state: '30' } }
  expect(ofPartner(foreign, second, third)[0]).toBe(`a partner was sent ${KIND} in 30, which is not his`)
})
