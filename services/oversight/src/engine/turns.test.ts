/** What becomes of an open alert by what was judged now, and by which fact. */
import { expect, test } from 'vitest'
import { after } from '../../../../tests/support/builders/picture.ts'
import type { Found, Judgement } from './judge.ts'
import { type OpenAlert, turnsOf } from './turns.ts'

const FOUND: Found = {
  ...{ kind: 'HELD_WITHOUT_LEGAL_BASIS', subject: 'a stay', state: '07', facilityId: 'a place' },
  ...{ since: after(0), severity: 'RED', reachedAt: after(24), restsOn: 'OURS' },
}
const STANDING: OpenAlert = { ...FOUND, id: 'an alert', acknowledgedUntil: null }
const NOTHING: Judgement = { open: [], over: [], late: [], held: [], next: null }
const NOW = after(40)

interface Case {
  about?: 'CHILD' | 'FACILITY'
  judgement: Partial<Judgement>
  alert?: Partial<OpenAlert>
}
const turns = ({ about = 'CHILD', judgement, alert = {} }: Case) =>
  turnsOf({ about, judgement: { ...NOTHING, ...judgement } }, [{ ...STANDING, ...alert }], NOW)
const UNCHANGED = { opened: [], changed: [], lapsed: [], resolved: [] }

test('what is as it was is not written again, however often it is judged', () => {
  expect(turns({ judgement: { open: [FOUND] } })).toEqual(UNCHANGED)
  expect(turns({ judgement: { open: [FOUND] }, alert: { acknowledgedUntil: after(41) } })).toEqual(UNCHANGED)
})

test('what is found and does not stand is opened, also beside another of its kind', () => {
  const other = { ...FOUND, subject: 'another stay' }

  expect(turns({ judgement: { open: [FOUND, other] } })).toEqual({ ...UNCHANGED, opened: [other] })
})

test.each([
  ['graver', { severity: 'CRITICAL', reachedAt: after(36) }, 'ESCALATED'],
  ['less grave', { severity: 'AMBER', reachedAt: after(3) }, 'LOWERED'],
  ['as grave by a further step', { reachedAt: after(36) }, 'ESCALATED'],
  ['as grave by an earlier step', { reachedAt: after(12) }, null],
  ['as grave by a clock that began later', { since: after(1), reachedAt: after(25) }, null],
  ['at another place', { facilityId: 'another place' }, null],
  ['at a place that nobody knows', { facilityId: null }, null],
  ['as grave for another reason', { restsOn: 'THE LAW' }, null],
] as const)('what is now %s is changed, and that is a step or none', (_what, now, turn) => {
  const found = { ...FOUND, ...now }

  expect(turns({ judgement: { open: [found] } })).toEqual({
    ...UNCHANGED,
    changed: [{ id: 'an alert', wasUntil: null, found, turn }],
  })
})

test('that somebody sees to it ends with its time, whether its cause is told of or not', () => {
  const seen = { alert: { acknowledgedUntil: after(40) } }
  const of = { id: 'an alert', wasUntil: after(40) }

  expect(turns({ ...seen, judgement: { open: [FOUND] } }).changed).toEqual([{ ...of, found: FOUND, turn: null }])
  expect(turns({ ...seen, judgement: { held: [FOUND] } })).toEqual({ ...UNCHANGED, lapsed: [of] })
  expect(turns({ judgement: { held: [FOUND] } })).toEqual(UNCHANGED)
})

const { kind, subject } = FOUND
const ended = (id: string, at: Date | null) => ({ kind, subject, ending: { fact: 'stay', id, at } })
const resolvedBy = (of: Case) => turns(of).resolved.map(({ fact, factId, endedAt }) => [fact, factId, endedAt])

test('what does not hold any more is resolved by the last fact that ends it, or by one that has no time', () => {
  const over = [ended('first', after(2)), ended('last', after(30)), ended('between', after(20))]
  const ofAnother = { ...ended('not its own', after(39)), subject: 'another stay' }

  expect(resolvedBy({ judgement: { over: [...over, ofAnother] } })).toEqual([['stay', 'last', after(30)]])
  expect(resolvedBy({ judgement: { over: [...over, ended('whenever', null)] } })).toEqual([['stay', 'whenever', null]])
  expect(resolvedBy({ judgement: { over: [ended('whenever', null), ...over] } })).toEqual([['stay', 'whenever', null]])
  expect(resolvedBy({ judgement: {} })).toEqual([[null, null, null]])
})

test('of a place nobody has left in time who had left before the day on which its clock began', () => {
  const place = { about: 'FACILITY', alert: { since: after(30) } } as const
  const [before, onThatDay] = [ended('before', after(0)), ended('on that day', after(29))]

  expect(resolvedBy({ ...place, judgement: { over: [before] } })).toEqual([[null, null, null]])
  expect(resolvedBy({ ...place, judgement: { over: [onThatDay, before] } })).toEqual([
    ['stay', 'on that day', after(29)],
  ])
  expect(resolvedBy({ ...place, about: 'CHILD', judgement: { over: [before] } })).toEqual([
    ['stay', 'before', after(0)],
  ])
})

test('what turns out to be of another state ends here and is opened there', () => {
  const there = { ...FOUND, state: '30' }

  expect(turns({ judgement: { open: [there] } })).toEqual({
    ...UNCHANGED,
    opened: [there],
    resolved: [{ id: 'an alert', fact: 'another_state', factId: null, endedAt: null }],
  })
})
