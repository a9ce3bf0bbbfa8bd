/**
 * When an alert rises, as data: how long after which event it is how grave, and on what that number rests. The class of a
 * number (statute, court, protocol, default of this registry) is the kind of its basis. Source: domain.md 2.2.
 */
import type { AlertKind, AlertSeverity } from './alert-kinds.ts'
import * as lm from './articles.ts'
import * as la from './articles-of-amparo.ts'
import * as lrpcap from './articles-of-asylum.ts'
import * as centres from './articles-of-centres.ts'
import * as lgdnna from './articles-of-children.ts'
import * as lcndh from './articles-of-complaints.ts'
import * as lgpdppso from './articles-of-data.ts'
import * as criteria from './criteria.ts'
import * as ours from './criteria-of-alerts.ts'
import type { Basis } from './legal-basis.ts'

/**
 * HOURS and DAYS run on the clock, WORKING_DAYS by LFPA art. 28. DAYS_BEFORE end on the day. HOURS_WITHIN: what happened no later than
 * that after another fact is what is wrong, and at once. PERCENT is of a share. CHILDREN are counted.
 */
export const THRESHOLD_UNITS = [
  'HOURS',
  'DAYS',
  'WORKING_DAYS',
  'DAYS_BEFORE',
  'HOURS_WITHIN',
  'PERCENT',
  'CHILDREN',
] as const
export type ThresholdUnit = (typeof THRESHOLD_UNITS)[number]

/**
 * DUTY: since the duty arose. ACT: since something was done in spite of it. REQUEST: since somebody was asked to act. The others are no
 * clocks of a step, and bear on all steps of their kind. FEWEST: of fewer nothing is said. SILENCE: since an office owes its file; from
 * then on nobody knows, and what stands stays.
 */
export const THRESHOLD_CLOCKS = ['DUTY', 'ACT', 'REQUEST', 'FEWEST', 'SILENCE'] as const
export type ThresholdClock = (typeof THRESHOLD_CLOCKS)[number]

export interface Threshold {
  /** Of what bears on all steps, that of the mildest. */
  readonly severity: AlertSeverity
  /** 0 hours: at once. */
  readonly amount: number
  readonly unit: ThresholdUnit
  readonly since: ThresholdClock
  readonly basis: Basis
}

type Step = Omit<Threshold, 'since'> & { since?: ThresholdClock }
const step = (severity: AlertSeverity, amount: number, unit: ThresholdUnit, basis: Basis): Step => ({
  severity,
  amount,
  unit,
  basis,
})
const atOnce = (severity: AlertSeverity, basis: Basis): Step => step(severity, 0, 'HOURS', basis)
/** At once when something is done that may not be done before. */
const onAct = (severity: AlertSeverity, basis: Basis): Step => ({ ...atOnce(severity, basis), since: 'ACT' })

const STEPS: Readonly<Record<AlertKind, readonly Step[]>> = {
  HELD_IN_PROHIBITED_PLACE: [atOnce('CRITICAL', lm.NO_DETENTION_OF_CHILDREN)],
  HELD_WITHOUT_LEGAL_BASIS: [
    step('AMBER', 3, 'HOURS', criteria.HELD_TOO_LONG_STEPS),
    step('RED', 24, 'HOURS', criteria.HELD_TOO_LONG_STEPS),
    step('CRITICAL', 36, 'HOURS', lm.NO_MORE_THAN_36_HOURS),
  ],
  PPNNA_NOT_NOTIFIED: [
    step('AMBER', 1, 'HOURS', ours.NOTICE_STEPS),
    step('RED', 24, 'HOURS', criteria.NOTICE_WITHIN_24_HOURS),
    step('CRITICAL', 36, 'HOURS', ours.NOTICE_STEPS),
  ],
  PROCEDURE_BEFORE_NOTICE: [atOnce('CRITICAL', lm.NOTICE_BEFORE_PROCEDURE)],
  HANDOVER_NOT_PROVEN: [step('AMBER', 12, 'HOURS', ours.HANDOVER_STEPS), step('RED', 24, 'HOURS', ours.HANDOVER_STEPS)],
  CASE_NOT_PROCESSED: [
    step('AMBER', 24, 'HOURS', criteria.BACKLOG_STEPS),
    step('RED', 72, 'HOURS', criteria.BACKLOG_STEPS),
    step('CRITICAL', 5, 'WORKING_DAYS', criteria.BACKLOG_STEPS),
  ],
  NOT_REPRESENTED: [
    step('AMBER', 24, 'HOURS', ours.REPRESENTATION_STEPS),
    step('RED', 72, 'HOURS', ours.REPRESENTATION_STEPS),
    onAct('CRITICAL', lgdnna.REPRESENTED_BY_PROCURADURIA),
  ],
  COMAR_NOT_NOTIFIED: [step('AMBER', 3, 'HOURS', ours.COMAR_STEPS), step('RED', 24, 'HOURS', ours.COMAR_STEPS)],
  CONSULATE_CONTACTED: [atOnce('CRITICAL', lm.NO_CONSULATE_WHEN_PROTECTION_IS_NEEDED)],
  NO_HUMANITARIAN_STATUS: [
    step('AMBER', 24, 'HOURS', ours.STATUS_STEPS),
    step('RED', 5, 'WORKING_DAYS', ours.STATUS_STEPS),
    step('CRITICAL', 20, 'WORKING_DAYS', ours.STATUS_STEPS),
  ],
  STATUS_WITHOUT_CARD: [
    step('AMBER', 5, 'WORKING_DAYS', ours.CARD_STEPS),
    step('RED', 20, 'WORKING_DAYS', ours.CARD_STEPS),
    onAct('CRITICAL', lm.HUMANITARIAN_STATUS_AT_ONCE),
  ],
  LODGED_WITHOUT_MEASURE: [
    atOnce('RED', criteria.NO_ENTRY_WITHOUT_A_MEASURE),
    step('CRITICAL', 24, 'HOURS', ours.MEASURE_STEPS),
  ],
  MEASURE_NOT_RATIFIED: [
    step('RED', 24, 'HOURS', lgdnna.URGENT_MEASURE_IN_HOURS),
    { ...step('RED', 3, 'HOURS', lgdnna.URGENT_MEASURE_IN_HOURS), since: 'REQUEST' },
  ],
  NO_INITIAL_EVALUATION: [
    step('AMBER', 72, 'HOURS', ours.EVALUATION_STEPS),
    step('RED', 5, 'WORKING_DAYS', ours.EVALUATION_STEPS),
    onAct('CRITICAL', lgdnna.INITIAL_EVALUATION),
  ],
  NO_DETERMINATION: [
    step('AMBER', 10, 'WORKING_DAYS', criteria.DETERMINATION_STEPS),
    step('RED', 15, 'WORKING_DAYS', criteria.DETERMINATION_STEPS),
    step('CRITICAL', 30, 'WORKING_DAYS', criteria.DETERMINATION_STEPS),
  ],
  RETURN_WITHOUT_DETERMINATION: [atOnce('CRITICAL', lgdnna.RETURN_ONLY_BY_BEST_INTERESTS)],
  CHILD_DEPORTED: [atOnce('CRITICAL', lm.NO_DEPORTATION_OF_CHILDREN)],
  /** By a claim or a protection, beside which an amparo may stand; and by an amparo alone. */
  RETURN_WHILE_PENDING: [
    atOnce('CRITICAL', lm.NO_RETURN_OF_ASYLUM_SEEKERS),
    onAct('CRITICAL', la.AMPARO_SUSPENDS_EXPULSION),
  ],
  FAST_RETURN: [step('RED', 72, 'HOURS_WITHIN', criteria.RETURN_WITHIN_72_HOURS)],
  /** By what the law orders of every return; and by what it does not. */
  UNSAFE_RETURN: [atOnce('RED', lm.RETURN_FOLLOWS_THE_PLAN), onAct('RED', ours.UNSAFE_RETURN_MARKS)],
  ASYLUM_DECISION_DUE: [
    step('AMBER', 40, 'WORKING_DAYS', ours.DECISION_STEPS),
    step('RED', 45, 'WORKING_DAYS', lrpcap.DECISION_IN_45_WORKING_DAYS),
    step('CRITICAL', 90, 'WORKING_DAYS', lrpcap.DECISION_IN_90_AT_THE_LATEST),
  ],
  ASYLUM_CLAIM_DUE: [
    step('AMBER', 20, 'WORKING_DAYS', ours.CLAIM_STEPS),
    step('RED', 28, 'WORKING_DAYS', ours.CLAIM_STEPS),
    step('CRITICAL', 30, 'WORKING_DAYS', lrpcap.CLAIM_IN_30_WORKING_DAYS),
  ],
  ASYLUM_REVIEW_DUE: [
    step('AMBER', 10, 'WORKING_DAYS', ours.REVIEW_STEPS),
    step('RED', 14, 'WORKING_DAYS', ours.REVIEW_STEPS),
    step('CRITICAL', 15, 'WORKING_DAYS', lrpcap.REVIEW_IN_15_WORKING_DAYS),
  ],
  CLAIM_GIVEN_UP_IN_CARE: [atOnce('AMBER', ours.CLAIM_GIVEN_UP), onAct('RED', ours.CLAIM_GIVEN_UP)],
  LONG_STAY: [
    step('AMBER', 30, 'DAYS', criteria.LONG_STAYS),
    step('RED', 90, 'DAYS', criteria.LONG_STAYS),
    step('CRITICAL', 180, 'DAYS', criteria.LONG_STAYS),
    step('CRITICAL', 365, 'DAYS', criteria.LONG_STAYS),
  ],
  REVIEW_OVERDUE: [
    step('AMBER', 30, 'DAYS', ours.PERIODIC_REVIEW_STEPS),
    step('RED', 60, 'DAYS', ours.PERIODIC_REVIEW_STEPS),
  ],
  OVERCROWDED: [
    step('AMBER', 90, 'PERCENT', ours.OCCUPANCY_STEPS),
    step('RED', 100, 'PERCENT', ours.OCCUPANCY_STEPS),
    step('CRITICAL', 120, 'PERCENT', ours.OCCUPANCY_STEPS),
    // One more than a station has room for.
    onAct('RED', lm.NO_MORE_THAN_A_STATION_HOLDS),
  ],
  TOO_FEW_CARERS: [atOnce('RED', centres.CARERS_PER_CHILD)],
  NOT_APART_FROM_ADULTS: [atOnce('RED', lgdnna.APART_FROM_ADULTS)],
  NO_INTERPRETER: [atOnce('AMBER', lgdnna.FREE_INTERPRETER), onAct('RED', lgdnna.INTERPRETER_IN_EVERY_ACT)],
  COUNSEL_REQUEST_UNANSWERED: [
    step('AMBER', 24, 'HOURS', ours.COUNSEL_STEPS),
    step('RED', 72, 'HOURS', ours.COUNSEL_STEPS),
    onAct('RED', ours.COUNSEL_STEPS),
  ],
  REGISTRY_NOT_UPDATED: [
    step('AMBER', 150, 'DAYS', ours.REGISTRY_STEPS),
    step('RED', 183, 'DAYS', centres.PUBLIC_REGISTRY_OF_CENTRES),
  ],
  UNREGISTERED_CENTRE: [atOnce('RED', centres.CENTRES_BELONG_IN_THE_REGISTRY)],
  UNLISTED_PLACE: [atOnce('RED', ours.UNLISTED_PLACES)],
  OFFICE_SILENT: [
    step('AMBER', 24, 'HOURS', criteria.SILENT_FEED),
    step('RED', 72, 'HOURS', criteria.SILENT_FEED),
    step('CRITICAL', 7, 'DAYS', criteria.SILENT_FEED),
  ],
  DISAPPEARANCE_NOT_REPORTED: [
    step('AMBER', 1, 'HOURS', ours.DISAPPEARANCE_STEPS),
    step('RED', 3, 'HOURS', ours.DISAPPEARANCE_STEPS),
    step('CRITICAL', 24, 'HOURS', ours.DISAPPEARANCE_STEPS),
  ],
  NO_TRANSITION_PLAN: [
    step('AMBER', 180, 'DAYS_BEFORE', ours.TRANSITION_STEPS),
    step('RED', 90, 'DAYS_BEFORE', ours.TRANSITION_STEPS),
    step('CRITICAL', 30, 'DAYS_BEFORE', ours.TRANSITION_STEPS),
  ],
  SECRETARIAT_VACANT: [
    step('AMBER', 15, 'DAYS', ours.VACANCY_STEPS),
    step('RED', 30, 'DAYS', ours.VACANCY_STEPS),
    step('CRITICAL', 90, 'DAYS', ours.VACANCY_STEPS),
  ],
  OMBUDS_REPORT_DUE: [
    step('AMBER', 10, 'DAYS', ours.OMBUDS_REPORT_STEPS),
    step('RED', 15, 'DAYS', ours.OMBUDS_REPORT_STEPS),
    // The CNDH asked, by its own law.
    { ...step('RED', 15, 'DAYS', lcndh.REPORT_IN_15_DAYS), since: 'REQUEST' },
  ],
  SECURITY_BREACH: [atOnce('RED', lgpdppso.BREACH_IS_TOLD_AT_ONCE)],
  BACKLOG_GROWS: [
    step('RED', 50, 'PERCENT', ours.GROWTH_OF_BACKLOG),
    step('CRITICAL', 100, 'PERCENT', ours.GROWTH_OF_BACKLOG),
    { ...step('RED', 10, 'CHILDREN', ours.GROWTH_OF_BACKLOG), since: 'FEWEST' },
    { ...step('RED', 7, 'DAYS', ours.GROWTH_OF_BACKLOG), since: 'SILENCE' },
  ],
}

/** As the registry came with them; what the federal secretary has changed stands with oversight. */
export function thresholdsOf(kind: AlertKind): readonly Threshold[] {
  return STEPS[kind].map((one) => ({ since: 'DUTY', ...one }))
}
