/** What only the fuller files of some senders tell beside the plain facts: which steps were taken, by whom and when. */

import type { Authority } from '@vigia/law/authorities'
import type { EvaluationResult, Interviewer, NoticeChannel, ProcedureDecision } from '@vigia/law/detection-evidence'
import type { DeterminationStatus, Guarantee } from '@vigia/law/determinations'
import type { Dormitory } from '@vigia/law/dormitories'
import type { LegalFigure, Regime } from '@vigia/law/facility-registry'
import type { FamilyContact, FamilyPlace, TieVerification } from '@vigia/law/family-ties'
import type { Right } from '@vigia/law/rights'
import type { StateCode } from '@vigia/law/states'
import type { Minute } from '../calendar.ts'
import type { Ref } from './ref.ts'

/** Of a detection: the first steps that followed it (domain.md 2.1, steps 2 to 6, 11, 14). */
export interface Evidence {
  readonly numbers: Numbers
  readonly notice: { readonly folio: string; readonly channel: NoticeChannel; readonly office: string } | null
  readonly ppnnaArrivedAt: Minute | null
  readonly handedOverAt: Minute | null
  readonly handover: HandoverAct | null
  readonly informed: { readonly at: Minute; readonly language: string } | null
  readonly interviewer: Interviewer | null
  /** The day of entry into the country. */
  readonly enteredOn: Minute | null
  /** On the way until the child was found, in its own country and others too. */
  readonly daysInTransit: number | null
  readonly hadInterpreter: boolean | null
  readonly protectionNeed: boolean | null
  readonly evaluation: { readonly on: Minute; readonly result: EvaluationResult } | null
  readonly procedure: Procedure | null
  readonly relative: Relative | null
}

/** The act by which INM handed the child over to DIF, and what it proves. */
export interface HandoverAct {
  readonly number: string
  readonly tellsNotice: boolean
  readonly hasReceipt: boolean
  /** The place that it names as receiving the child. */
  readonly to: string
}

/** By which other registers know the child. */
export interface Numbers {
  readonly passport: string | null
  readonly shelter: string | null
  readonly progres: string | null
  readonly cpims: string | null
}

export interface Procedure {
  readonly openedOn: Minute
  readonly decidedOn: Minute | null
  readonly decision: ProcedureDecision | null
  readonly followsPlan: boolean | null
}

/** A relative beside the tie that the plain row tells. */
export interface Relative {
  readonly place: FamilyPlace
  /** Of one in Mexico; null where nobody tells. */
  readonly state: StateCode | null
  readonly contact: FamilyContact
  readonly verified: TieVerification
}

/** Of a case: visits, and what is done before the child comes of age. */
export interface Upkeep {
  readonly followUps: readonly Minute[]
  readonly transitionPlanOn: Minute | null
  readonly documentsHandedOn: Minute | null
  readonly reunificationAgreedOn: Minute | null
}

/** Of a stay: with whom the child sleeps, and where; of a child who is out of sight, whether that was reported, and when. */
export interface Keeping {
  readonly sleepsWith: Dormitory
  readonly missingReported: boolean | null
  readonly missingReportedAt: Minute | null
  readonly bed: string
}

/** Of a determination: since when it was worked on, how it stands, who looked it over, which rights it finds violated, what it weighed, when its guarantees were heeded. */
export interface Course {
  readonly openedAt: Minute
  readonly status: DeterminationStatus
  readonly reviewer: string | null
  /** One to three. */
  readonly violated: readonly Right[]
  readonly factors: string | null
  readonly heededOn: Readonly<Partial<Record<Guarantee, Minute>>>
}

/** What the register of centres holds of a place (LGDNNA art. 112). */
export interface FacilityRecord {
  readonly number: string | null
  readonly address: string
  readonly figure: LegalFigure
  readonly regime: Regime | null
  readonly director: string | null
  readonly contact: string
  readonly funding: string | null
  readonly gazettedOn: Minute | null
  /** Girls and boys under 12, girls and boys from 12; null where nobody told them apart. */
  /** Persons who look after the children of a centre; null where nobody tells. */
  readonly carers: number | null
  readonly places: readonly [number, number, number, number] | null
}

export interface Complaint {
  readonly feed: 'complaints'
  readonly ombuds: 'CNDH' | 'CEDH'
  /** Of a commission of one state; null for the national one. */
  readonly state: StateCode | null
  readonly folio: string
  readonly ref: Ref
  readonly against: Authority
  readonly receivedOn: Minute
  readonly reportAskedOn: Minute | null
  readonly reportAnsweredOn: Minute | null
  readonly recommendedOn: Minute | null
  readonly recommendationAnsweredOn: Minute | null
}
