/** What is owed of each detection, where a child is found again. */
import { expect, test } from 'vitest'
import { aChild, aFind, aStayIn, coursesOf, days, departed } from '../../../../tests/support/builders/picture.ts'
import { handoverNotProven } from '../rules/alerts/handover-not-proven.ts'
import { noHumanitarianStatus } from '../rules/alerts/no-humanitarian-status.ts'
import { noInitialEvaluation } from '../rules/alerts/no-initial-evaluation.ts'
import { notRepresented } from '../rules/alerts/not-represented.ts'
import { ppnnaNotNotified } from '../rules/alerts/ppnna-not-notified.ts'

const untold = aFind({ ppnnaNotifiedAt: null, difNotifiedAt: null })
const again = aFind({ id: 'again', at: days(60), ppnnaNotifiedAt: null, difNotifiedAt: null })
const ASKED_OF_DETECTIONS = [
  ['A03', ppnnaNotNotified],
  ['A05', handoverNotProven],
  ['A07', notRepresented],
  ['A10', noHumanitarianStatus],
  ['A14', noInitialEvaluation],
] as const
test.each(ASKED_OF_DETECTIONS)(
  '%s of a child who is found again: the new detection ends the first',
  (_number, rule) => {
    const child = aChild({ detections: [again, untold], stays: [aStayIn('CCAN')] })
    const [first, second, ...more] = coursesOf(rule, child)

    expect(first).toMatchObject({ subject: 'found', ending: { fact: 'new_detection', id: 'again', at: days(60) } })
    expect([second?.subject, second?.ending, more]).toEqual(['again', null, []])
  },
)

test.each(ASKED_OF_DETECTIONS)(
  '%s of a child who was returned and found again: the return ended the first',
  (number, rule) => {
    const stays = [aStayIn('CCAN', { leftAt: days(9) }), aStayIn('CCAN', { id: 'later', at: days(60) })]
    const child = aChild({
      detections: [untold, again],
      stays,
      returns: [departed(), departed({ id: 'twice', at: days(70) })],
    })
    const [first] = coursesOf(rule, child)

    // Of a return without the evaluation nothing makes good.
    expect(first?.ending?.id).toBe(number === 'A14' ? 'again' : 'return')
  },
)

test.each([
  ['A10', noHumanitarianStatus],
  ['A14', noInitialEvaluation],
] as const)('%s is not asked of a detection after which nobody knows where the child was', (_number, rule) => {
  const child = aChild({ detections: [untold, again], stays: [aStayIn('CASE', { at: days(60) })] })

  expect(coursesOf(rule, child).map(({ subject }) => subject)).toEqual(['again'])
})

test('what had ended before the child was found again ended what was owed for the former; what ended later had not', () => {
  const gone = (leftAt: Date) => [aStayIn('CCAN', { leftAt, exitType: 'CONTINUED_ROUTE' as const })]
  const endOfFirst = (leftAt: Date) =>
    coursesOf(ppnnaNotNotified, aChild({ detections: [untold, again], stays: gone(leftAt) }))[0]?.ending

  expect(endOfFirst(days(3))).toEqual({ fact: 'stay', id: 'stay', at: days(3) })
  expect(endOfFirst(days(61))).toEqual({ fact: 'new_detection', id: 'again', at: days(60) })
})
