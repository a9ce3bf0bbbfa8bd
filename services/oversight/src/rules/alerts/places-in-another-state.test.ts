/** In which state an alert about a stay is, where the child was found in another one: there sits whoever has to act. */
import { expect, test } from 'vitest'
import { aChild, after, aStayIn, coursesOf, days } from '../../../../../tests/support/builders/picture.ts'
import type { Keeping, Measure, Stay } from '../../engine/child.ts'
import type { ChildRule } from '../../engine/rule.ts'
import { claimGivenUpInCare } from './claim-given-up-in-care.ts'
import { disappearanceNotReported } from './disappearance-not-reported.ts'
import { heldInProhibitedPlace } from './held-in-prohibited-place.ts'
import { heldWithoutLegalBasis } from './held-without-legal-basis.ts'
import { lodgedWithoutMeasure } from './lodged-without-measure.ts'
import { longStay } from './long-stay.ts'
import { measureNotRatified } from './measure-not-ratified.ts'
import { notApartFromAdults } from './not-apart-from-adults.ts'
import { reviewOverdue } from './review-overdue.ts'

const keeping: Keeping = {
  ...{ toldAt: after(1), sleepsWith: 'UNRELATED_ADULTS', areSiblingsApart: null },
  ...{ isMissingReported: false, missingReportedAt: null },
}
const measure: Measure = {
  id: 'm',
  at: after(1),
  stayId: 'stay',
  requestedAt: after(1),
  orderedAt: null,
  ratifiedAt: null,
}
const givenUp = { id: 'claim', at: after(1), status: 'ABANDONED', statusOn: '2026-11-06', notifiedOn: null } as const

const OF_A_STAY: [string, ChildRule, Stay['type'], Partial<Stay>][] = [
  ['A01', heldInProhibitedPlace, 'EM', {}],
  ['A02', heldWithoutLegalBasis, 'CCAN', {}],
  ['A12', lodgedWithoutMeasure, 'CASE', {}],
  ['A13', measureNotRatified, 'CASE', {}],
  ['A24', claimGivenUpInCare, 'CASE', {}],
  ['A25', longStay, 'CASE', {}],
  ['A26', reviewOverdue, 'CASE', {}],
  ['A28', notApartFromAdults, 'CASE', { keeping }],
  ['A34', disappearanceNotReported, 'CASE', { keeping, leftAt: days(9), exitType: 'NOT_LOCATED' }],
]
test.each(OF_A_STAY)(
  'given a child found in Chiapas and kept in Tabasco, %s is of Tabasco; where nobody knows of which state the place is, of Chiapas',
  (_number, rule, type, more) => {
    const statesOf = (state: string | null) => {
      const stays = [aStayIn(type, { state, ...more })]
      return coursesOf(rule, aChild({ state: '07', stays, measures: [measure], claims: [givenUp] })).map(
        (course) => course.state,
      )
    }

    expect(statesOf('27')).toEqual(['27'])
    expect(statesOf(null)).toEqual(['07'])
  },
)
