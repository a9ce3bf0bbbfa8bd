/**
 * In whose custody a child is, by the last stay that is known (domain.md 3.5): one current value; the stays are its history.
 *
 * Law     LGDNNA art. 99: the databases on unaccompanied children tell where each is lodged and in whose charge.
 * Policy  Which place means which custody is a default of Vigía. A transit centre (CIM, CAIFT) is in nobody's list: unknown.
 *         A lodging that a Procuraduría or COMAR runs itself, as the list of places says, is in the custody of that one: its guard, or its
 *         lodging. Nothing else says so. That a Procuraduría has the file of a child or represents it is no guard, and no file tells of a
 *         guardianship that a court gave it; a claim before COMAR lodges nobody, and who may read the kind of custody need not know of it.
 */
import type { ExitType } from '@vigia/law/closures'
import type { CustodyStatus } from '@vigia/law/custody-status'
import type { FacilityType } from '@vigia/law/facilities'
import type { Runner } from '@vigia/law/runners-of-places'

/** What is known of a place that tells of custody. */
export interface KnownPlace {
  readonly facilityType: FacilityType
  /** As the list of places names it; null where it names none of them. */
  readonly runBy: Runner | null
}

export interface KnownStay extends KnownPlace {
  readonly enteredAt: Date
  /** Null while the child is there. */
  readonly leftAt: Date | null
  readonly exitType: ExitType | null
}

export interface Custody {
  readonly status: CustodyStatus
  readonly since: Date
}

const IN_PLACE: Readonly<Record<FacilityType, CustodyStatus>> = {
  ...{ EM: 'INM', EPA: 'INM', EPB: 'INM', LH: 'INM', OR: 'INM', PTO: 'INM' },
  CCAN: 'REFERRAL_CENTER',
  ...{ CIM: 'UNKNOWN', CAIFT: 'UNKNOWN' },
  ...{ CASF: 'CAS', CASE: 'CAS', CASM: 'CAS', CASP: 'CAS', EAH: 'CAS', MOD: 'CAS' },
  ALB: 'SHELTER',
  HOSP: 'HOSPITAL',
  ...{ FAM_O: 'FAMILY_OF_ORIGIN', FAM_E: 'EXTENDED_FAMILY', FAM_A: 'FOSTER_FAMILY' },
  VIA: 'COMMUNITY',
}

const AFTER_EXIT: Readonly<Record<ExitType, CustodyStatus>> = {
  FAMILY_REINTEGRATION: 'FAMILY_OF_ORIGIN',
  INSTITUTIONAL_REFERRAL: 'IN_TRANSFER',
  TRANSFER_TO_CAS: 'IN_TRANSFER',
  FOLLOW_UP_CONCLUDED: 'COMMUNITY',
  RETURN: 'IN_RETURN',
  MAJORITY: 'COMMUNITY',
  OTHER_PLANNED: 'UNKNOWN',
  VOLUNTARY_ABANDONMENT: 'UNAUTHORISED_EXIT',
  CONTINUED_ROUTE: 'UNAUTHORISED_EXIT',
  NOT_LOCATED: 'UNAUTHORISED_EXIT',
  TAKEN_BY_RELATIVE: 'EXTENDED_FAMILY',
  DEATH: 'UNKNOWN',
  OTHER_UNPLANNED: 'UNKNOWN',
}

/** Where children are lodged by others than INM and families: of these, who runs one decides. */
const LODGINGS: readonly FacilityType[] = [
  ...(['CIM', 'CAIFT', 'CASF', 'CASE', 'CASM', 'CASP'] as const),
  ...(['EAH', 'MOD', 'ALB', 'VIA'] as const),
]

const OF_RUNNER: Readonly<Partial<Record<Runner, CustodyStatus>>> = {
  ...{ COMAR: 'COMAR', PPNNA: 'PPNNA', FEDERAL_PPNNA: 'PPNNA' },
}

/** While the child was in that place. */
export function custodyDuring({ facilityType, runBy }: KnownPlace): CustodyStatus {
  const owner = runBy === null || !LODGINGS.includes(facilityType) ? undefined : OF_RUNNER[runBy]
  return owner ?? IN_PLACE[facilityType]
}

/** Now. Null where no stay is known: then nobody has said in whose custody the child is. */
export function custodyOf(stays: readonly KnownStay[]): Custody | null {
  const [last] = stays.toSorted((one, other) => other.enteredAt.getTime() - one.enteredAt.getTime())
  if (!last) return null
  if (last.leftAt === null) return { status: custodyDuring(last), since: last.enteredAt }
  return { status: last.exitType === null ? 'UNKNOWN' : AFTER_EXIT[last.exitType], since: last.leftAt }
}
