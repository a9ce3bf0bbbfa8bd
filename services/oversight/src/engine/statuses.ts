/** By which documents a child has a status, and how long each holds. */
import { addDays } from '@vigia/law/local-dates'
import { instantOf } from '@vigia/law/mexican-time'
import type { MigrationDocument } from '@vigia/law/migration-documents'
import type { ChildPicture } from './child.ts'

type Document = ChildPicture['documents'][number]

const SUFFICES: readonly MigrationDocument[] = [
  'HUMANITARIAN_VISITOR',
  'TEMPORARY_RESIDENT',
  'STUDENT_RESIDENT',
  'PERMANENT_RESIDENT',
  'MEXICAN',
]

export function givesStatus({ document, status }: Document): boolean {
  return SUFFICES.includes(document) && status !== 'REQUESTED' && status !== 'DENIED'
}

/** When a document no longer does; null where that is not known to come. */
export function endOfDocument({ status, expiresOn, expiredToldAt, at }: Document): Date | null {
  if (status === 'IN_RENEWAL') return null
  if (expiresOn !== null) return instantOf(addDays(expiresOn, 1))
  return status === 'EXPIRED' ? (expiredToldAt ?? at) : null
}
