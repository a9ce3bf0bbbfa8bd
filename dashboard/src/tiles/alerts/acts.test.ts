import { expect, test } from 'vitest'
import type { Person } from '../../api/session.ts'
import { type Actable, actsFor } from './acts.ts'

const OPEN: Actable = {
  overseers: ['SIPINNA', 'SIPINNA_STATE', 'CEDH'],
  dutyHolders: ['PPNNA'],
  closedAt: null,
  resolvedAt: null,
}
const person = (role: Person['role'], ...scopes: string[]): Person => ({
  name: 'Alguien',
  role,
  states: null,
  scopes,
  endsAt: '2026-11-25T18:00:00Z',
  idleMinutes: 30,
  hasExplorer: true,
  forWhom: '',
  draftKey: '',
})
const ALL = ['alert:act', 'alert:close', 'alert:answer'] as const

test('whoever oversees the duty acknowledges, assigns, comments and closes, and does not answer', () => {
  expect(actsFor(OPEN, person('state-secretary', ...ALL))).toEqual(['acknowledge', 'assign', 'comment', 'close'])
})

test('what somebody sees to can be taken back by who oversees the duty', () => {
  const seen = { ...OPEN, acknowledgedUntil: '2026-11-26T18:00:00Z' }

  expect(actsFor(seen, person('state-secretary', ...ALL))).toContain('release')
  expect(actsFor(seen, person('ppnna-officer', ...ALL))).not.toContain('release')
})

test('whoever owes the duty comments and answers, and dismisses nothing', () => {
  expect(actsFor(OPEN, person('ppnna-officer', ...ALL))).toEqual(['comment', 'answer'])
})

test('an overseer of others comments alone', () => {
  expect(actsFor(OPEN, person('ombudsperson-federal', ...ALL))).toEqual(['comment'])
})

test.each([{ resolvedAt: '2026-11-25T10:00:00Z' }, { closedAt: '2026-11-25T10:00:00Z' }])(
  'of what is over one can only speak: %o',
  (over) => expect(actsFor({ ...OPEN, ...over }, person('state-secretary', ...ALL))).toEqual(['comment']),
)

test('without the scope nothing is offered', () => {
  expect(actsFor(OPEN, person('federal-secretary'))).toEqual([])
  expect(actsFor(OPEN, person('partner', ...ALL))).toEqual([])
})
