import { expect, test } from 'vitest'
import { type Silence, type Silenceable, silencedUntil } from './silenced.ts'

const NOW = new Date('2026-11-26T12:00:00Z')
const LATER = new Date('2026-11-28T12:00:00Z')
const silence = (more: Partial<Silence> = {}): Silence => ({
  ...{
    kinds: ['LONG_STAY'],
    state: null,
    facilityId: null,
    authorRole: 'state-secretary',
    until: LATER,
    endedAt: null,
  },
  ...more,
})
const alert = (more: Partial<Silenceable> = {}): Silenceable => ({
  ...{ kind: 'LONG_STAY', severity: 'RED', state: '07', facilityId: 'a' },
  ...more,
})

test.each([
  ['of its kind', silence(), alert()],
  ['of its state and place', silence({ state: '07', facilityId: 'a' }), alert()],
])('a silence %s holds its notices back', (_of, of, one) => {
  expect(silencedUntil([of], one, { role: 'state-secretary', now: NOW })).toEqual(LATER)
})

test.each([
  ['of another kind', silence({ kinds: ['REVIEW_OVERDUE'] }), alert()],
  ['of another state', silence({ state: '30' }), alert()],
  ['of another place', silence({ facilityId: 'b' }), alert()],
  ['of a critical one', silence(), alert({ severity: 'CRITICAL' })],
  ['that is over', silence({ until: NOW }), alert()],
  ['that somebody ended', silence({ endedAt: NOW }), alert()],
  ['of another role', silence({ authorRole: 'federal-secretary' }), alert()],
])('a silence %s does not', (_of, of, one) => {
  expect(silencedUntil([of], one, { role: 'state-secretary', now: NOW })).toBeNull()
})

test('of several the longest counts, and partners are never silenced', () => {
  const longer = new Date('2026-11-30T12:00:00Z')
  const all = [silence(), silence({ until: longer })]

  expect(silencedUntil(all, alert(), { role: 'state-secretary', now: NOW })).toEqual(longer)
  expect(silencedUntil(all, alert(), { role: 'partner', now: NOW })).toBeNull()
})
