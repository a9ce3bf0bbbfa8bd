/** Which term decides when a step is reached, where another was set in its place. */
import { thresholdsOf } from '@vigia/law/alert-thresholds'
import { dayNumberOf } from '@vigia/law/local-dates'
import { instantOf } from '@vigia/law/mexican-time'
import { expect, test } from 'vitest'
import { climb } from './course.ts'
import { inForceOn, reachedBy, type Term } from './terms.ts'

const T0 = instantOf('2026-11-03', 12)
const after = (hours: number) => new Date(T0.getTime() + hours * 3_600_000)
const [own] = thresholdsOf('HELD_WITHOUT_LEGAL_BASIS')
/** Three hours until it was replaced at the tenth, five since. */
const terms: readonly Term[] = own
  ? [
      { ...own, step: 0, until: after(10) },
      { ...own, step: 0, amount: 5, from: after(10) },
    ]
  : []

test.each([
  [after(9.99), [3]],
  [after(10), [5]],
  [after(99), [5]],
])('at %j the term in force is that of %j hours', (at, amounts) => {
  expect(inForceOn(at, terms).map(({ amount }) => amount)).toEqual(amounts)
})

test.each([
  ['by the former, a moment before it was replaced', 6.99, 9.99],
  ['by the new one, at the instant at which the former would have been passed', 7, 12],
  ['by the former, and the new one changes nothing of it', 1, 4],
  ['by the new one, if both began later', 20, 25],
])('a step is reached once: %s', (_how, began, reached) => {
  const steps = reachedBy(terms, ({ amount }) => after(began + amount))

  expect(steps.map(({ at }) => at)).toEqual([after(reached)])
})

test('a stricter term that another had passed before is reached when it comes into force, and no earlier', () => {
  const stricter = own
    ? [
        { ...own, step: 0, amount: 48, until: after(10) },
        { ...own, step: 0, from: after(10) },
      ]
    : []

  expect(reachedBy(stricter, ({ amount }) => after(amount)).map(({ at }) => at)).toEqual([after(10)])
})

/** From Monday 9 November: by the calendar alone over with Monday 16. */
const TOLD = instantOf('2026-11-09', 12)
const closedOn = (...days: readonly string[]) => new Map(days.map((day) => [dayNumberOf(day), day]))
const critical = (closed: ReturnType<typeof closedOn>) =>
  climb(
    { since: TOLD },
    thresholdsOf('CASE_NOT_PROCESSED').map((term) => ({ ...term, closed })),
  ).at(-1)

test('a step that a suspension of work has moved says when it would have been reached but for it', () => {
  const closed = closedOn('2026-11-12', '2026-11-13')

  expect(critical(closed)).toMatchObject({
    at: instantOf('2026-11-19'),
    suspended: { unless: instantOf('2026-11-17'), closed },
  })
  expect(critical(closedOn('2026-11-14', '2026-12-01'))).not.toHaveProperty('suspended')
})
