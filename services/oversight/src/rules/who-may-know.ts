/**
 * Of which group of fields an alert tells when it says which child it is about: whoever may not read that group is told of
 * the alert, and not of whom. What stands in a group is said in _law/src/access-groups.ts.
 */
import type { Scope } from '@vigia/law/access-groups'
import { MATRIX, type Role } from '@vigia/law/access-matrix'
import { ALERT_KINDS, type AlertKind } from '@vigia/law/alert-kinds'
import { codesOf } from '@vigia/law/code-list'

const TELLS: Readonly<Partial<Record<AlertKind, Scope>>> = {
  COMAR_NOT_NOTIFIED: 'risk:read',
  CONSULATE_CONTACTED: 'risk:read',
  RETURN_WHILE_PENDING: 'risk:read',
  ASYLUM_DECISION_DUE: 'risk:read',
  ASYLUM_CLAIM_DUE: 'risk:read',
  ASYLUM_REVIEW_DUE: 'risk:read',
  CLAIM_GIVEN_UP_IN_CARE: 'risk:read',
  NOT_REPRESENTED: 'representation:read',
  NO_TRANSITION_PLAN: 'representation:read',
  COUNSEL_REQUEST_UNANSWERED: 'representation:read',
  NO_INTERPRETER: 'representation:read',
  LODGED_WITHOUT_MEASURE: 'care:read',
  MEASURE_NOT_RATIFIED: 'care:read',
  NOT_APART_FROM_ADULTS: 'care:read',
  DISAPPEARANCE_NOT_REPORTED: 'care:read',
}

export function tellsOf(kind: AlertKind): Scope {
  return TELLS[kind] ?? 'child:read'
}

/**
 * Of which group the day of the fact is that ended an alert, where that is not what the alert itself tells: when a child's need of
 * protection was evaluated is `risk`, as the evaluation is (LGDNNA art. 98). When its best interests were determined is not: that is the date
 * of a stage, which stands with the child (security.md 3.1), while what was determined is `risk`.
 */
export function dayOfEndingTells(kind: AlertKind, fact: string | null): Scope {
  return kind === 'NO_INITIAL_EVALUATION' && fact === 'detection_evidence' ? 'risk:read' : 'oversight:read'
}

/** Whoever reaches no child, and the rows of an agreement alone, reads of alerts under pseudonyms: whatever its token leaves out. */
export function readsPseudonyms(role: Role): boolean {
  return MATRIX[role].rows === 'AGREEMENT'
}

/** Whether somebody may be told that two alerts of this kind are of one child, under a pseudonym. */
export function mayTellApart(kind: AlertKind, role: Role, holds: (scope: Scope) => boolean): boolean {
  const tells = tellsOf(kind)
  // That a child is held, or goes without a case, leads a partner nowhere; that it asked for asylum, or is missing, would say more than that.
  return readsPseudonyms(role) ? tells === 'child:read' : holds(tells)
}

/** The kinds of which somebody with these scopes may know the child. */
export function kindsWithChild(holds: (scope: Scope) => boolean): AlertKind[] {
  return codesOf(ALERT_KINDS).filter((kind) => holds(tellsOf(kind)))
}
