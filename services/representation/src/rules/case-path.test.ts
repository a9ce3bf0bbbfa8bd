import { expect, test } from 'vitest'
import { casePathOf, isUndetermined, isUnprocessed, type KnownOfChild } from './case-path.ts'

const at = (day: number) => new Date(Date.UTC(2026, 2, day, 12))
const known = (facts: Partial<KnownOfChild>): KnownOfChild => ({
  notices: [],
  cases: [],
  determinations: [],
  plans: [],
  ...facts,
})
const aCase = { folio: 'PPNNA-20-2026-000001', state: '20', openedAt: at(9), notifiedAt: null } as const

test('given nothing, there is nothing to count', () => {
  expect(casePathOf(known({}))).toBeNull()
})

test('given a determination alone, no state answers for the child', () => {
  expect(casePathOf(known({ determinations: [{ decidedAt: at(1), authority: 'PPNNA' }] }))).toBeNull()
})

test('given two notices, the first one says when and where', () => {
  const notices = [
    { id: 'b', state: '30', notifiedAt: at(5) },
    { id: 'a', state: '07', notifiedAt: at(3) },
  ] as const

  expect(casePathOf(known({ notices }))).toMatchObject({ state: '07', notifiedAt: at(3), openedAt: null })
})

test('given a case that knows of an earlier notice, the earlier counts and the state stays', () => {
  const notices = [{ id: 'a', state: '07', notifiedAt: at(3) }] as const
  const path = casePathOf(known({ notices, cases: [{ ...aCase, notifiedAt: at(2) }] }))

  expect(path).toMatchObject({ state: '07', notifiedAt: at(2), openedAt: at(9) })
})

test('given a case without notice, its state answers', () => {
  expect(casePathOf(known({ cases: [aCase] }))).toMatchObject({ state: '20', notifiedAt: null })
})

test.each([
  [null, null, null, false, false],
  [at(1), null, null, true, false],
  [at(1), at(2), null, false, true],
  [null, at(2), null, false, true],
  [at(1), at(2), at(3), false, false],
])('given notice %s, case %s, determination %s', (notifiedAt, openedAt, determinedAt, unprocessed, undetermined) => {
  const path = { state: '07', notifiedAt, openedAt, determinedAt, planOn: null } as const

  expect([isUnprocessed(path), isUndetermined(path)]).toEqual([unprocessed, undetermined])
})

test.each([
  ['of INM alone', [{ decidedAt: at(10), authority: 'INM' }], null],
  [
    'of INM, and later of the Procuraduría',
    [
      { decidedAt: at(10), authority: 'INM' },
      { decidedAt: at(12), authority: 'PPNNA' },
    ],
    at(12),
  ],
] as const)('given a determination %s, that of the Procuraduría alone is one', (_by, determinations, determinedAt) => {
  const path = casePathOf(known({ cases: [aCase], determinations }))

  expect(path?.determinedAt).toEqual(determinedAt)
  expect(path && isUndetermined(path)).toBe(determinedAt === null)
})
