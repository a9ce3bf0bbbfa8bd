/** What is said of courses at an instant: open, over by which fact, late, held; and when to look again. */

import { thresholdsOf } from '@vigia/law/alert-thresholds'
import { dayNumberOf } from '@vigia/law/local-dates'
import { instantOf } from '@vigia/law/mexican-time'
import { expect, test } from 'vitest'
import { type Course, climb } from './course.ts'
import { type InForce, type Judged, judge } from './judge.ts'
import type { Term } from './terms.ts'

const T0 = instantOf('2026-11-03', 12)
const after = (hours: number) => new Date(T0.getTime() + hours * 3_600_000)
const ended = (at: Date) => ({ fact: 'stay', id: 'stay', at })
const proof = { fact: 'facility', id: 'list', at: null }

/** Amber after 3 hours, red after 24, critical after 36. */
const HELD = thresholdsOf('HELD_WITHOUT_LEGAL_BASIS')
const course = (differences: Partial<Course> = {}): Course => ({
  ...{ subject: 'stay', state: '07', since: T0, steps: climb({ since: T0 }, HELD), ending: null },
  ...differences,
})

const NATIONWIDE: InForce = { nation: () => HELD, states: () => new Map() }
function judged(now: Date, ...courses: readonly Course[]) {
  const rule: Judged<object> = { kind: 'HELD_WITHOUT_LEGAL_BASIS', courses: () => [...courses] }
  const { open, over, late, held, next } = judge([rule], {}, NATIONWIDE, now)
  return {
    open: open.map(({ severity }) => severity),
    over: over.map(({ ending }) => ending),
    late: late.map(({ severity }) => severity),
    held: held.map(({ subject }) => subject),
    next,
  }
}
const NOTHING = { open: [], over: [], late: [], held: [], next: null }

test.each([
  ['before its first step', after(2), course(), { next: after(3) }],
  ['after it', after(4), course(), { open: ['AMBER'], next: after(24) }],
  ['after its last', after(40), course(), { open: ['CRITICAL'] }],
  ['until the fact that ends it', after(4), course({ ending: ended(after(5)) }), { open: ['AMBER'], next: after(5) }],
  ['from that fact on', after(5), course({ ending: ended(after(5)) }), { over: [ended(after(5))], late: ['AMBER'] }],
  ['ended before its first step', after(9), course({ ending: ended(after(2)) }), { over: [ended(after(2))] }],
  ['of which something shows that it does not hold', after(9), course({ steps: [], proof }), { over: [proof] }],
  [
    'that holds, whatever shows that it once did not',
    after(9),
    course({ proof }),
    { open: ['AMBER'], next: after(24) },
  ],
  [
    'ended, whatever else shows it',
    after(5),
    course({ ending: ended(after(5)), proof }),
    { over: [ended(after(5))], late: ['AMBER'] },
  ],
  ['that did not begin and of which nothing is told', after(9), course({ steps: [] }), {}],
  ['of which nobody tells any more', after(40), course({ isHeld: true }), { held: ['stay'] }],
  [
    'that ends by time alone, until then',
    after(4),
    course({ endsUntold: true, ending: ended(after(5)) }),
    { open: ['AMBER'], next: after(5) },
  ],
  [
    'that ended by time alone: nobody tells whether it did',
    after(5),
    course({ endsUntold: true, ending: ended(after(5)) }),
    { held: ['stay'] },
  ],
  ['that would end so, and has no end', after(40), course({ endsUntold: true }), { open: ['CRITICAL'] }],
] as const)('an alert %s', (_which, now, one, expected) => {
  expect(judged(now, one)).toEqual({ ...NOTHING, ...expected })
})

test('what was raised and over before the registry heard of it is told for thirty days, and then it is history', () => {
  const [first, last] = [instantOf('2026-12-05', 23), instantOf('2026-12-06')]
  const one = course({ ending: ended(instantOf('2026-11-05', 18)) })

  expect(judged(first, one)).toEqual({ ...NOTHING, over: [one.ending], late: ['CRITICAL'] })
  expect(judged(last, one)).toEqual({ ...NOTHING, over: [one.ending] })
})

test('the next look is at the first of what changes by time alone', () => {
  expect(judged(after(4), course(), course({ ending: ended(after(9)) }), course({ steps: [] })).next).toEqual(after(9))
})

test('an alert that would stand but for a suspension of work is over by that', () => {
  const [own] = HELD
  const closed = new Map([[dayNumberOf('2026-11-04'), 'suspension']])
  const steps = own ? [{ ...own, at: after(48), suspended: { unless: after(9), closed } }] : []
  const shown = { fact: 'work_suspension', id: 'suspension', at: null }

  expect(judged(after(8), course({ steps }))).toEqual({ ...NOTHING, next: after(48) })
  expect(judged(after(10), course({ steps }))).toEqual({ ...NOTHING, over: [shown], next: after(48) })
  expect(judged(after(10), course({ steps, proof })).over).toEqual([proof])
})

/** Asks of wherever the child was, where a term is set at all. */
const asked: (readonly Term[])[] = []
const wherever: Judged<{ state: string; stays: readonly { state: string }[] }> = {
  kind: 'HELD_WITHOUT_LEGAL_BASIS',
  courses: ({ state, stays }, terms) => {
    asked.push(terms)
    const places = terms.length === 0 ? [] : [state, ...stays.map((stay) => stay.state)]
    return places.map((place) => course({ subject: place, state: place, steps: climb({ since: T0 }, terms) }))
  },
}
const inOneHour: readonly Term[] = HELD.slice(0, 1).map((own) => ({ ...own, amount: 1 }))
const setFor =
  (...states: readonly string[]) =>
  () =>
    new Map(states.map((state) => [state, inOneHour]))
const child = { state: '07', stays: [{ state: '20' }, { state: '27' }] }

test('given thresholds of its own, a state is judged by them, wherever else the child was', () => {
  const inForce = { nation: () => HELD, states: setFor('27') }
  const openAt = (hours: number) => judge([wherever], child, inForce, after(hours)).open.map(({ state }) => state)

  expect(openAt(2)).toEqual(['27'])
  expect(openAt(4)).toEqual(['07', '20', '27'])
})

test('given the nation has none, a state that the child or anything of it names is judged by its own, and no other is asked', () => {
  asked.length = 0
  const inForce = { nation: () => [], states: setFor('07', '27', '30') }

  expect(judge([wherever], child, inForce, after(2)).open.map(({ state }) => state)).toEqual(['07', '27'])
  expect(asked).toEqual([[], inOneHour, inOneHour])
})
