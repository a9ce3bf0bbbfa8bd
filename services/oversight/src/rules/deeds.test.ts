/** Who may do what about an alert, and when: whoever owes the duty answers, and dismisses nothing. */
import { expect, test } from 'vitest'
import { type Deed, faultOfMoment, faultOfOffice, faultOfWish } from './deeds.ts'

const NOW = new Date('2026-11-20T12:00:00Z')
const later = (days: number, ms = 0) => new Date(NOW.getTime() + days * 86_400_000 + ms)
const words = 'Se pidió el expediente a la Procuraduría por escrito.'
const seenTo = (until: Date): Deed => ({ step: 'ACKNOWLEDGED', words, until })
const assigned: Deed = { step: 'ASSIGNED', office: 'PPNNA', account: null }
const said = (step: 'COMMENTED' | 'ANSWERED' | 'CLOSED', what = words): Deed => ({ step, words: what })

/** Owed by the Procuraduría, and overseen by the secretaries and the commission of the state. */
const alert = { kind: 'NO_DETERMINATION', subject: 'a file', isPlaceOfInm: false } as const
test.each([
  ['sees to it', seenTo(later(1)), ['state-secretary', 'federal-secretary', 'ombudsperson-state']],
  ['gives it to somebody', assigned, ['state-secretary', 'federal-secretary', 'ombudsperson-state']],
  ['closes it', said('CLOSED'), ['state-secretary', 'federal-secretary', 'ombudsperson-state']],
  ['answers', said('ANSWERED'), ['ppnna-officer']],
] as const)('who %s', (_what, deed, may) => {
  const roles = [
    ...(['state-secretary', 'federal-secretary', 'ombudsperson-state', 'ombudsperson-federal'] as const),
    ...(['ppnna-officer', 'dif-officer', 'independent-counsel', 'partner'] as const),
  ]

  expect(roles.filter((role) => faultOfOffice(deed, alert, role) === null)).toEqual(may)
  expect(faultOfOffice(said('COMMENTED'), alert, 'dif-officer')).toBeNull()
})

const open = { severity: 'RED', resolvedAt: null, closedAt: null, acknowledgedUntil: null } as const
test.each([
  ['for two weeks', seenTo(later(14)), open, null],
  ['for a moment more', seenTo(later(14, 1)), open, 'BAD_USER_INPUT'],
  ['until now', seenTo(NOW), open, 'BAD_USER_INPUT'],
  ['until a moment from now', seenTo(later(0, 1)), open, null],
  ['what is critical, for three days', seenTo(later(3)), { ...open, severity: 'CRITICAL' }, null],
  ['what is critical, for a moment more', seenTo(later(3, 1)), { ...open, severity: 'CRITICAL' }, 'BAD_USER_INPUT'],
  ['what a fact has ended', seenTo(later(1)), { ...open, resolvedAt: NOW }, 'CONFLICT'],
  ['what somebody has closed', seenTo(later(1)), { ...open, closedAt: NOW }, 'CONFLICT'],
] as const)('seeing to it %s', (_how, deed, stands, fault) => {
  expect(faultOfMoment(deed, stands, NOW)?.code ?? null).toBe(fault)
})

test('of what is over one can only speak', () => {
  const over = { ...open, resolvedAt: NOW, closedAt: NOW }
  const faults = [assigned, said('CLOSED'), said('ANSWERED'), said('COMMENTED')].map((deed) =>
    faultOfMoment(deed, over, NOW),
  )

  expect(faults.map((fault) => fault?.code ?? null)).toEqual(['CONFLICT', 'CONFLICT', null, null])
  expect(faultOfMoment(assigned, open, NOW)).toBeNull()
})

test('a reason is longer than a word spoken, and who is given an alert is given no words', () => {
  const short = 'Ya se pidió.'

  expect([said('CLOSED', short), seenTo(later(1))].map((deed) => faultOfWish(deed)?.code ?? null)).toEqual([
    ...['BAD_USER_INPUT', null],
  ])
  expect(faultOfWish({ step: 'ACKNOWLEDGED', words: short, until: later(1) })?.code).toBe('BAD_USER_INPUT')
  expect([said('COMMENTED', short), said('ANSWERED', short), assigned].map(faultOfWish)).toEqual([null, null, null])
  expect(faultOfWish(said('COMMENTED', 'ya'))?.code).toBe('BAD_USER_INPUT')
})

test.each(['ya', 'ya '.repeat(200), 'ya se\u202e pidió', 'ya se pidió a 55 5555 5555', 'ya ya ya ya ya'])(
  'whoever comments %j, or answers it, is not told of a reason that nobody asked for',
  (what) => {
    for (const step of ['COMMENTED', 'ANSWERED'] as const)
      expect(faultOfWish(said(step, what))?.sentence).toMatch(/^Write (?!.*\breason\b)/)
  },
)
