/**
 * The terms and articles of each alert, written down a second time from domain.md 2.2: a figure that is changed in one place alone is noticed.
 * In brackets what a step rests on, where that is no default of Vigía.
 */
import { expect, test } from 'vitest'
import { dutiesBehind } from './alert-duties.ts'
import { ALERT_KINDS, type AlertKind } from './alert-kinds.ts'
import { type Threshold, type ThresholdUnit, thresholdsOf } from './alert-thresholds.ts'
import { codesOf } from './code-list.ts'
import { citationOf } from './legal-basis.ts'

/** Working days: wd. */
const UNITS: Readonly<Record<ThresholdUnit, string>> = {
  ...{ HOURS: 'h', DAYS: 'd', WORKING_DAYS: 'wd', DAYS_BEFORE: 'd before', HOURS_WITHIN: 'h at most' },
  ...{ PERCENT: '%', CHILDREN: 'children' },
}

function written({ severity, amount, unit, since, basis }: Threshold): string {
  const [clock, citation] = [since === 'DUTY' ? '' : ` ${since}`, citationOf(basis)]
  return `${severity} ${amount} ${UNITS[unit]}${clock}${citation.startsWith('Vigía') ? '' : ` (${citation})`}`
}

const TERMS: readonly (readonly [AlertKind, steps: string, duties: string])[] = [
  ['HELD_IN_PROHIBITED_PLACE', 'CRITICAL 0 h (LM art. 99 ¶3)', 'LM art. 99 ¶3; LM art. 11 ¶2; LRPCAP art. 20 ¶2'],
  [
    'HELD_WITHOUT_LEGAL_BASIS',
    'AMBER 3 h, RED 24 h, CRITICAL 36 h (LM art. 68 ¶1)',
    'LM art. 112 I; LM art. 68 ¶1; SCJN AR 388/2022',
  ],
  [
    'PPNNA_NOT_NOTIFIED',
    'AMBER 1 h, RED 24 h (Protocolo INM 2016), CRITICAL 36 h',
    'LM art. 112 I; LM art. 98 ¶2; LM art. 95 ¶3',
  ],
  [
    'PROCEDURE_BEFORE_NOTICE',
    'CRITICAL 0 h (LM art. 112 II)',
    'LM art. 112 II; LM art. 98 ¶2; LM art. 95 ¶3; LM art. 11 ¶2',
  ],
  ['HANDOVER_NOT_PROVEN', 'AMBER 12 h, RED 24 h', 'LM art. 112 I; LM art. 98 ¶2; LM art. 95 ¶3'],
  ['CASE_NOT_PROCESSED', 'AMBER 24 h, RED 72 h, CRITICAL 5 wd', 'LGDNNA art. 123; LGDNNA art. 122 II'],
  [
    'NOT_REPRESENTED',
    'AMBER 24 h, RED 72 h, CRITICAL 0 h ACT (LGDNNA art. 106)',
    'LGDNNA art. 106; LGDNNA art. 92 VIII; LGDNNA art. 122 II',
  ],
  ['COMAR_NOT_NOTIFIED', 'AMBER 3 h, RED 24 h', 'LRPCAP art. 21 ¶3; LM art. 112 V'],
  ['CONSULATE_CONTACTED', 'CRITICAL 0 h (LM art. 112 V)', 'LM art. 112 V; LRPCAP art. 21 ¶4'],
  ['NO_HUMANITARIAN_STATUS', 'AMBER 24 h, RED 5 wd, CRITICAL 20 wd', 'LM art. 52 V b; LM art. 74 ¶1'],
  ['STATUS_WITHOUT_CARD', 'AMBER 5 wd, RED 20 wd, CRITICAL 0 h ACT (LM art. 52 V b)', 'LM art. 52 V b; LM art. 20 X'],
  [
    'LODGED_WITHOUT_MEASURE',
    'RED 0 h (Convenios SNDIF 2021), CRITICAL 24 h',
    'LGDNNA art. 122 VI; Convenios SNDIF 2021',
  ],
  [
    'MEASURE_NOT_RATIFIED',
    'RED 24 h (LGDNNA art. 122 VI), RED 3 h REQUEST (LGDNNA art. 122 VI)',
    'LGDNNA art. 122 VI; LGDNNA art. 122 VII',
  ],
  ['NO_INITIAL_EVALUATION', 'AMBER 72 h, RED 5 wd, CRITICAL 0 h ACT (LGDNNA art. 98)', 'LGDNNA art. 98'],
  ['NO_DETERMINATION', 'AMBER 10 wd, RED 15 wd, CRITICAL 30 wd', 'LGDNNA art. 123'],
  [
    'RETURN_WITHOUT_DETERMINATION',
    'CRITICAL 0 h (LGDNNA art. 97)',
    'LGDNNA art. 97; LM art. 20 IV; LM art. 74 ¶3; LM art. 112 III',
  ],
  ['CHILD_DEPORTED', 'CRITICAL 0 h (LM art. 120 ¶3)', 'LM art. 120 ¶3'],
  [
    'RETURN_WHILE_PENDING',
    'CRITICAL 0 h (LM art. 121 ¶2), CRITICAL 0 h ACT (LA art. 126)',
    'LM art. 121 ¶2; LRPCAP art. 6; LA art. 126',
  ],
  ['FAST_RETURN', 'RED 72 h at most', 'Vigía A19'],
  [
    'UNSAFE_RETURN',
    'RED 0 h (LM art. 112 III), RED 0 h ACT',
    'LM art. 112 III; LM art. 120 ¶2; LM art. 119 VII; Vigía A20',
  ],
  [
    'ASYLUM_DECISION_DUE',
    'AMBER 40 wd, RED 45 wd (LRPCAP art. 24), CRITICAL 90 wd (LRPCAP art. 24 ¶3)',
    'LRPCAP art. 24; LRPCAP art. 24 ¶3',
  ],
  ['ASYLUM_CLAIM_DUE', 'AMBER 20 wd, RED 28 wd, CRITICAL 30 wd (LRPCAP art. 18)', 'LRPCAP art. 18'],
  ['ASYLUM_REVIEW_DUE', 'AMBER 10 wd, RED 14 wd, CRITICAL 15 wd (LRPCAP art. 25)', 'LRPCAP art. 25'],
  ['CLAIM_GIVEN_UP_IN_CARE', 'AMBER 0 h, RED 0 h ACT', 'Vigía A24; LGDNNA art. 92 VII'],
  ['LONG_STAY', 'AMBER 30 d, RED 90 d, CRITICAL 180 d, CRITICAL 365 d', 'LGDNNA art. 4 II'],
  ['REVIEW_OVERDUE', 'AMBER 30 d, RED 60 d', 'LGDNNA art. 109'],
  ['OVERCROWDED', 'AMBER 90 %, RED 100 %, CRITICAL 120 %, RED 0 h ACT (LM art. 106 ¶2)', 'LM art. 106 ¶2; Vigía A27'],
  ['TOO_FEW_CARERS', 'RED 0 h (LGDNNA art. 110 III)', 'LGDNNA art. 110 III'],
  ['NOT_APART_FROM_ADULTS', 'RED 0 h (LGDNNA art. 95)', 'LGDNNA art. 95; LGDNNA art. 108 V'],
  [
    'NO_INTERPRETER',
    'AMBER 0 h (LGDNNA art. 92 V), RED 0 h ACT (LGDNNA art. 83 VII)',
    'LGDNNA art. 92 V; LGDNNA art. 83 VII',
  ],
  ['COUNSEL_REQUEST_UNANSWERED', 'AMBER 24 h, RED 72 h, RED 0 h ACT', 'LGDNNA art. 92 VII'],
  ['REGISTRY_NOT_UPDATED', 'AMBER 150 d, RED 183 d (LGDNNA art. 112)', 'LGDNNA art. 112'],
  ['UNREGISTERED_CENTRE', 'RED 0 h (LGDNNA art. 111 I)', 'LGDNNA art. 111 I; LGDNNA art. 112'],
  ['UNLISTED_PLACE', 'RED 0 h', 'Vigía A32; LGDNNA art. 112'],
  ['OFFICE_SILENT', 'AMBER 24 h, RED 72 h, CRITICAL 7 d', 'LGDNNA art. 99 ¶2; LGDNNA art. 99 ¶3; Vigía A33'],
  ['DISAPPEARANCE_NOT_REPORTED', 'AMBER 1 h, RED 3 h, CRITICAL 24 h', 'Vigía A34; LGDNNA art. 111 VIII'],
  ['NO_TRANSITION_PLAN', 'AMBER 180 d before, RED 90 d before, CRITICAL 30 d before', 'Vigía A35'],
  ['SECRETARIAT_VACANT', 'AMBER 15 d, RED 30 d, CRITICAL 90 d', 'Vigía A36; LGDNNA art. 136; LGDNNA art. 130'],
  [
    'OMBUDS_REPORT_DUE',
    'AMBER 10 d, RED 15 d, RED 15 d REQUEST (LCNDH art. 34)',
    'LCNDH art. 34; LCNDH art. 38 ¶2; Vigía A37; LGDNNA art. 140',
  ],
  ['SECURITY_BREACH', 'RED 0 h (LGPDPPSO art. 34)', 'LGPDPPSO art. 34; LGPDPPSO art. 33'],
  ['BACKLOG_GROWS', 'RED 50 %, CRITICAL 100 %, RED 10 children FEWEST, RED 7 d SILENCE', 'LGDNNA art. 123; Vigía E01'],
]
test.each(TERMS)('%s is %s, and cites %s', (kind, steps, duties) => {
  expect(thresholdsOf(kind).map(written).join(', ')).toBe(steps)
  expect(dutiesBehind(kind).map(citationOf).join('; ')).toBe(duties)
})

test('no kind is left out', () => {
  expect(TERMS.map(([kind]) => kind)).toEqual(codesOf(ALERT_KINDS))
})
