/**
 * Identifiers that cannot be mistaken for one another.
 *
 * An id is branded once, where it enters the program (a GraphQL argument, a database row, an event
 * payload). Past that point a FacilityId in the place of a ChildId does not compile.
 */
declare const brand: unique symbol
export type Id<Name extends string> = string & { readonly [brand]: Name }

export type ChildId = Id<'ChildId'>
export type IdentifierId = Id<'IdentifierId'>
export type FamilyTieId = Id<'FamilyTieId'>
export type DetectionId = Id<'DetectionId'>
export type DetectionEvidenceId = Id<'DetectionEvidenceId'>
export type RelativeId = Id<'RelativeId'>
export type MigrationDocumentId = Id<'MigrationDocumentId'>
export type AsylumClaimId = Id<'AsylumClaimId'>
export type FacilityId = Id<'FacilityId'>
export type FacilityRecordId = Id<'FacilityRecordId'>
export type StayId = Id<'StayId'>
export type UrgentMeasureId = Id<'UrgentMeasureId'>
export type InspectionId = Id<'InspectionId'>
export type CaseId = Id<'CaseId'>
export type RepresentationId = Id<'RepresentationId'>
export type CounselRequestId = Id<'CounselRequestId'>
export type DeterminationId = Id<'DeterminationId'>
export type RestitutionPlanId = Id<'RestitutionPlanId'>
export type PlanMeasureId = Id<'PlanMeasureId'>
export type ComplaintId = Id<'ComplaintId'>
export type FollowUpId = Id<'FollowUpId'>
export type ReturnPlanId = Id<'ReturnPlanId'>
export type ReturnId = Id<'ReturnId'>
export type ReturnChecklistId = Id<'ReturnChecklistId'>
export type BatchId = Id<'BatchId'>

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

export function isId(text: string): boolean {
  return UUID.test(text)
}

/** Brands a string as an id. Throws a RangeError when it is not a lower-case UUID. */
export function id<T extends Id<string>>(text: string): T {
  if (!UUID.test(text)) throw new RangeError(`Not an id: "${text}"`)
  return text as T
}
