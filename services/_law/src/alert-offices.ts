/** Who owes the duty behind an alert, who oversees that it is met, and whose office an account is of. */
import type { Role } from './access-matrix.ts'
import { ALERT_KINDS, type AlertKind } from './alert-kinds.ts'
import { type CodeList, codesOf } from './code-list.ts'
import { NATION } from './states.ts'

interface OfficeEntry {
  /** Whose accounts are of this office; null where it has none here. */
  readonly role: Role | null
}

/** Those of a state are, of an alert, those of its state. */
export const ALERT_OFFICES = {
  SIPINNA: {
    role: 'federal-secretary',
    es: 'Secretaría Ejecutiva del SIPINNA',
    en: 'Executive secretariat of SIPINNA',
  },
  SIPINNA_STATE: {
    role: 'state-secretary',
    es: 'Secretaría Ejecutiva del SIPINNA estatal',
    en: 'Executive secretariat of the state SIPINNA',
  },
  CNDH: {
    role: 'ombudsperson-federal',
    es: 'Comisión Nacional de los Derechos Humanos',
    en: 'National Human Rights Commission',
  },
  CEDH: { role: 'ombudsperson-state', es: 'Comisión estatal de derechos humanos', en: 'State human rights commission' },
  PPNNA: { role: 'ppnna-officer', es: 'Procuraduría de Protección de NNA', en: 'Office for child protection' },
  DIF: { role: 'dif-officer', es: 'Sistema DIF', en: 'Family development system' },
  SNDIF: { role: null, es: 'Sistema Nacional DIF', en: 'National family development system' },
  INM: { role: 'inm-officer', es: 'Instituto Nacional de Migración', en: 'National Migration Institute' },
  COMAR: { role: null, es: 'Comisión Mexicana de Ayuda a Refugiados', en: 'Refugee commission' },
} as const satisfies CodeList & Record<string, OfficeEntry>

export type AlertOffice = keyof typeof ALERT_OFFICES

/** The office of which an account of this role is; null for counsel, partners and the public. */
export function officeOfRole(role: Role): AlertOffice | null {
  return codesOf(ALERT_OFFICES).find((office) => ALERT_OFFICES[office].role === role) ?? null
}

export function roleOfOffice(office: AlertOffice): Role | null {
  return ALERT_OFFICES[office].role
}

/** What is known of an alert when it is asked whose duty it is. */
export interface OfWhat {
  readonly kind: AlertKind
  /** Which fact it is of; of a silent office its delivery, "service/feed/source/state"; of a complaint, a breach or an act without an interpreter "id/authority"; of a post its state, "00" for the federal one; of a clock of its own "id/CLOCK". */
  readonly subject: string
  /** Whether the place that it is about, or in whose keeping the child was, is one of INM; false where it is about none. */
  readonly isPlaceOfInm: boolean
}

/** Of these the holder shows in what they are of. */
type ByTheAct = 'OFFICE_SILENT' | 'SECRETARIAT_VACANT' | OwedByThePlace | OwedByWhomItNames

/** Owed by whoever keeps the place; of a place of INM no list of DIF's is to tell. */
export const OWED_BY_THE_PLACE = [
  'OVERCROWDED',
  'NOT_APART_FROM_ADULTS',
  'DISAPPEARANCE_NOT_REPORTED',
  'UNLISTED_PLACE',
] as const
type OwedByThePlace = (typeof OWED_BY_THE_PLACE)[number]

/** Owed by the authority that the fact names: that a complaint is against, whose data were breached, whose act went on without an interpreter. */
export const OWED_BY_WHOM_IT_NAMES = ['NO_INTERPRETER', 'OMBUDS_REPORT_DUE', 'SECURITY_BREACH'] as const
type OwedByWhomItNames = (typeof OWED_BY_WHOM_IT_NAMES)[number]

const isOf = <Kind extends AlertKind>(kinds: readonly Kind[], kind: AlertKind): kind is Kind =>
  kinds.some((one) => one === kind)

/**
 * Policy  Who acts by the article cited (alert-duties.ts): who holds, detects, returns and documents is INM; who opens the file,
 *         represents, measures and determines is the Procuraduría; who lodges and keeps the register of places is DIF. No law says
 *         it of an alert. Empty: by the act itself, and where nobody here can know.
 */
const HOLDERS: Readonly<Record<Exclude<AlertKind, ByTheAct>, readonly AlertOffice[]>> = {
  HELD_IN_PROHIBITED_PLACE: ['INM'],
  HELD_WITHOUT_LEGAL_BASIS: ['INM'],
  PPNNA_NOT_NOTIFIED: ['INM'],
  PROCEDURE_BEFORE_NOTICE: ['INM'],
  HANDOVER_NOT_PROVEN: ['INM'],
  CASE_NOT_PROCESSED: ['PPNNA'],
  NOT_REPRESENTED: ['PPNNA'],
  COMAR_NOT_NOTIFIED: ['INM'],
  CONSULATE_CONTACTED: ['INM'],
  NO_HUMANITARIAN_STATUS: ['INM'],
  STATUS_WITHOUT_CARD: ['INM'],
  LODGED_WITHOUT_MEASURE: ['PPNNA', 'DIF'],
  MEASURE_NOT_RATIFIED: ['PPNNA'],
  NO_INITIAL_EVALUATION: ['DIF'],
  NO_DETERMINATION: ['PPNNA'],
  RETURN_WITHOUT_DETERMINATION: ['INM'],
  CHILD_DEPORTED: ['INM'],
  RETURN_WHILE_PENDING: ['INM'],
  FAST_RETURN: ['INM'],
  UNSAFE_RETURN: ['INM'],
  ASYLUM_DECISION_DUE: ['COMAR'],
  ASYLUM_CLAIM_DUE: ['PPNNA'],
  ASYLUM_REVIEW_DUE: ['PPNNA'],
  CLAIM_GIVEN_UP_IN_CARE: ['PPNNA', 'DIF'],
  LONG_STAY: ['PPNNA', 'DIF'],
  REVIEW_OVERDUE: ['PPNNA', 'DIF'],
  TOO_FEW_CARERS: ['DIF'],
  COUNSEL_REQUEST_UNANSWERED: ['PPNNA'],
  REGISTRY_NOT_UPDATED: ['PPNNA', 'DIF'],
  UNREGISTERED_CENTRE: ['DIF'],
  NO_TRANSITION_PLAN: ['PPNNA'],
  BACKLOG_GROWS: ['PPNNA'],
}

const isAlways = (kind: AlertKind): kind is keyof typeof HOLDERS => Object.hasOwn(HOLDERS, kind)

/** Whose file is missing, whom a complaint is against: as deliveries and complaints name authorities. */
const SENDERS: Readonly<Record<string, AlertOffice>> = {
  INM: 'INM',
  DIF: 'DIF',
  SNDIF: 'SNDIF',
  PPNNA: 'PPNNA',
  COMAR: 'COMAR',
  SIPINNA: 'SIPINNA',
  CNDH: 'CNDH',
  CEDH: 'CEDH',
}

/** Those who owe what is not done; none where the registry cannot know, or the authority named has no account here. */
export function dutyHoldersOf({ kind, subject, isPlaceOfInm }: OfWhat): readonly AlertOffice[] {
  if (isOf(OWED_BY_THE_PLACE, kind)) return isPlaceOfInm ? ['INM'] : ['DIF']
  if (kind === 'SECRETARIAT_VACANT') return [subject === NATION.code ? 'SIPINNA' : 'SIPINNA_STATE']
  const parts = subject.split('/')
  if (isOf(OWED_BY_WHOM_IT_NAMES, kind)) return officeNamed(parts[1])
  return kind === 'OFFICE_SILENT' ? officeNamed(parts[2]) : HOLDERS[kind]
}

function officeNamed(authority = ''): readonly AlertOffice[] {
  const office = SENDERS[authority]
  return office ? [office] : []
}

/**
 * Law     LGDNNA art. 125 XV: the system watches over all; CPEUM art. 102 B (to be verified): the CNDH knows of federal acts, the
 *         commission of a state of those of its authorities. LGDNNA art. 112: a Procuraduría supervises the centres.
 *         The DIF of the nation is federal like INM and COMAR, those of the states are not (domain.md 0.7).
 * Policy  Whoever holds the duty oversees nothing of it, whatever else it oversees.
 */
const OVERSEERS: Readonly<Record<AlertOffice, readonly AlertOffice[]>> = {
  SIPINNA: ['CNDH'],
  SIPINNA_STATE: ['SIPINNA', 'CEDH'],
  CNDH: ['SIPINNA'],
  CEDH: ['SIPINNA'],
  INM: ['SIPINNA', 'SIPINNA_STATE', 'CNDH'],
  COMAR: ['SIPINNA', 'SIPINNA_STATE', 'CNDH'],
  PPNNA: ['SIPINNA', 'SIPINNA_STATE', 'CEDH'],
  DIF: ['SIPINNA', 'SIPINNA_STATE', 'CEDH', 'PPNNA'],
  SNDIF: ['SIPINNA', 'SIPINNA_STATE', 'CNDH'],
}
const OF_NOBODY_KNOWN: readonly AlertOffice[] = ['SIPINNA', 'SIPINNA_STATE', 'CNDH', 'CEDH']

/** Who sees to it that the duty is met, in the order of the offices: told apart from who owes it. */
export function overseersOf(of: OfWhat): readonly AlertOffice[] {
  const holders = dutyHoldersOf(of)
  if (holders.length === 0) return OF_NOBODY_KNOWN
  const overseeing = new Set(holders.flatMap((holder) => OVERSEERS[holder]))
  return codesOf(ALERT_OFFICES).filter((office) => overseeing.has(office) && !holders.includes(office))
}

/** Whether an office oversees some alert of the kind at least: whose duty it is, may show in the alert alone. */
export function overseesSome(office: AlertOffice, kind: AlertKind): boolean {
  const subjects = Object.keys(SENDERS).map((sender) => `/${sender}/${sender}/`)
  return [...subjects, NATION.code, ''].some((subject) =>
    [true, false].some((isPlaceOfInm) => overseersOf({ kind, subject, isPlaceOfInm }).includes(office)),
  )
}

/** The kinds of which an office owes the duty whatever they are about; by the act itself it may owe that of others too. */
export function kindsOwedBy(office: AlertOffice): AlertKind[] {
  return codesOf(ALERT_KINDS).filter((kind) => isAlways(kind) && HOLDERS[kind].includes(office))
}

/** How deliveries name an office as their sender. */
export function sendersOf(office: AlertOffice): string[] {
  return Object.keys(SENDERS).filter((sender) => SENDERS[sender] === office)
}
