/** All that oversight knows of a child, as rules read it; and what several rules ask of it. */
import type { AsylumStatus } from '@vigia/law/asylum'
import type { Authority } from '@vigia/law/authorities'
import type { ChecklistItem } from '@vigia/law/checklist'
import { type ExitType, isHandOver } from '@vigia/law/closures'
import type { ProtectionNeed } from '@vigia/law/detection-evidence'
import type { DeterminationOutcome } from '@vigia/law/determinations'
import type { Dormitory } from '@vigia/law/dormitories'
import { type FacilityType, isSocialAssistanceCentre } from '@vigia/law/facilities'
import type { LocalDate } from '@vigia/law/local-dates'
import { atTheLatest } from '@vigia/law/mexican-time'
import type { CurpAssignment, DocumentHolder, DocumentStatus, MigrationDocument } from '@vigia/law/migration-documents'
import type { Accompaniment, Answer } from '@vigia/law/people'
import type { CounselAnswer, Forum, RepresentationQuality, Suspension } from '@vigia/law/representation-types'
import { isReturn, type ReturnType } from '@vigia/law/return-types'
import type { Ending } from './course.ts'

/** A fact with the instant at which it stands; one that is a day stands at its morning. */
interface Fact {
  readonly id: string
  readonly at: Date
}

export interface Detection extends Fact {
  readonly state: string
  readonly ppnnaNotifiedAt: Date | null
  readonly difNotifiedAt: Date | null
  readonly consulateNotifiedAt: Date | null
  readonly comarNotifiedAt: Date | null
}

export interface Evidence extends Fact {
  readonly detectionId: string
  readonly handedOverAt: Date | null
  /** The act of the hand-over; null where none is told of. */
  readonly handoverAct: HandoverAct | null
  readonly interviewedAt: Date | null
  readonly presentedAt: Date | null
  /** Day of entry into the country. */
  readonly enteredOn: LocalDate | null
  readonly hadInterpreter: boolean | null
  /** Of international protection; null where nobody says anything of it. */
  readonly need: ProtectionNeed | null
  readonly evaluatedOn: LocalDate | null
  readonly procedureOpenedOn: LocalDate | null
  readonly procedureDecidedOn: LocalDate | null
}

/** What the act proves; null where nobody says. */
export interface HandoverAct {
  readonly tellsNotice: boolean | null
  readonly hasReceipt: boolean | null
}

export interface Stay extends Fact {
  readonly facilityId: string
  /** Null where the place is not known yet. */
  readonly type: FacilityType | null
  readonly state: string | null
  readonly leftAt: Date | null
  readonly exitType: ExitType | null
  /** What the place tells of how it keeps the child, and of whether its being out of sight was reported. Null: it does not tell. */
  readonly keeping: Keeping | null
}

export interface Keeping {
  readonly toldAt: Date
  readonly sleepsWith: Dormitory | null
  readonly areSiblingsApart: boolean | null
  readonly isMissingReported: boolean | null
  readonly missingReportedAt: Date | null
}

/** Of a stay. When the public prosecutor was asked for it, when it was ordered, when a judge ruled; null where nobody tells. */
export interface Measure extends Fact {
  readonly stayId: string
  readonly requestedAt: Date | null
  readonly orderedAt: Date | null
  readonly ratifiedAt: Date | null
}

export interface ProtectionCase extends Fact {
  readonly state: string
  readonly notifiedAt: Date | null
  readonly closedAt: Date | null
  readonly transitionPlanOn: LocalDate | null
}

/** What a Procuraduría did, or was asked for, in one of its files; null where it is not known in which. */
export interface Made extends Fact {
  readonly caseId: string | null
}

export interface ChildPicture {
  readonly id: string
  /** True where its finds were withdrawn: what else is told of it goes on to be counted. */
  readonly isOfNobody?: boolean
  /** State of the first detection. */
  readonly state: string
  readonly accompaniment: Accompaniment
  readonly language: string | null
  readonly turns18On: LocalDate | null
  readonly detections: readonly Detection[]
  readonly evidence: readonly Evidence[]
  readonly documents: readonly (Fact & {
    document: MigrationDocument
    status: DocumentStatus
    grantedOn: LocalDate | null
    issuedOn: LocalDate | null
    /** Its last day; null where it has none, or nobody tells. */
    expiresOn: LocalDate | null
    holder: DocumentHolder | null
    /** Since when an authority keeps the card; null where nobody tells. */
    retainedOn: LocalDate | null
    geographicRestriction: boolean | null
    /** When the registry was told of it last. */
    toldAt: Date | null
    /** When the registry was told that it has expired, of one that has; null where that is not known. */
    expiredToldAt: Date | null
    /** When the registry was told that an authority keeps it or that it binds the child, of what still holds; or what it was told last. */
    boundToldAt: Date | null
    curpAssigned: CurpAssignment | null
  })[]
  readonly claims: readonly (Fact & {
    status: AsylumStatus
    statusOn: LocalDate | null
    notifiedOn: LocalDate | null
  })[]
  readonly stays: readonly Stay[]
  readonly measures: readonly Measure[]
  readonly cases: readonly ProtectionCase[]
  readonly representations: readonly (Fact & {
    quality: RepresentationQuality
    forum: Forum | null
    endedAt: Date | null
    suspension: Suspension | null
    suspensionOn: LocalDate | null
  })[]
  readonly counselRequests: readonly (Made & { answer: CounselAnswer | null; answeredOn: LocalDate | null })[]
  readonly determinations: readonly (Made & {
    outcome: DeterminationOutcome
    authority: Authority
    interpreter: Answer | null
  })[]
  /** To restore the rights of the child, from the day of issue. */
  readonly plans: readonly Made[]
  readonly followUps: readonly Fact[]
  readonly complaints: readonly (Fact & {
    /** Who asks: the CNDH or the commission of a state; null where it is not known. */
    ombuds: Authority | null
    /** Of which state that commission is; null of the CNDH, and where it is not known. */
    state: string | null
    against: Authority | null
    reportAskedOn: LocalDate | null
    reportAnsweredOn: LocalDate | null
  })[]
  readonly returnPlans: readonly (ChildPicture['returns'][number] & { plannedOn: LocalDate | null })[]
  readonly returns: readonly (Fact & { folio: string; state: string; returnType: ReturnType })[]
  readonly checklists: readonly (Fact & { returnId: string; items: Partial<Record<ChecklistItem, Answer>> })[]
}

/** The earliest or the latest of facts by their instant, and by their id where two are at one. */
export function earliest<F extends { id: string; at: Date }>(facts: readonly F[]): F | null {
  return facts.reduce<F | null>((first, fact) => (first && isBefore(first, fact) ? first : fact), null)
}
export function latest<F extends { id: string; at: Date }>(facts: readonly F[]): F | null {
  return facts.reduce<F | null>((last, fact) => (last && isBefore(fact, last) ? last : fact), null)
}
function isBefore(a: { id: string; at: Date }, b: { id: string; at: Date }): boolean {
  return a.at.getTime() < b.at.getTime() || (a.at.getTime() === b.at.getTime() && a.id < b.id)
}

/** What is told of an earlier time had happened by then. */
export function notBefore(at: Date, floor: Date): Date {
  return new Date(Math.max(at.getTime(), floor.getTime()))
}

/** The first of several ways in which an alert can end; the fact that came first ended it. */
export function firstEnding(endings: readonly (Ending | null)[]): Ending | null {
  return earliest(endings.filter((ending) => ending !== null))
}

/** The act by which a child left Mexico after it was last found, or on the day of that where nobody tells its hour. */
export function leftMexico({ returns, detections }: ChildPicture): Ending | null {
  const found = latest(detections)
  const gone = latest(returns.filter(({ returnType, at }) => isReturn(returnType) && mayFollow(at, found)))
  return gone && { fact: 'executed_return', id: gone.id, at: found ? notBefore(gone.at, found.at) : gone.at }
}

/** Whether a fact may have been after a find: at a later instant, or on the day of the find where nobody tells its hour. */
export function mayFollow(at: Date, found: Pick<Detection, 'at'> | null): boolean {
  return found === null || found.at <= atTheLatest(at)
}

/**
 * The fact since which nobody owes the child anything in Mexico, as far as is known: it was returned, or everything that was
 * going on has ended since it was last found. Null while a stay or a case goes on, where nothing was ever told, and where the last of it
 * was a stay from which the child was handed on, or of which nobody tells how it ended: then it is on its way to somebody who has not
 * told of it yet, and what was owed to it is.
 */
export function departure(child: ChildPicture): Ending | null {
  const gone = leftMexico(child)
  if (gone) return gone
  const last = lastEnd(child)
  return last && !isHandedOn(child, last) ? last : null
}

/** Whether a stay or a case goes on, or the child was handed on from the last one: it is known to be with somebody. */
export function isWithUs(child: ChildPicture): boolean {
  const last = lastEnd(child)
  return goesOn(child) || (last !== null && isHandedOn(child, last))
}

function goesOn({ stays, cases }: ChildPicture): boolean {
  return stays.some(({ leftAt }) => leftAt === null) || cases.some(({ closedAt }) => closedAt === null)
}

/** By what the last of everything ended since the child was last found; null while anything goes on. */
function lastEnd(child: ChildPicture): Ending | null {
  if (goesOn(child)) return null
  const { stays, cases, detections } = child
  const found = latest(detections)
  // What began on the day of the find, at an hour that nobody tells, began after it, and so did it end.
  const since = (begun: Date, end: Ending) =>
    found && mayFollow(begun, found) ? { ...end, at: notBefore(end.at, found.at) } : end
  const last = latest<Ending>([
    ...stays.flatMap((stay) => (stay.leftAt ? [since(stay.at, { fact: 'stay', id: stay.id, at: stay.leftAt })] : [])),
    ...cases.flatMap(({ id, at, closedAt }) =>
      closedAt ? [since(at, { fact: 'protection_case', id, at: closedAt })] : [],
    ),
  ])
  return last && (!found || last.at >= found.at) ? last : null
}

function isHandedOn({ stays }: ChildPicture, { fact, id }: Ending): boolean {
  const stay = fact === 'stay' ? stays.find((one) => one.id === id) : undefined
  return stay !== undefined && (stay.exitType === null || isHandOver(stay.exitType))
}

export function staysInCentres({ stays }: ChildPicture): Stay[] {
  return stays.filter(({ type }) => type !== null && isSocialAssistanceCentre(type))
}

/** How a stay ended. */
export function endOfStay({ id, leftAt }: Stay): Ending | null {
  return leftAt && { fact: 'stay', id, at: leftAt }
}
