/**
 * Whose an act is between the federation and its states, and what is told of it to the ombudsperson who oversees others.
 *
 * Law     LGDNNA art. 140: the CNDH and the commissions of the states, each within its competence. Which that is stands in CPEUM art. 102 B
 *         (not read: to be verified): the CNDH for acts of federal authorities, the commission of a state for those of its own.
 * Policy  That an act of others is told by its existence and its local days, and by whose it is; and which bodies stand on which side where no
 *         law says so, as for kinds of place: defaults of Vigía. What no file tells the author of is nobody's, and told by these alone.
 */
import type { AUTHORITIES } from './authorities.ts'
import type { CodeList } from './code-list.ts'
import type { DETECTING_AUTHORITIES } from './detecting-authorities.ts'
import type { FacilityType } from './facilities.ts'
import type { Runner } from './runners-of-places.ts'

export const SIDES = {
  FEDERAL: {
    es: 'Autoridad federal: competencia de la CNDH',
    en: 'Federal authority: within the competence of the CNDH',
  },
  STATE: {
    es: 'Autoridad de una entidad: competencia de su comisión de derechos humanos',
    en: 'Authority of a state: within the competence of its human rights commission',
  },
  UNKNOWN: { es: 'Ningún archivo dice de quién es el acto', en: 'No file tells whose act it is' },
} as const satisfies CodeList
export type Side = keyof typeof SIDES

/** The side that an ombudsperson oversees. */
export type Overseen = Exclude<Side, 'UNKNOWN'>

const of = <Code extends string>(side: Side, ...codes: readonly Code[]) =>
  Object.fromEntries(codes.map((code) => [code, side])) as Record<Code, Side>

/** By who found the child. SQL: sec.side_of_finder. A prosecutor is federal or of a state; a hospital and a school too. */
export const SIDE_OF_FINDER = {
  ...of('FEDERAL', 'INM_AFM', 'INM_OPI', 'INM_BETA', 'NATIONAL_GUARD', 'SEDENA', 'SEMAR', 'COMAR'),
  ...of('STATE', 'STATE_POLICE', 'MUNICIPAL_POLICE', 'CIVIL_PROTECTION', 'DIF', 'PPNNA', 'MUNICIPALITY'),
  ...of('UNKNOWN', 'PROSECUTOR', 'HEALTH', 'EDUCATION', 'CIVIL_SOCIETY', 'SELF_PRESENTED', 'US_AUTHORITY', 'OTHER'),
} as const satisfies Record<keyof typeof DETECTING_AUTHORITIES, Side>

/** By which authority decided or ordered. SQL: sec.side_of_authority. */
export const SIDE_OF_AUTHORITY = {
  ...of('FEDERAL', 'INM', 'SNDIF', 'COMAR', 'CNDH', 'UPMRIP', 'SIPINNA', 'SRE', 'NATIONAL_GUARD'),
  ...of('STATE', 'PPNNA', 'DIF', 'CEDH'),
  ...of('UNKNOWN', 'PUBLIC_PROSECUTOR', 'COURT', 'CONSULATE', 'CIVIL_SOCIETY', 'UN', 'REGISTRY', 'OTHER'),
} as const satisfies Record<keyof typeof AUTHORITIES, Side>

/**
 * By the kind of place, where the list of places does not say that a federal body runs it. SQL: sec.side_of_place. Families and shelters are
 * supervised by the Procuraduría and the DIF of the state (LGDNNA arts. 112-113); a hospital may be of either, a transit centre of both.
 */
export const SIDE_OF_PLACE = {
  ...of('FEDERAL', 'EM', 'EPA', 'EPB', 'LH', 'CCAN', 'OR', 'PTO', 'CIM', 'CASF'),
  ...of('STATE', 'CASE', 'CASM', 'CASP', 'EAH', 'MOD', 'ALB', 'FAM_O', 'FAM_E', 'FAM_A', 'VIA'),
  ...of('UNKNOWN', 'CAIFT', 'HOSP'),
} as const satisfies Record<FacilityType, Side>

/** By who runs it, where that is known. SQL: sec.side_of_place. A Procuraduría of a state says no more than the kind of place does. */
export const SIDE_OF_RUNNER = {
  ...of('FEDERAL', 'INM', 'SNDIF', 'COMAR', 'FEDERAL_PPNNA'),
  ...of('UNKNOWN', 'PPNNA'),
} as const satisfies Record<Runner, Side>

/** Of whom stays in a place are. */
export function sideOfPlace(type: FacilityType, runBy: Runner | null): Side {
  return runBy !== null && SIDE_OF_RUNNER[runBy] === 'FEDERAL' ? 'FEDERAL' : SIDE_OF_PLACE[type]
}

interface ActType {
  /** By what its author is known. */
  readonly whose: string
  /** Fields that tell no more than that there was such an act, on which day, whose it is; and those that lead to other acts or back to the child. */
  readonly told: readonly string[]
}

const BY_FILE = 'the Procuraduría whose file it stands in'
const ALWAYS = ['id', 'competence']

/** The acts of the graph, by their type. Whatever else it has, and whatever is added to it, is refused of an act of others. */
export const ACTS = {
  Detection: {
    whose: 'the authority that found the child',
    told: [...ALWAYS, 'detectedAt', 'state', 'authority', 'ppnnaNotifiedAt', 'difNotifiedAt'],
  },
  MigrationDocument: { whose: 'INM', told: [...ALWAYS, 'grantedOn', 'issuedOn'] },
  AsylumClaim: { whose: 'COMAR', told: [...ALWAYS, 'filedOn'] },
  Placement: {
    whose: 'whoever keeps the place',
    told: [...ALWAYS, 'enteredAt', 'leftAt', 'custody', 'child', 'measures'],
  },
  UrgentMeasure: {
    whose: 'the authority that ordered it, a state’s in the state of the place',
    told: [...ALWAYS, 'requestedAt', 'orderedAt', 'ratifiedAt', 'authority'],
  },
  ProtectionCase: {
    whose: 'the Procuraduría of its state',
    told: [...ALWAYS, 'state', 'notifiedAt', 'openedAt', 'closedAt', 'determination', 'determinations', 'plan'],
  },
  Determination: {
    whose: `the authority that decided; where that is a Procuraduría, ${BY_FILE}`,
    told: [...ALWAYS, 'decidedAt', 'authority'],
  },
  RestitutionPlan: { whose: BY_FILE, told: [...ALWAYS, 'issuedOn'] },
  Representation: { whose: BY_FILE, told: [...ALWAYS, 'startedAt', 'endedAt'] },
  CounselRequest: { whose: BY_FILE, told: [...ALWAYS, 'requestedAt', 'answeredAt'] },
  ExecutedReturn: { whose: 'INM', told: [...ALWAYS, 'departedAt'] },
  ReturnPlan: { whose: 'INM', told: [...ALWAYS, 'plannedOn'] },
} as const satisfies Readonly<Record<string, ActType>>
export type ActName = keyof typeof ACTS

const TOLD: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries(ACTS).map(([type, { told }]) => [type, new Set<string>(told)]),
)

/** What is told of an act of others, by the type; null for a type that is no act. */
export function toldOfOthers(type: string): ReadonlySet<string> | null {
  return TOLD.get(type) ?? null
}
