/** In which state an alert is about what was asked of an office of another state than that in which the child was first found. */
import { expect, test } from 'vitest'
import { aChild, aFile, coursesOf, days, decided } from '../../../../../tests/support/builders/picture.ts'
import type { ChildPicture } from '../../engine/child.ts'
import { counselRequestUnanswered } from './counsel-request-unanswered.ts'
import { noInterpreter } from './no-interpreter.ts'
import { ombudsReportDue } from './ombuds-report-due.ts'

/** Found in Chiapas; Nuevo León opened a file too, and asked, determined and was complained of there. */
const inNuevoLeon = (caseId: string | null, state: string | null): ChildPicture =>
  aChild({
    language: 'mam',
    cases: [aFile(), aFile({ id: 'other', at: days(3), state: '19' })],
    counselRequests: [{ id: 'asked', at: days(4), caseId, answer: null, answeredOn: null }],
    determinations: [decided({ caseId, interpreter: 'NO' })],
    complaints: [
      {
        ...{ id: 'complaint', at: days(4), ombuds: 'CEDH', state, against: 'PPNNA' },
        ...{ reportAskedOn: '2026-11-07', reportAnsweredOn: null },
      },
    ],
  })

test.each([
  ['A29', noInterpreter],
  ['A30', counselRequestUnanswered],
  ['A37', ombudsReportDue],
] as const)('%s is of that state, and where nobody tells it of that of the first detection', (_number, rule) => {
  const statesOf = (child: ChildPicture) => coursesOf(rule, child).map(({ state }) => state)

  expect(statesOf(inNuevoLeon('other', '19'))).toEqual(['19'])
  expect(statesOf(inNuevoLeon(null, null))).toEqual(['07'])
})
