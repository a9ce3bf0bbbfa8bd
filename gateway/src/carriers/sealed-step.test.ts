/** What NATS carries of a step: nothing that can be read there, made up, or moved. */
import { expect, test } from 'vitest'
import { NotOurs, stepSeal } from './sealed-step.ts'
import type { Step } from './step.ts'

const KEY = Buffer.alloc(32, 7)
const own = stepSeal(KEY, '/vigia')
const STEP: Step = {
  seq: 41,
  alertId: '0198c1f2-7d7e-7a30-8a35-1d2f0f3b9a01',
  step: 'OPENED',
  severity: 'CRITICAL',
  kind: 'HELD_WITHOUT_LEGAL_BASIS',
  state: '07',
  at: new Date('2026-11-26T12:00:00.123Z'),
}

test('a step comes back as it was put in, and nothing of it can be read', () => {
  const sealed = own.seal(STEP)

  expect(own.open(41, sealed)).toEqual(STEP)
  expect(Buffer.from(sealed).toString('latin1')).not.toMatch(/0198c1f2|OPENED|HELD|"07"/)
})

test('of whatever kind a step is, and whatever happened, what is sealed is of one length', () => {
  const kinds = ['A_KIND_WITH_A_NAME_OF_MANY_WORDS', 'SHORT']
  const lengths = kinds.flatMap((kind) =>
    ['ACKNOWLEDGEMENT_ENDED', 'OPENED'].map((step) => own.seal({ ...STEP, kind, step }).length),
  )

  expect(new Set(lengths).size).toBe(1)
})

test.each([
  ['of another place', 42, own.seal(STEP)],
  ['of another registry', 41, stepSeal(KEY, '/another').seal(STEP)],
  ['under another key', 41, stepSeal(Buffer.alloc(32, 8), '/vigia').seal(STEP)],
  ['altered', 41, own.seal(STEP).map((byte, index) => (index === 20 ? byte ^ 1 : byte))],
  ['cut short', 41, own.seal(STEP).slice(0, 20)],
  ['in plain words', 41, Buffer.from(JSON.stringify(STEP))],
  ['nothing', 41, new Uint8Array()],
  ['of a version that we do not know', 41, own.seal({ ...STEP, alertId: 'alert 41' })],
])('what is %s is not ours', (_what, seq, sealed) => {
  expect(() => own.open(seq, sealed)).toThrow(NotOurs)
})
