/** What an alert has of another service is waited for while that one is down for a moment; and for long nobody waits. */
import { PSEUDONYMOUS_FEDERAL_SECRETARY } from '@vigia/kit/actor'
import pLimit from 'p-limit'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Step } from '../carriers/step.ts'
import { type AnswersParts, StepAnswers } from './step-answers.ts'

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }))
afterEach(() => void vi.useRealTimers())

const WHOLE = { data: { alertRaised: { kind: 'HELD', child: { folio: 'NNA-1' } } } }
const IN_PART = {
  data: { alertRaised: { kind: 'HELD', child: null } },
  errors: [{ message: 'away', extensions: { code: 'SUBGRAPH_UNAVAILABLE', service: 'children' } }],
}

/** Steps in their order, answered by what is given, the last of it from then on; and how often was asked. */
function answersBy(...given: (typeof WHOLE | typeof IN_PART)[]) {
  let asked = 0
  const execute = async () => ({ status: 200, answer: given[Math.min(asked++, given.length - 1)] ?? WHOLE })
  const answers = new StepAnswers({ ...PARTS, gateway: { execute } })
  const tell = async (seq: number) => {
    const [passed] = await answers.next([{ ...STEP, seq }], 0)
    return passed?.told?.json.map(String).join('')
  }
  return { tell, asked: () => asked }
}

test('a child whose service is away for a moment is told with the alert', async () => {
  const { tell } = answersBy(IN_PART, IN_PART, WHOLE)

  const told = tell(1)
  await vi.advanceTimersByTimeAsync(500)

  expect(await told).toBe(JSON.stringify(WHOLE))
})

test('while it stays away the alert is told without the child and says so, and those after it do not wait', async () => {
  const { tell, asked } = answersBy(IN_PART)

  const first = tell(1)
  await vi.advanceTimersByTimeAsync(2_000)
  expect(JSON.parse((await first) ?? '')).toEqual(IN_PART)
  expect(asked()).toBe(4)

  expect(JSON.parse((await tell(2)) ?? '')).toEqual(IN_PART)
  expect(asked()).toBe(5)
})

const STEP: Step = {
  ...{ seq: 1, alertId: 'alert-1', step: 'OPENED', severity: 'RED', kind: 'HELD', state: '07' },
  at: new Date('2026-11-25T12:00:00Z'),
}
const PARTS: Omit<AnswersParts, 'gateway'> = {
  plan: {
    args: {},
    key: 'alertRaised',
    ofTheStep: new Map(),
    isPersonal: false,
    queryOf: () => ({}) as never, // The gateway of this test does not look at it.
    text: '',
  },
  wanted: { states: null, kinds: null, severities: null, steps: ['OPENED'] },
  actor: PSEUDONYMOUS_FEDERAL_SECRETARY,
  isSynthetic: () => false,
  requestInMs: 2_000,
  turns: pLimit(16),
}
