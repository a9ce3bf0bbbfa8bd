/** Who owes the duty and who oversees it, told apart: the rule by which notices find their recipients. */
import { expect, test } from 'vitest'
import { ALERT_KINDS, type AlertKind } from './alert-kinds.ts'
import {
  type AlertOffice,
  dutyHoldersOf,
  kindsOwedBy,
  officeOfRole,
  overseersOf,
  overseesSome,
} from './alert-offices.ts'
import { codesOf } from './code-list.ts'

const of = (kind: AlertKind, subject = '', isPlaceOfInm = false) => {
  const what = { kind, subject, isPlaceOfInm }
  return [dutyHoldersOf(what).join(' '), overseersOf(what).join(' ')]
}

const [FEDERAL, OF_THE_STATE] = ['SIPINNA SIPINNA_STATE CNDH', 'SIPINNA SIPINNA_STATE CEDH']

test.each<[AlertKind, string, string, string?, boolean?]>([
  ['HELD_IN_PROHIBITED_PLACE', 'INM', FEDERAL],
  ['HELD_WITHOUT_LEGAL_BASIS', 'INM', FEDERAL],
  ['PPNNA_NOT_NOTIFIED', 'INM', FEDERAL],
  ['PROCEDURE_BEFORE_NOTICE', 'INM', FEDERAL],
  ['HANDOVER_NOT_PROVEN', 'INM', FEDERAL],
  ['CASE_NOT_PROCESSED', 'PPNNA', OF_THE_STATE],
  ['NOT_REPRESENTED', 'PPNNA', OF_THE_STATE],
  ['COMAR_NOT_NOTIFIED', 'INM', FEDERAL],
  ['CONSULATE_CONTACTED', 'INM', FEDERAL],
  ['NO_HUMANITARIAN_STATUS', 'INM', FEDERAL],
  ['STATUS_WITHOUT_CARD', 'INM', FEDERAL],
  ['LODGED_WITHOUT_MEASURE', 'PPNNA DIF', OF_THE_STATE],
  ['MEASURE_NOT_RATIFIED', 'PPNNA', OF_THE_STATE],
  ['NO_INITIAL_EVALUATION', 'DIF', `${OF_THE_STATE} PPNNA`],
  ['NO_DETERMINATION', 'PPNNA', OF_THE_STATE],
  ['RETURN_WITHOUT_DETERMINATION', 'INM', FEDERAL],
  ['CHILD_DEPORTED', 'INM', FEDERAL],
  ['RETURN_WHILE_PENDING', 'INM', FEDERAL],
  ['FAST_RETURN', 'INM', FEDERAL],
  ['UNSAFE_RETURN', 'INM', FEDERAL],
  ['ASYLUM_DECISION_DUE', 'COMAR', FEDERAL],
  ['ASYLUM_CLAIM_DUE', 'PPNNA', OF_THE_STATE],
  ['ASYLUM_REVIEW_DUE', 'PPNNA', OF_THE_STATE],
  ['CLAIM_GIVEN_UP_IN_CARE', 'PPNNA DIF', OF_THE_STATE],
  ['LONG_STAY', 'PPNNA DIF', OF_THE_STATE],
  ['REVIEW_OVERDUE', 'PPNNA DIF', OF_THE_STATE],
  ['OVERCROWDED', 'INM', FEDERAL, 'a station', true],
  ['OVERCROWDED', 'DIF', `${OF_THE_STATE} PPNNA`, 'a centre', false],
  ['NO_INTERPRETER', 'INM', FEDERAL, 'an interview/INM'],
  ['NO_INTERPRETER', 'PPNNA', OF_THE_STATE, 'a determination/PPNNA'],
  ['COUNSEL_REQUEST_UNANSWERED', 'PPNNA', OF_THE_STATE],
  ['REGISTRY_NOT_UPDATED', 'PPNNA DIF', OF_THE_STATE],
  ['UNREGISTERED_CENTRE', 'DIF', `${OF_THE_STATE} PPNNA`],
  ['UNLISTED_PLACE', 'DIF', `${OF_THE_STATE} PPNNA`, 'a shelter', false],
  ['UNLISTED_PLACE', 'INM', FEDERAL, 'a station', true],
  ['OFFICE_SILENT', 'INM', FEDERAL, 'placements/stays/INM/07'],
  ['OFFICE_SILENT', 'DIF', `${OF_THE_STATE} PPNNA`, 'placements/stays/DIF/07'],
  ['OFFICE_SILENT', 'PPNNA', OF_THE_STATE, 'representation/determinations/PPNNA/07'],
  ['OFFICE_SILENT', 'COMAR', FEDERAL, 'children/asylum-claims/COMAR/07'],
  ['NO_TRANSITION_PLAN', 'PPNNA', OF_THE_STATE],
  ['TOO_FEW_CARERS', 'DIF', `${OF_THE_STATE} PPNNA`, 'a centre', false],
  ['NOT_APART_FROM_ADULTS', 'DIF', `${OF_THE_STATE} PPNNA`, 'a stay', false],
  ['NOT_APART_FROM_ADULTS', 'INM', FEDERAL, 'a stay', true],
  ['DISAPPEARANCE_NOT_REPORTED', 'DIF', `${OF_THE_STATE} PPNNA`, 'a stay', false],
  ['SECRETARIAT_VACANT', 'SIPINNA_STATE', 'SIPINNA CEDH', '07'],
  ['SECRETARIAT_VACANT', 'SIPINNA', 'CNDH', '00'],
  ['OMBUDS_REPORT_DUE', 'INM', FEDERAL, 'complaint/INM'],
  ['OMBUDS_REPORT_DUE', 'DIF', `${OF_THE_STATE} PPNNA`, 'complaint/DIF'],
  ['OMBUDS_REPORT_DUE', 'SNDIF', FEDERAL, 'complaint/SNDIF'],
  ['SECURITY_BREACH', 'SNDIF', FEDERAL, 'breach/SNDIF'],
  ['OMBUDS_REPORT_DUE', 'PPNNA', OF_THE_STATE, 'complaint/PPNNA'],
  ['OMBUDS_REPORT_DUE', '', `${FEDERAL} CEDH`, 'complaint/NATIONAL_GUARD'],
  ['SECURITY_BREACH', 'SIPINNA', 'CNDH', 'breach/SIPINNA'],
  ['SECURITY_BREACH', 'CNDH', 'SIPINNA', 'breach/CNDH'],
  ['BACKLOG_GROWS', 'PPNNA', OF_THE_STATE],
])('%s is owed by %s and overseen by %s', (kind, holders, overseers, subject = '', isPlaceOfInm = false) => {
  expect(of(kind, subject, isPlaceOfInm)).toEqual([holders, overseers])
})

test('nobody oversees what it owes itself, and everything is overseen by somebody', () => {
  for (const kind of codesOf(ALERT_KINDS)) {
    const what = { kind, subject: 'placements/stays/DIF/07', isPlaceOfInm: false }
    const [holders, overseers] = [dutyHoldersOf(what), overseersOf(what)]
    expect([kind, overseers.filter((office) => holders.includes(office))]).toEqual([kind, []])
    expect([kind, overseers.length > 0]).toEqual([kind, true])
  }
})

test('an office oversees some alert of a kind where one of any authority would be its to oversee', () => {
  expect([overseesSome('CEDH', 'OMBUDS_REPORT_DUE'), overseesSome('CNDH', 'OFFICE_SILENT')]).toEqual([true, true])
  expect([overseesSome('SIPINNA_STATE', 'SECRETARIAT_VACANT'), overseesSome('CEDH', 'CHILD_DEPORTED')]).toEqual([
    ...[false, false],
  ])
})

test('the ombudsperson of the nation oversees the federal post, and that of a state none', () => {
  expect([overseesSome('CNDH', 'SECRETARIAT_VACANT'), overseesSome('PPNNA', 'SECRETARIAT_VACANT')]).toEqual([
    ...[true, false],
  ])
})

test('what an office owes always, by kind; and who is of no office owes and oversees nothing', () => {
  const owed = (office: AlertOffice) => kindsOwedBy(office).length

  expect([owed('COMAR'), owed('CNDH')]).toEqual([1, 0])
  expect(kindsOwedBy('DIF')).toContain('NO_INITIAL_EVALUATION')
  expect([officeOfRole('partner'), officeOfRole('independent-counsel'), officeOfRole('dif-officer')]).toEqual([
    ...[null, null, 'DIF'],
  ])
})
