import { expect, test } from 'vitest'
import { type Determination, standingOfReturn } from './standing-of-return.ts'

const DEPARTURE = new Date('2026-06-10T15:00:00Z')
let made = 0
const decided = (hoursBefore: number, facts: Partial<Determination> = {}): Determination => ({
  id: String(++made),
  decidedAt: new Date(DEPARTURE.getTime() - hoursBefore * 3_600_000),
  outcome: 'RETURN_PERMITTED',
  authority: 'PPNNA',
  ...facts,
})
const stays = { outcome: 'STAY_IN_MEXICO' } as const
const byInm = { authority: 'INM' } as const

test.each([
  ['none', [], 'NO_DETERMINATION'],
  ['one that permits, the day before', [decided(24)], 'VALID'],
  ['one that permits, a minute early', [decided(1 / 60)], 'VALID'],
  ['one that permits, at the minute of departure', [decided(0)], 'DETERMINED_AFTER_DEPARTURE'],
  ['one that permits, a minute late', [decided(-1 / 60)], 'DETERMINED_AFTER_DEPARTURE'],
  ['one that says stay, a day late', [decided(-24, stays)], 'DETERMINED_AFTER_DEPARTURE'],
  ['one that says stay', [decided(24, stays)], 'DETERMINATION_SAYS_OTHERWISE'],
  ['stay, then permitted', [decided(48, stays), decided(24)], 'VALID'],
  ['permitted, then stay', [decided(48), decided(24, stays)], 'DETERMINATION_SAYS_OTHERWISE'],
  ['stay before, permitted after', [decided(24, stays), decided(-24)], 'DETERMINATION_SAYS_OTHERWISE'],
  ['permitted and stay, of one instant', [decided(24, stays), decided(24)], 'DETERMINATION_SAYS_OTHERWISE'],
  ['permitted by INM', [decided(24, byInm)], 'DETERMINED_BY_WRONG_AUTHORITY'],
  ['permitted by INM, by the office after', [decided(24, byInm), decided(-24)], 'DETERMINED_BY_WRONG_AUTHORITY'],
  ['permitted by INM, a day late', [decided(-24, byInm)], 'NO_DETERMINATION'],
  ['permitted by INM and by the office, both late', [decided(-24, byInm), decided(-48)], 'DETERMINED_AFTER_DEPARTURE'],
  ['stay by INM', [decided(24, { ...byInm, ...stays })], 'DETERMINATION_SAYS_OTHERWISE'],
  ['office says stay, INM permits', [decided(48, stays), decided(24, byInm)], 'DETERMINATION_SAYS_OTHERWISE'],
  ['office permits, INM says stay', [decided(48), decided(24, { ...byInm, ...stays })], 'VALID'],
] as const)('given determinations: %s, it is %s', (_situation, determinations, standing) => {
  expect(standingOfReturn(DEPARTURE, determinations, null)).toBe(standing)
  expect(standingOfReturn(DEPARTURE, determinations.toReversed(), null)).toBe(standing)
})

test.each([
  ['one that permitted the return before', [decided(96)], 'NO_DETERMINATION'],
  ['that, and one since', [decided(96), decided(24)], 'VALID'],
  ['that, and one that says stay since', [decided(96), decided(24, stays)], 'DETERMINATION_SAYS_OTHERWISE'],
  ['that, and one after this departure', [decided(96), decided(-1)], 'DETERMINED_AFTER_DEPARTURE'],
  ['that, and INM permits since', [decided(96), decided(24, byInm)], 'DETERMINED_BY_WRONG_AUTHORITY'],
  ['INM permitted the return before', [decided(96, byInm)], 'NO_DETERMINATION'],
  ['one at the minute of the return before', [decided(48)], 'VALID'],
  ['stay, against which the child was returned', [decided(96, stays)], 'DETERMINATION_SAYS_OTHERWISE'],
  ['stay, then permitted', [decided(120, stays), decided(96)], 'NO_DETERMINATION'],
  ['permitted, then stay', [decided(120), decided(96, stays)], 'DETERMINATION_SAYS_OTHERWISE'],
  ['permitted and stay, of one instant', [decided(96), decided(96, stays)], 'DETERMINATION_SAYS_OTHERWISE'],
  ['stay, then INM permits', [decided(120, stays), decided(96, byInm)], 'DETERMINATION_SAYS_OTHERWISE'],
] as const)(
  'given a child who came back from a return of 48 hours before: %s, it is %s',
  (_situation, determinations, standing) => {
    const cameBackFrom = new Date(DEPARTURE.getTime() - 48 * 3_600_000)

    expect(standingOfReturn(DEPARTURE, determinations, cameBackFrom)).toBe(standing)
    expect(standingOfReturn(DEPARTURE, determinations.toReversed(), cameBackFrom)).toBe(standing)
  },
)
