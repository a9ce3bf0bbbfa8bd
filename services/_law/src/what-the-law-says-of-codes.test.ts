/** What the law makes of single codes: which returns count, which are forbidden, which exits leave no trace. */
import { expect, test } from 'vitest'
import { ASYLUM_STATUSES, forbidsReturn, isChallenged, tellsOfNeed, wasDecided, wasFiled } from './asylum.ts'
import { AUTHORITIES, isEnforcement, mayDetermineBestInterests } from './authorities.ts'
import { EXIT_TYPES, isGoneOutOfSight, isPlannedExit } from './closures.ts'
import { codeOf, codesOf } from './code-list.ts'
import {
  DETERMINATION_OUTCOMES,
  DETERMINATION_STATUSES,
  GUARANTEES,
  isDecided,
  mayFollowDecision,
  permitsReturn,
} from './determinations.ts'
import { DOCUMENT_HOLDERS, isRetained } from './migration-documents.ts'
import { SEXES } from './people.ts'
import { CLOSING_REASONS, hasLeft } from './protection-cases.ts'
import { isByProcuraduria, isIndependentCounsel, REPRESENTATION_QUALITIES } from './representation-types.ts'
import { isProhibitedReturn, isReturn, RETURN_TYPES } from './return-types.ts'
import { RIGHTS } from './rights.ts'

test('a child leaves Mexico by an act of authority in four ways, three of which are forbidden', () => {
  expect(codesOf(RETURN_TYPES).filter(isReturn)).toEqual([
    'ASSISTED_RETURN',
    'DEPORTATION',
    'BORDER_REJECTION',
    'EXPULSION',
  ])
  expect(codesOf(RETURN_TYPES).filter(isProhibitedReturn)).toEqual(['DEPORTATION', 'BORDER_REJECTION', 'EXPULSION'])
})

test('one outcome alone permits a return, and one authority alone determines it', () => {
  expect(codesOf(DETERMINATION_OUTCOMES).filter(permitsReturn)).toEqual(['RETURN_PERMITTED'])
  expect(codesOf(AUTHORITIES).filter(mayDetermineBestInterests)).toEqual(['PPNNA'])
})

test('a determination is notified and its remedy explained after it is made; all else comes before', () => {
  expect(codesOf(GUARANTEES).filter(mayFollowDecision)).toEqual(['NOTIFIED', 'REMEDY_EXPLAINED'])
})

test('one authority alone enforces migration law here', () => {
  expect(codesOf(AUTHORITIES).filter(isEnforcement)).toEqual(['INM'])
})

test('a claim that is pending or granted forbids a return; one that has ended does not', () => {
  expect(codesOf(ASYLUM_STATUSES).filter((status) => !forbidsReturn(status))).toEqual([
    ...['NO_INDICATION', 'INDICATION', 'NOT_INFORMED', 'INTENTION', 'DENIED', 'WITHDRAWN', 'ABANDONED', 'FILED_AWAY'],
    'DERIVATIVE_DENIED',
  ])
})

test('an indication, or the wish to claim, is no claim that was filed', () => {
  expect(codesOf(ASYLUM_STATUSES).filter((status) => !wasFiled(status))).toEqual([
    ...['NO_INDICATION', 'INDICATION', 'NOT_INFORMED', 'INTENTION'],
  ])
})

test('that there is no sign, or that nobody informed the child, tells of no need', () => {
  expect(codesOf(ASYLUM_STATUSES).filter((status) => !tellsOfNeed(status))).toEqual(['NO_INDICATION', 'NOT_INFORMED'])
})

test('what was decided, reviewed or challenged is a determination; what was begun is none', () => {
  expect(codesOf(DETERMINATION_STATUSES).filter(isDecided)).toEqual(['DECIDED', 'REVIEWED', 'CHALLENGED'])
})

test('COMAR has decided what it granted or denied, also where that is before itself again or before a judge', () => {
  expect(codesOf(ASYLUM_STATUSES).filter(wasDecided)).toEqual([
    ...['REFUGEE', 'COMPLEMENTARY_PROTECTION', 'DENIED', 'IN_REVIEW', 'IN_AMPARO'],
    ...['DERIVATIVE_GRANTED', 'DERIVATIVE_DENIED'],
  ])
  expect(codesOf(ASYLUM_STATUSES).filter(isChallenged)).toEqual(['IN_REVIEW', 'IN_AMPARO'])
})

test('exits that the law did not foresee are unplanned; three of them lead out of sight', () => {
  expect(codesOf(EXIT_TYPES).filter((type) => !isPlannedExit(type))).toEqual([
    ...['VOLUNTARY_ABANDONMENT', 'CONTINUED_ROUTE', 'NOT_LOCATED', 'TAKEN_BY_RELATIVE', 'DEATH', 'OTHER_UNPLANNED'],
  ])
  expect(codesOf(EXIT_TYPES).filter(isGoneOutOfSight)).toEqual([
    'VOLUNTARY_ABANDONMENT',
    'CONTINUED_ROUTE',
    'NOT_LOCATED',
  ])
  expect(codesOf(CLOSING_REASONS).filter(hasLeft)).toEqual([
    ...['UNAUTHORISED_EXIT', 'CONTINUED_ROUTE', 'ABANDONMENT', 'NOT_LOCATED'],
  ])
})

test('counsel of the Procuraduría is not independent of it', () => {
  expect(codesOf(REPRESENTATION_QUALITIES).filter(isByProcuraduria)).toEqual(['SUBSTITUTE', 'ADJUNCT'])
  expect(codesOf(REPRESENTATION_QUALITIES).filter(isIndependentCounsel)).toEqual([
    ...['CSO_LAWYER', 'PRO_BONO', 'FEDERAL_DEFENDER', 'STATE_DEFENDER'],
  ])
})

test('a card in the hands of an authority is retained', () => {
  expect(codesOf(DOCUMENT_HOLDERS).filter(isRetained)).toEqual(['CAS_OR_DIF', 'PPNNA', 'INM'])
})

test('M is mujer, as in a CURP', () => {
  expect(['H', 'M', 'X', 'N', 'F'].map((letter) => codeOf(SEXES, letter))).toEqual([
    ...['MALE', 'FEMALE', 'NON_BINARY', 'UNSPECIFIED', 'FEMALE'],
  ])
})

test('the rights are the twenty fractions of LGDNNA art. 13', () => {
  expect(Object.values(RIGHTS).map(({ fraction }) => fraction)).toEqual(
    'I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII XVIII XIX XX'.split(' '),
  )
})
