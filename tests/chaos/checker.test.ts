/** The checker of a run finds each way in which the guarantee can be broken: one that finds nothing proves nothing. */
import { TOLD_UNASKED } from '@vigia/law/alert-stream'
import { expect, test } from 'vitest'
import { breaches, type Evidence, type Outcome, type Step } from './checker.ts'
import type { SeesAs } from './sees-as.ts'
import type { Received } from './subscriber.ts'

const at = new Date('2026-11-25T12:00:00Z')
const aStep = (seq: number, differences: Partial<Step> = {}): Step => ({
  ...{
    seq,
    stepId: seq,
    alertId: `alert ${seq}`,
    kind: 'HELD_WITHOUT_LEGAL_BASIS',
    step: 'OPENED',
    severity: 'CRITICAL',
    state: '07',
  },
  ...{ at, acta: `acta ${seq}`, folio: `folio ${seq}`, childId: `child ${seq}`, ...differences },
})
const told = ({ seq, alertId, kind, step, severity, state, folio }: Step): Received => ({
  ...{ id: alertId, seq, cursor: `cursor ${seq}`, kind, step, severity, state: { code: state } },
  ...{ child: folio === null ? null : { folio }, isPartial: false, receivedAt: 0 },
})
const aFile = (acta: string, differences: Partial<Outcome> = {}): Outcome => ({
  ...{ name: 'a file', actas: [acta], rows: 1, found: 1, isAcknowledged: true, never: [] },
  expects: [{ kind: 'HELD_WITHOUT_LEGAL_BASIS', step: 'OPENED', gravest: { severity: 'CRITICAL', at } }],
  ...differences,
})

const steps = [aStep(1), aStep(2, { state: '27' }), aStep(3)]
const UNASKED = { steps: TOLD_UNASKED, seesAs: null }
const sound: Evidence = {
  ...{ steps, history: 3, outcomes: [aFile('acta 1'), aFile('acta 2'), aFile('acta 3')] },
  told: [
    { ...UNASKED, name: 'federal', states: null, received: steps.map(told) },
    { ...UNASKED, name: 'Chiapas', states: ['07'], received: steps.filter(({ state }) => state === '07').map(told) },
  ],
}
const federal = (received: Received[]): Partial<Evidence> => ({
  told: [{ ...UNASKED, name: 'federal', states: null, received }],
})
const [one, two, three] = steps.map(told)
const given = (...events: (Received | undefined)[]) => federal(events.flatMap((event) => event ?? []))

test('given all is as it must be, it finds nothing', () => {
  expect(breaches(sound)).toEqual([])
})

test('given a file of unknown outcome, it may be there or not, and is asked nothing where it is not', () => {
  const gone = aFile('acta 9', { isAcknowledged: false, found: 0 })
  expect(breaches({ ...sound, outcomes: [...sound.outcomes, gone] })).toEqual([])
})

const seesAs: SeesAs = { alert: (id) => `hidden ${id}`, child: (id) => `word for ${id}` }
const seen = ({ alertId, childId, ...step }: Step): Received => {
  const { seq: _seq, child: _child, ...event } = told({ alertId, childId, ...step })
  return { ...event, id: seesAs.alert(alertId), childRef: childId === null ? null : seesAs.child(childId) }
}
const [own, last] = steps.filter(({ state }) => state === '07').map(seen)
const ofPartner = (...received: (Received | undefined)[]) => {
  const partner = { name: 'partner', states: ['07'], steps: TOLD_UNASKED, seesAs }
  return breaches({ ...sound, told: [{ ...partner, received: received.flatMap((event) => event ?? []) }] })
}

test('given a partner, who knows no place, it is held to the order of what it was told, by words of its own key', () => {
  expect(ofPartner(own, last)).toEqual([])
  expect(ofPartner(last)[1]).toBe('partner was never told of 1 steps')
  expect(ofPartner(last, own)[0]).toMatch(/^partner: his event 1 /)
  expect(ofPartner(own && { ...own, id: 'alert 1' }, last)[0]).toMatch(/^partner: his event 1 /)
  expect(ofPartner(own && { ...own, childRef: 'word for child 2' }, last)[0]).toMatch(/^partner: his event 1 /)
})

test('given who asks for other steps, he is held to those', () => {
  const [opened, commented] = [aStep(1), aStep(2, { step: 'COMMENTED' })]
  const asking = (asked: readonly string[], ...received: Received[]) =>
    breaches({
      ...{ steps: [opened, commented], history: 2, outcomes: [] },
      told: [{ name: 'he', states: null, steps: asked, seesAs: null, received }],
    })
  expect(asking(TOLD_UNASKED, told(opened))).toEqual([])
  expect(asking(['OPENED', 'COMMENTED'], told(opened), told(commented))).toEqual([])
  expect(asking(['OPENED', 'COMMENTED'], told(opened))).toEqual(['he was never told of 1 steps'])
})

test.each<[string, Partial<Evidence>, RegExp]>([
  ['a step that he was never told', given(one, three), /^federal: his event 2 is 3 .* where it must be 2 /],
  ['the last step not told', given(one, two), /^federal was never told of 1 steps$/],
  ['steps in another order', given(two, one, three), /^federal: his event 1 is 2 /],
  ['a step told that is none', given(one, two, three, one), /^federal: his event 4 is 1 .* must be nothing$/],
  [
    'the child of another',
    given(one, two, three && { ...three, child: { folio: 'folio 1' } }),
    /^federal: his event 3/,
  ],
  [
    'what is not his',
    {
      told: [{ ...UNASKED, name: 'Tabasco', states: ['27'], received: [one, two].flatMap((event) => event ?? []) }],
    },
    /^Tabasco was told of HELD_WITHOUT_LEGAL_BASIS in 07/,
  ],
  ['a gap', { steps: [aStep(1), aStep(3)], history: 2, told: [], outcomes: [] }, /^the stream has a gap at 2$/],
  ['a step without a place', { history: 4 }, /^the history has 4 steps, the stream 3$/],
  [
    'an acknowledged file that is gone',
    { outcomes: [aFile('acta 1', { found: 0 })] },
    /was acknowledged, and is not there$/,
  ],
  ['half a file', { outcomes: [aFile('acta 1', { rows: 2, isAcknowledged: false })] }, /: 1 of its 2 rows are there$/],
  [
    'an alert that was never raised',
    { outcomes: [aFile('acta 9')] },
    /^HELD_WITHOUT_LEGAL_BASIS OPENED of acta 9 .*: lost$/,
  ],
  ['an alert raised twice', { steps: [...steps, aStep(4, { acta: 'acta 1' })], history: 4, told: [] }, /: 2 times$/],
  [
    'an alert that must not be',
    { outcomes: [aFile('acta 1', { expects: [], never: [{ kind: 'HELD_WITHOUT_LEGAL_BASIS', step: 'OPENED' }] })] },
    /: invented$/,
  ],
  [
    'an alert before its time',
    { steps: [aStep(1, { at: new Date(at.getTime() - 60_000) }), ...steps.slice(1)] },
    /: never that grave, or too early$/,
  ],
])('given %s, it says so', (_what, broken, sentence) => {
  const found = breaches({ ...sound, ...broken })
  expect(found[0]).toMatch(sentence)
})
