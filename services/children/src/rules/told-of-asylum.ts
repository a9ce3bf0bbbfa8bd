/**
 * What tells of a child more than it is itself: that there is a file of COMAR, or its certificate, says that the child has asked for asylum,
 * and the number of a complaint that there is one. Whoever may not read that group of a child is not told of them.
 *
 * Law     LGDNNA arts. 76-77; ASYLUM_IS_CONFIDENTIAL: what applicants tell is confidential, also between authorities.
 * Policy  A default of Vigía. The folio of a Procuraduría is told: by it the authorities write to one another.
 */
import type { Scope } from '@vigia/law/access-groups'
import type { IdentifierType } from '@vigia/law/identifiers'
import type { MigrationDocument } from '@vigia/law/migration-documents'

const OF_NUMBERS: Readonly<Partial<Record<IdentifierType, Scope>>> = {
  COMAR_FILE: 'risk:read',
  COMPLAINT: 'oversight:read',
}

/** Of which group a number of that kind tells, beside whose it is; null where of none. */
export const scopeOfNumber = (type: IdentifierType): Scope | null => OF_NUMBERS[type] ?? null

/** The same of a migration document. */
export const scopeOfDocument = (document: MigrationDocument): Scope | null =>
  document === 'ASYLUM_CERTIFICATE' ? 'risk:read' : null
