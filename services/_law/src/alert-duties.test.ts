/** Which articles an alert is about: what domain.md 2.2 names for its kind, and for the place that it is about. */
import { expect, test } from 'vitest'
import { dutiesBehind, dutyCited } from './alert-duties.ts'
import type { AlertKind } from './alert-kinds.ts'
import { citationOf } from './legal-basis.ts'

test.each<[AlertKind, string]>([
  ['HELD_IN_PROHIBITED_PLACE', 'LRPCAP art. 20 ¶2'],
  ['RETURN_WITHOUT_DETERMINATION', 'LM art. 74 ¶3'],
  ['UNSAFE_RETURN', 'LM art. 120 ¶2'],
  ['OVERCROWDED', 'LM art. 106 ¶2'],
  // A presentation before the notice is what arts. 95 and 98 forbid; art. 112 II speaks of the procedure alone.
  ['PROCEDURE_BEFORE_NOTICE', 'LM art. 98 ¶2'],
  ['HANDOVER_NOT_PROVEN', 'LM art. 95 ¶3'],
])('%s is about %s too', (kind, citation) => {
  expect(dutiesBehind(kind).map(citationOf)).toContain(citation)
})

test('of a place that is too full INM is cited the article on its stations, and a centre none: of its places no law speaks', () => {
  const cited = (isPlaceOfInm: boolean) =>
    dutiesBehind('OVERCROWDED', { isPlaceOfInm, subject: 'a place', restsOn: null }).map(citationOf)

  expect(cited(true)).toEqual(['LM art. 106 ¶2', 'Vigía A27'])
  expect(cited(false)).toEqual(['Vigía A27'])
})

test('where the place makes no difference, the duty is that of the kind', () => {
  expect(dutiesBehind('CHILD_DEPORTED', { isPlaceOfInm: true, subject: 'a return', restsOn: null })).toBe(
    dutiesBehind('CHILD_DEPORTED'),
  )
})

test.each([
  ['placements/stays/DIF', 'LGDNNA art. 99 ¶2'],
  ['representation/protection-cases/PPNNA', 'LGDNNA art. 99 ¶2'],
  ['placements/inspections/PPNNA', 'LGDNNA art. 112'],
  ['placements/stays/INM', 'LGDNNA art. 99 ¶3'],
  ['children/asylum-claims/COMAR', 'LGDNNA art. 99 ¶3'],
  ['representation/complaints/CNDH', 'Vigía A33'],
  ['representation/complaints/CEDH', 'Vigía A33'],
])('the silence of %s is cited by what has it told: %s', (delivery, citation) => {
  const [first] = dutiesBehind('OFFICE_SILENT', { isPlaceOfInm: false, subject: `${delivery}/07`, restsOn: null })

  expect(citationOf(first)).toBe(citation)
})

test.each([
  ['placements/stays/DIF', ['LGDNNA art. 99 ¶2', 'Vigía A33']],
  ['representation/determinations/PPNNA', ['LGDNNA art. 99 ¶2', 'Vigía A33']],
  ['placements/stays/INM', ['LGDNNA art. 99 ¶3', 'Vigía A33']],
  ['children/asylum-claims/COMAR', ['LGDNNA art. 99 ¶3', 'Vigía A33']],
])(
  'the silence of %s rests on nothing that binds another, and on the hours that are no law: %j',
  (delivery, citations) => {
    const duties = dutiesBehind('OFFICE_SILENT', { isPlaceOfInm: false, subject: `${delivery}/07`, restsOn: null })

    expect(duties.map(citationOf)).toEqual(citations)
  },
)

test.each<[AlertKind, string, string, string]>([
  ['RETURN_WHILE_PENDING', 'a plan', 'NO_RETURN_OF_ASYLUM_SEEKERS', 'LM art. 121 ¶2'],
  ['RETURN_WHILE_PENDING', 'a plan', 'AMPARO_SUSPENDS_EXPULSION', 'LA art. 126'],
  ['UNSAFE_RETURN', 'a return', 'RETURN_FOLLOWS_THE_PLAN', 'LM art. 112 III'],
  // Of visible firearms no law speaks.
  ['UNSAFE_RETURN', 'a return', 'UNSAFE_RETURN_MARKS', 'Vigía A20'],
  ['OMBUDS_REPORT_DUE', 'a complaint/INM', 'OMBUDS_REPORT_STEPS', 'LCNDH art. 34'],
  ['OMBUDS_REPORT_DUE', 'a complaint/INM', 'REPORT_IN_15_DAYS', 'LCNDH art. 34'],
  // The commission of a state asks by a law of its own.
  ['OMBUDS_REPORT_DUE', 'a complaint/DIF', 'OMBUDS_REPORT_STEPS', 'Vigía A37'],
  ['OMBUDS_REPORT_DUE', 'a complaint/DIF', 'REPORT_IN_15_DAYS', 'LCNDH art. 34'],
])('%s of %s that rests on %s cites %s', (kind, subject, restsOn, citation) => {
  const [first] = dutiesBehind(kind, { isPlaceOfInm: false, subject, restsOn })

  expect(citationOf(first)).toBe(citation)
})

test.each<[AlertKind, string]>([
  ['OVERCROWDED', 'Vigía A27'],
  ['OVERCROWDED', 'LM art. 106 ¶2'],
  ['OFFICE_SILENT', 'LGDNNA art. 112'],
  ['OFFICE_SILENT', 'Vigía A33'],
  ['RETURN_WHILE_PENDING', 'LA art. 126'],
  ['OMBUDS_REPORT_DUE', 'Vigía A37'],
])('an alert of %s that cites %s is found by it with the words of that', (kind, citation) => {
  expect(citationOf(dutyCited(kind, citation))).toBe(citation)
})
