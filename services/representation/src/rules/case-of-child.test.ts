import type { CaseStatus } from '@vigia/law/protection-cases'
import { expect, test } from 'vitest'
import { caseOfChild } from './case-of-child.ts'

const aCase = (id: string, status: CaseStatus, day: number) => ({
  id,
  status,
  openedAt: new Date(Date.UTC(2026, 0, day)),
})

test.each([
  ['none', [], undefined],
  ['one that is closed', [aCase('a', 'CLOSED', 1)], 'a'],
  ['an open one and a later one that was transferred', [aCase('a', 'OPEN', 1), aCase('b', 'TRANSFERRED', 9)], 'a'],
  ['one in follow-up and a later open one', [aCase('a', 'IN_FOLLOW_UP', 1), aCase('b', 'OPEN', 9)], 'b'],
  ['one in follow-up and a later closed one', [aCase('a', 'IN_FOLLOW_UP', 1), aCase('b', 'CLOSED', 9)], 'a'],
  ['two opened on one day', [aCase('a', 'OPEN', 1), aCase('b', 'OPEN', 1)], 'b'],
  ['two that are closed', [aCase('a', 'CLOSED', 9), aCase('b', 'CLOSED', 1)], 'a'],
] as const)('given %s', (_situation, cases, id) => {
  expect(caseOfChild(cases)?.id).toBe(id)
  expect(caseOfChild(cases.toReversed())?.id).toBe(id)
})
