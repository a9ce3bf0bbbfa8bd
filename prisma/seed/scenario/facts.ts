/** What authorities write down: one type a feed, in the twin's own terms. files/ turns them into rows of a sender. */
import type { AsylumStatus, ReasonForGivingUp } from '@vigia/law/asylum'
import type { Authority } from '@vigia/law/authorities'
import type { Cause } from '@vigia/law/causes'
import type { ChecklistItem } from '@vigia/law/checklist'
import type { ExitType } from '@vigia/law/closures'
import type { DetectingAuthority } from '@vigia/law/detecting-authorities'
import type { DetectionType } from '@vigia/law/detection-types'
import type { DeterminationOutcome, Guarantee } from '@vigia/law/determinations'
import type { InspectionResult } from '@vigia/law/facility-registry'
import type { FamilyTie } from '@vigia/law/family-ties'
import type { CurpAssignment, DocumentHolder, DocumentStatus, MigrationDocument } from '@vigia/law/migration-documents'
import type { AccompanimentBasis, Answer } from '@vigia/law/people'
import type { CaseStatus, ClosingReason } from '@vigia/law/protection-cases'
import type {
  CounselAnswer,
  CounselDenier,
  Forum,
  RepresentationQuality,
  Suspension,
} from '@vigia/law/representation-types'
import type { ReturnMode, ReturnType } from '@vigia/law/return-types'
import type { RiskFactor, RiskPlace } from '@vigia/law/risk-factors'
import type { Solution } from '@vigia/law/solutions'
import type { StateCode } from '@vigia/law/states'
import type { TransitCondition } from '@vigia/law/transit-conditions'
import type { Minute } from '../calendar.ts'
import type { Person } from '../people.ts'
import type { Place } from '../places/facility.ts'
import type { Complaint, Course, Evidence, FacilityRecord, Keeping, Upkeep } from './fuller-facts.ts'
import type { Ref } from './ref.ts'

export interface Detection {
  readonly feed: 'detections'
  readonly acta: string
  readonly at: Minute
  readonly state: StateCode
  readonly town: string
  readonly authority: DetectingAuthority
  readonly type: DetectionType
  readonly person: Person
  readonly age: number
  readonly basis: AccompanimentBasis | null
  readonly causes: readonly Cause[]
  readonly transit: readonly TransitCondition[]
  readonly risks: readonly RiskFactor[]
  /** Where they lie; null where the acta does not tell, as none did before INM's files were fuller. */
  readonly riskPlace: RiskPlace | null
  readonly ppnnaAt: Minute | null
  readonly difAt: Minute | null
  readonly consulateAt: Minute | null
  readonly comarAt: Minute | null
  readonly relativeActa: string | null
  readonly tie: FamilyTie | null
  readonly evidence: Evidence | null
}

export interface Document {
  readonly feed: 'migration-documents'
  readonly ref: Ref
  readonly document: MigrationDocument
  readonly status: DocumentStatus
  readonly grantedOn: Minute | null
  readonly issuedOn: Minute | null
  readonly expiresOn: Minute | null
  readonly holder: DocumentHolder | null
  /** Of one that an authority keeps; null where INM does not tell. */
  readonly retainedOn: Minute | null
  readonly isBound: boolean
  /** The states that a paper which binds the child names; none where INM does not tell. */
  readonly validIn: readonly StateCode[]
  readonly curp: CurpAssignment | null
}

export interface AsylumClaim {
  readonly feed: 'asylum-claims'
  readonly file: string
  readonly ref: Ref
  readonly filedOn: Minute
  /** Of one that a representative filed; null where nobody ratified it, or COMAR does not tell. */
  readonly ratifiedOn: Minute | null
  readonly status: AsylumStatus
  readonly statusOn: Minute
  /** Of one that was withdrawn or abandoned; null where COMAR does not tell. */
  readonly givenUpFor: ReasonForGivingUp | null
}

export interface Stay {
  readonly feed: 'stays'
  readonly sender: 'INM' | 'SNDIF'
  readonly ref: Ref
  readonly place: Place
  readonly enteredAt: Minute
  readonly leftAt: Minute | null
  readonly exit: ExitType | null
  readonly difFile: string | null
  readonly measure: Measure | null
  readonly keeping: Keeping | null
}

export interface Measure {
  readonly number: string
  /** When the prosecutor was asked for it; null where nobody tells. */
  readonly requestedAt: Minute | null
  /** Null while nobody has ordered what was asked for. */
  readonly at: Minute | null
  readonly authority: Authority | null
  readonly ratifiedAt: Minute | null
}

export interface Inspection {
  readonly feed: 'inspections'
  readonly sender: 'PPNNA' | 'CNDH'
  readonly place: Place
  readonly on: Minute
  readonly result: InspectionResult
  readonly remark: string | null
}

export interface ProtectionCase {
  readonly feed: 'protection-cases'
  readonly state: StateCode
  readonly folio: string
  readonly ref: Ref
  readonly noticeAt: Minute | null
  readonly openedAt: Minute
  readonly status: CaseStatus
  readonly closedOn: Minute | null
  readonly reason: ClosingReason | null
  readonly solution: Solution | null
  readonly upkeep: Upkeep | null
}

export interface Representation {
  readonly feed: 'representations'
  readonly state: StateCode
  readonly folio: string
  readonly quality: RepresentationQuality
  readonly by: string
  /** Under which independent counsel is registered; null of others, and where the office does not tell. */
  readonly key: string | null
  readonly forum: Forum
  readonly startedOn: Minute
  readonly endedOn: Minute | null
  readonly counsel: CounselRequest | null
  /** Of an amparo: what the judge said of the return; null where the office does not tell. */
  readonly suspension: { readonly word: Suspension; readonly on: Minute } | null
}

export interface CounselRequest {
  readonly on: Minute
  readonly answer: CounselAnswer
  readonly answeredOn: Minute | null
  readonly denial: string | null
  /** Null where it was not denied, and where the office does not tell. */
  readonly deniedBy: CounselDenier | null
}

export interface Determination {
  readonly feed: 'determinations'
  readonly state: StateCode
  readonly folio: string
  readonly number: string
  readonly on: Minute
  readonly outcome: DeterminationOutcome
  readonly authority: Authority
  readonly guarantees: Readonly<Record<Guarantee, Answer>>
  readonly plan: Plan | null
  readonly course: Course | null
}

export interface Plan {
  readonly folio: string
  readonly on: Minute
  readonly measures: readonly string[]
}

export interface ExecutedReturn {
  readonly feed: 'executed-returns'
  readonly folio: string
  readonly ref: Ref
  readonly state: StateCode
  readonly plannedOn: Minute
  readonly departedAt: Minute
  /** Otherwise the day of departure alone is written down. */
  readonly isHourTold: boolean
  readonly type: ReturnType
  readonly destination: string
  readonly mode: ReturnMode
  readonly exitPoint: string
  readonly receivedBy: string | null
  /** Who of the family took the child in; null where nobody wrote it down. */
  readonly receivedByTie: FamilyTie | null
  readonly determination: string | null
  readonly planFolio: string | null
}

export interface Checklist {
  readonly feed: 'return-checklists'
  readonly sender: 'INM' | 'CNDH'
  readonly folio: string
  readonly answers: Readonly<Partial<Record<ChecklistItem, Answer>>>
  readonly shownBy: string | null
  /** The same of single items. */
  readonly shownByItem: Readonly<Partial<Record<ChecklistItem, string>>>
  /** Women and men of PPNNA or OPI who escorted the child; null where nobody counted them. */
  readonly escort: { readonly women: number; readonly men: number } | null
}

export interface FacilityEntry {
  readonly feed: 'facilities'
  readonly place: Place
  readonly record: FacilityRecord | null
}

export type Fact =
  | Detection
  | Document
  | AsylumClaim
  | Stay
  | Inspection
  | ProtectionCase
  | Representation
  | Determination
  | ExecutedReturn
  | Checklist
  | FacilityEntry
  | Complaint

/** Where the facts go. `arrivesAt` is when the sender writes the row, which decides the file. */
export interface Sink {
  /** False where nothing that arrives then is sent any more: after the end, or from an office that fell silent. */
  isSent(fact: Fact, arrivesAt: Minute): boolean
  write(fact: Fact, arrivesAt: Minute): void
  /** The same row twice, early and completed: two rows, or the later one alone where one file holds both. */
  writeTwice(early: Fact, earlyAt: Minute, late: Fact, lateAt: Minute): void
}
