/** What a random history leaves behind: the facts, as they stand after every correction and withdrawal. */
import type { Authority } from '@vigia/law/authorities'
import type { ExitType } from '@vigia/law/closures'
import type { DeterminationOutcome } from '@vigia/law/determinations'
import type { Dormitory } from '@vigia/law/dormitories'
import type { FacilityType } from '@vigia/law/facilities'
import type { FacilityLifecycle, RegistryStatus } from '@vigia/law/facility-registry'
import type { ReturnType } from '@vigia/law/return-types'
import type { StateCode } from '@vigia/law/states'

export interface Dimensions {
  nationality: string
  age_group: string
  accompaniment: string
}

export interface ChildFact extends Dimensions {
  id: string
  state: StateCode
  first_detected_at: Date
}

export interface DetectionFact extends Dimensions {
  id: string
  child_id: string
  acta: string
  state: StateCode
  detected_at: Date
  ppnna_notified_at: Date | null
}

export interface IdentifierFact {
  id: string
  child_id: string
  type: string
  value: string
}

export interface FacilityFact {
  id: string
  type: FacilityType
  state: StateCode
  capacity: number | null
  carers: number | null
  registry_status: RegistryStatus
  lifecycle: FacilityLifecycle
}

export interface StayFact {
  id: string
  child_id: string
  facility_id: string
  entered_at: Date
  left_at: Date | null
  exit_type: ExitType | null
  sleeps_with: Dormitory | null
  missing_reported: boolean | null
  missing_reported_at: Date | null
}

export interface CaseFact {
  id: string
  child_id: string
  folio: string
  state: StateCode
  notified_at: Date | null
  opened_at: Date
}

export interface DeterminationFact {
  id: string
  case_id: string
  child_id: string
  number: string
  decided_at: Date
  outcome: DeterminationOutcome
  authority: Authority
}

export interface PlanFact {
  id: string
  case_id: string
  child_id: string
  folio: string
  issued_on: string
}

export interface ReturnFact {
  id: string
  child_id: string
  folio: string
  state: StateCode
  departed_at: Date
  return_type: ReturnType
  destination: string
}

export class Facts {
  readonly child = new Map<string, ChildFact>()
  readonly detection = new Map<string, DetectionFact>()
  readonly identifier = new Map<string, IdentifierFact>()
  readonly facility = new Map<string, FacilityFact>()
  readonly stay = new Map<string, StayFact>()
  readonly protection_case = new Map<string, CaseFact>()
  readonly determination = new Map<string, DeterminationFact>()
  readonly restitution_plan = new Map<string, PlanFact>()
  readonly executed_return = new Map<string, ReturnFact>()

  /** The stay is against no constraint: it overlaps no other of its child. */
  admits(stay: StayFact): boolean {
    const end = (fact: StayFact) => fact.left_at?.getTime() ?? Number.POSITIVE_INFINITY
    if (end(stay) < stay.entered_at.getTime()) return false
    return [...this.stay.values()].every(
      (other) =>
        other.id === stay.id ||
        other.child_id !== stay.child_id ||
        (other.entered_at.getTime() !== stay.entered_at.getTime() &&
          (end(other) <= stay.entered_at.getTime() || end(stay) <= other.entered_at.getTime())),
    )
  }
}

export type Entity = Exclude<keyof Facts, 'admits'>

export const TABLE: Readonly<Record<Entity, string>> = {
  child: 'children.child',
  detection: 'children.detection',
  identifier: 'children.identifier',
  facility: 'placements.facility',
  stay: 'placements.stay',
  protection_case: 'representation.protection_case',
  determination: 'representation.determination',
  restitution_plan: 'representation.restitution_plan',
  executed_return: 'returns.executed_return',
}
