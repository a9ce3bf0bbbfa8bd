/** Every rule of alerts, by whom it judges. */
import type { ChildRule, FacilityRule, Rule, StateRule } from '../../engine/rule.ts'
import { asylumClaimDue } from './asylum-claim-due.ts'
import { asylumDecisionDue } from './asylum-decision-due.ts'
import { asylumReviewDue } from './asylum-review-due.ts'
import { backlogGrows } from './backlog-grows.ts'
import { caseNotProcessed } from './case-not-processed.ts'
import { childDeported } from './child-deported.ts'
import { claimGivenUpInCare } from './claim-given-up-in-care.ts'
import { comarNotNotified } from './comar-not-notified.ts'
import { consulateContacted } from './consulate-contacted.ts'
import { counselRequestUnanswered } from './counsel-request-unanswered.ts'
import { disappearanceNotReported } from './disappearance-not-reported.ts'
import { fastReturn } from './fast-return.ts'
import { handoverNotProven } from './handover-not-proven.ts'
import { heldInProhibitedPlace } from './held-in-prohibited-place.ts'
import { heldWithoutLegalBasis } from './held-without-legal-basis.ts'
import { lodgedWithoutMeasure } from './lodged-without-measure.ts'
import { longStay } from './long-stay.ts'
import { measureNotRatified } from './measure-not-ratified.ts'
import { noDetermination } from './no-determination.ts'
import { noHumanitarianStatus } from './no-humanitarian-status.ts'
import { noInitialEvaluation } from './no-initial-evaluation.ts'
import { noInterpreter } from './no-interpreter.ts'
import { noTransitionPlan } from './no-transition-plan.ts'
import { notApartFromAdults } from './not-apart-from-adults.ts'
import { notRepresented } from './not-represented.ts'
import { officeSilent } from './office-silent.ts'
import { ombudsReportDue } from './ombuds-report-due.ts'
import { overcrowded } from './overcrowded.ts'
import { ppnnaNotNotified } from './ppnna-not-notified.ts'
import { procedureBeforeNotice } from './procedure-before-notice.ts'
import { registryNotUpdated } from './registry-not-updated.ts'
import { returnWhilePending } from './return-while-pending.ts'
import { returnWithoutDetermination } from './return-without-determination.ts'
import { reviewOverdue } from './review-overdue.ts'
import { secretariatVacant } from './secretariat-vacant.ts'
import { securityBreach } from './security-breach.ts'
import { statusWithoutCard } from './status-without-card.ts'
import { tooFewCarers } from './too-few-carers.ts'
import { unlistedPlace } from './unlisted-place.ts'
import { unregisteredCentre } from './unregistered-centre.ts'
import { unsafeReturn } from './unsafe-return.ts'

/**
 * Of whom no find is left, since it was withdrawn: stays and returns are still counted, and so whoever is held, or returned without a
 * determination, still is. What is owed of a find is owed no more.
 */
export const RULES_WITHOUT_FIND: readonly ChildRule[] = [
  returnWithoutDetermination,
  heldInProhibitedPlace,
  heldWithoutLegalBasis,
  childDeported,
]

/** Preventive ones first. */
export const CHILD_RULES: readonly ChildRule[] = [
  returnWithoutDetermination,
  heldInProhibitedPlace,
  heldWithoutLegalBasis,
  ppnnaNotNotified,
  procedureBeforeNotice,
  handoverNotProven,
  caseNotProcessed,
  notRepresented,
  comarNotNotified,
  consulateContacted,
  noHumanitarianStatus,
  statusWithoutCard,
  lodgedWithoutMeasure,
  measureNotRatified,
  noInitialEvaluation,
  noDetermination,
  childDeported,
  returnWhilePending,
  fastReturn,
  unsafeReturn,
  asylumDecisionDue,
  asylumClaimDue,
  asylumReviewDue,
  claimGivenUpInCare,
  longStay,
  reviewOverdue,
  notApartFromAdults,
  noInterpreter,
  counselRequestUnanswered,
  disappearanceNotReported,
  noTransitionPlan,
  ombudsReportDue,
]
export const FACILITY_RULES: readonly FacilityRule[] = [overcrowded, tooFewCarers, unregisteredCentre, unlistedPlace]
export const STATE_RULES: readonly StateRule[] = [
  officeSilent,
  registryNotUpdated,
  secretariatVacant,
  securityBreach,
  backlogGrows,
]
/** The nation has a post of its own, and none of the offices and children of a state. */
export const NATION_RULES: readonly StateRule[] = [secretariatVacant]
export const ALL_RULES: readonly Rule[] = [...CHILD_RULES, ...FACILITY_RULES, ...STATE_RULES]
