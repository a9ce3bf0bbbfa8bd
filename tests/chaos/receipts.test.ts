/** What receivers took is held against the history: what is missing, foreign, another's, out of its order or unsigned is found. */
import { expect, test } from 'vitest'
import type { Step } from './checker.ts'
import { breachesOf, unsignedIn } from './receipts.ts'
import type { Message } from './receivers.ts'
import type { SeesAs } from './sees-as.ts'
import { aReceiptKey, isSignedBy, signReceipt } from './verified.ts'

const KIND = 'HELD_WITHOUT_LEGAL_BASIS'
const aStep = (stepId: number, step: string, acta: string): Step => ({
  ...{ seq: stepId, stepId, alertId: `alert of ${acta}`, kind: KIND, step, severity: 'CRITICAL', state: '07' },
  ...{ at: new Date(0), acta, folio: null, childId: acta },
})
const steps = [aStep(1, 'OPENED', 'one'), aStep(2, 'OPENED', 'two'), aStep(3, 'RESOLVED', 'one')]
const MARK = '0a'
const marks = new Map(steps.map(({ stepId }) => [stepId, MARK]))
const plain: SeesAs = { alert: (id) => id, child: (id) => id }
const sealed: SeesAs = { alert: (id) => `hidden ${id}`, child: (id) => `word_${id}` }
const sentTo =
  (seesAs: SeesAs, isPartner: boolean) =>
  ({ stepId, step, alertId, childId, state }: Step): Message => ({
    ...{
      id: `msg_${isPartner ? seesAs.child(`step ${stepId}-${MARK}`).slice(0, 22) : `${stepId}-${MARK}`}_endpoint`,
      type: `alert.${step.toLowerCase()}`,
    },
    data: { alertId: seesAs.alert(alertId), childRef: seesAs.child(childId ?? ''), kind: KIND, state },
  })
const taken = (numbers: readonly number[], of: (step: Step) => Message) =>
  numbers.flatMap((number) => steps.filter(({ stepId }) => stepId === number).map(of))
const ofSystem = (numbers: readonly number[], isOrdered = true) =>
  breachesOf(
    { name: 'it', states: null, seesAs: null, marks, isOrdered, taken: taken(numbers, sentTo(plain, false)) },
    steps,
  )
const ofPartner = (numbers: readonly number[], change: (message: Message) => Message = (message) => message) => {
  const messages = taken(numbers, sentTo(sealed, true)).map(change)
  return breachesOf({ name: 'it', states: ['07'], seesAs: sealed, marks, isOrdered: true, taken: messages }, steps)
}

test('given each child in its order, whatever the order of children, it finds nothing', () => {
  expect(ofSystem([2, 1, 3])).toEqual([])
  expect(ofPartner([2, 1, 3])).toEqual([])
})

test('given one that is missing, doubled or out of its order, it says so', () => {
  expect(ofSystem([1, 2])).toEqual(['it took 2 messages where 3 are due'])
  expect(ofSystem([3, 1, 2])).toEqual(['it took step 1 of one after 3'])
  expect(ofSystem([1, 2, 3, 3])[0]).toBe('it took 4 messages where 3 are due')
  expect(ofPartner([3, 1, 2])).toEqual(['it took step 1 of one after 3'])
  expect(ofSystem([3, 1, 2], false)).toEqual([])
})

test.each<[string, (message: Message) => Message, RegExp]>([
  ['what is not his', (message) => ({ ...message, data: { ...message.data, state: '30' } }), /^it was sent .* in 30, /],
  ['an id of no step', (message) => ({ ...message, id: 'msg_9_endpoint' }), /which is no step of his$/],
  ['the alert of another', (message) => ({ ...message, data: { ...message.data, alertId: 'x' } }), /of another step$/],
  [
    'the word of another partner',
    (message) => ({ ...message, data: { ...message.data, childRef: 'x' } }),
    /of another step$/,
  ],
  ['the type of another step', (message) => ({ ...message, type: 'alert.lowered' }), /of another step$/],
])('given %s, it says so', (_what, change, sentence) => {
  expect(ofPartner([1, 2, 3], change)[0]).toMatch(sentence)
})

test('given a receipt that is missing, or signed by another or of another message, it says so', () => {
  const [key, other] = [aReceiptKey(), aReceiptKey()]
  const kept = (id: string, by: typeof key, of = id) => ({ id, receipt: `100.${signReceipt(by, of, '100')}` })
  expect(unsignedIn('it', key.publicKey, [kept('msg_1', key)])).toEqual([])
  const wrong = [kept('msg_1', other), kept('msg_2', key, 'msg_1'), { id: 'msg_3', receipt: null }]
  expect(unsignedIn('it', key.publicKey, wrong)).toHaveLength(3)
})

test('given a signature of other bytes, of another secret or of none, it is none', () => {
  const secret = `whsec_${Buffer.from('a secret of a test').toString('base64')}`
  const signed = { id: 'msg_1', timestamp: '100', body: '{}' }
  // By openssl: printf 'msg_1.100.{}' | openssl dgst -sha256 -hmac 'a secret of a test' -binary | base64
  const signature = 'v1,ESv0jKmCKkmMeQOK8rEyROzxp8Yn5RA81NjhH7iVomM='
  expect(isSignedBy(secret, signed, `v1,AAAA ${signature}`)).toBe(true)
  expect(isSignedBy(secret, { ...signed, body: '{} ' }, signature)).toBe(false)
  expect(isSignedBy(`whsec_${Buffer.from('another').toString('base64')}`, signed, signature)).toBe(false)
  expect(isSignedBy(`whpk_${aReceiptKey().publicKey}`, signed, 'v1a,AAAA')).toBe(false)
  expect(isSignedBy(secret, signed, '')).toBe(false)
})
