import { expect, test } from 'vitest'
import { endOfRights, rightsUntil } from './rights-of-owner.ts'

const NOW = new Date('2026-11-26T12:00:00Z')
const daysAgo = (days: number) => new Date(NOW.getTime() - days * 86_400_000)
const OWNER = { role: 'partner', scopes: ['alert:read', 'webhook:manage'], seenAt: daysAgo(1), revokedAt: null }

test('rights hold for 90 days from when the issuer vouched for them, and end at once when they are taken', () => {
  expect(endOfRights(OWNER, NOW)).toBe(null)
  expect(endOfRights({ ...OWNER, revokedAt: daysAgo(0.5) }, NOW)).toBe('TURNED_OUT')
  expect(endOfRights({ ...OWNER, revokedAt: daysAgo(2) }, NOW)).toBe(null)
  expect(endOfRights({ ...OWNER, revokedAt: OWNER.seenAt }, NOW)).toBe('TURNED_OUT')
  expect(endOfRights({ ...OWNER, seenAt: daysAgo(89.9) }, NOW)).toBe(null)
  expect(endOfRights({ ...OWNER, seenAt: daysAgo(90) }, NOW)).toBe('NOT_SEEN_FOR_90_DAYS')
})

test('an agreement holds to its end, whenever its partner asked last', () => {
  const agreement = { data: ['alerts'], kinds: null, from: 0, until: NOW.getTime() } as const

  expect(endOfRights({ ...OWNER, agreement }, new Date(NOW.getTime() - 1))).toBe(null)
  expect(endOfRights({ ...OWNER, agreement }, NOW)).toBe('AGREEMENT_ENDED')
})

test('a scope that was left out, or that the role does not hold, is no right', () => {
  expect(endOfRights({ ...OWNER, scopes: ['webhook:manage'] }, NOW)).toBe('NO_RIGHT')
  expect(endOfRights({ ...OWNER, scopes: ['alert:read'] }, NOW)).toBe('NO_RIGHT')
  expect(endOfRights({ ...OWNER, role: 'dif-officer' }, NOW)).toBe('NO_RIGHT')
  expect(endOfRights({ ...OWNER, role: 'nobody' }, NOW)).toBe('NO_RIGHT')
})

test('he is told until he has not asked for 90 days, his agreement ends or he is turned out, whichever comes first', () => {
  const agreement = { data: ['alerts'], kinds: null, from: 0, until: NOW.getTime() } as const

  expect(rightsUntil(OWNER)).toEqual(daysAgo(-89))
  expect(rightsUntil({ ...OWNER, agreement })).toEqual(NOW)
  expect(rightsUntil({ ...OWNER, agreement, seenAt: daysAgo(100) })).toEqual(daysAgo(10))
  expect(rightsUntil({ ...OWNER, agreement, revokedAt: daysAgo(0.5) })).toEqual(daysAgo(0.5))
  expect(rightsUntil({ ...OWNER, revokedAt: daysAgo(2) })).toEqual(daysAgo(-89))
})
