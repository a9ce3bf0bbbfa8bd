/** The duty behind each alert: the articles that are broken while it is open, the first of them the one to cite. */
import type { AlertKind } from './alert-kinds.ts'
import * as lm from './articles.ts'
import * as la from './articles-of-amparo.ts'
import * as lrpcap from './articles-of-asylum.ts'
import * as centres from './articles-of-centres.ts'
import * as lgdnna from './articles-of-children.ts'
import * as lcndh from './articles-of-complaints.ts'
import * as lgpdppso from './articles-of-data.ts'
import * as criteria from './criteria.ts'
import * as ours from './criteria-of-alerts.ts'
import { type Basis, citationOf } from './legal-basis.ts'

const DUTIES: Readonly<Record<AlertKind, readonly [Basis, ...Basis[]]>> = {
  HELD_IN_PROHIBITED_PLACE: [
    lm.NO_DETENTION_OF_CHILDREN,
    lm.NO_LOSS_OF_LIBERTY,
    lrpcap.NO_DETENTION_OF_ASYLUM_SEEKING_CHILDREN,
  ],
  HELD_WITHOUT_LEGAL_BASIS: [lm.HANDED_OVER_AT_ONCE, lm.NO_MORE_THAN_36_HOURS, criteria.NOBODY_HELD_OVER_36_HOURS],
  PPNNA_NOT_NOTIFIED: [lm.HANDED_OVER_AT_ONCE, lm.NOTICE_AFTER_A_CHECK, lm.NOTICE_AFTER_A_VERIFICATION],
  PROCEDURE_BEFORE_NOTICE: [
    lm.NOTICE_BEFORE_PROCEDURE,
    lm.NOTICE_AFTER_A_CHECK,
    lm.NOTICE_AFTER_A_VERIFICATION,
    lm.NO_LOSS_OF_LIBERTY,
  ],
  HANDOVER_NOT_PROVEN: [lm.HANDED_OVER_AT_ONCE, lm.NOTICE_AFTER_A_CHECK, lm.NOTICE_AFTER_A_VERIFICATION],
  CASE_NOT_PROCESSED: [lgdnna.DETERMINATION_AND_PLAN, lgdnna.PROCURADURIA_REPRESENTS_EX_OFFICIO],
  NOT_REPRESENTED: [
    lgdnna.REPRESENTED_BY_PROCURADURIA,
    lgdnna.SUBSTITUTE_REPRESENTATION,
    lgdnna.PROCURADURIA_REPRESENTS_EX_OFFICIO,
  ],
  COMAR_NOT_NOTIFIED: [lrpcap.COMAR_IS_TOLD_AT_ONCE, lm.NO_CONSULATE_WHEN_PROTECTION_IS_NEEDED],
  CONSULATE_CONTACTED: [lm.NO_CONSULATE_WHEN_PROTECTION_IS_NEEDED, lrpcap.NOTHING_TO_THE_CONSULATE],
  NO_HUMANITARIAN_STATUS: [lm.HUMANITARIAN_STATUS_AT_ONCE, lm.STATUS_UNTIL_THE_PLAN],
  STATUS_WITHOUT_CARD: [lm.HUMANITARIAN_STATUS_AT_ONCE, lm.CURP_FOR_THE_CHILD],
  LODGED_WITHOUT_MEASURE: [lgdnna.URGENT_MEASURE_IN_HOURS, criteria.NO_ENTRY_WITHOUT_A_MEASURE],
  MEASURE_NOT_RATIFIED: [lgdnna.URGENT_MEASURE_IN_HOURS, lgdnna.PROCURADURIA_ORDERS_THE_MEASURE],
  NO_INITIAL_EVALUATION: [lgdnna.INITIAL_EVALUATION],
  NO_DETERMINATION: [lgdnna.DETERMINATION_AND_PLAN],
  RETURN_WITHOUT_DETERMINATION: [
    lgdnna.RETURN_ONLY_BY_BEST_INTERESTS,
    lm.PLAN_BINDS_INM,
    lm.NO_RETURN_BEFORE_DETERMINATION,
    lm.RETURN_FOLLOWS_THE_PLAN,
  ],
  CHILD_DEPORTED: [lm.NO_DEPORTATION_OF_CHILDREN],
  RETURN_WHILE_PENDING: [
    lm.NO_RETURN_OF_ASYLUM_SEEKERS,
    lrpcap.NO_REJECTION_OF_APPLICANTS,
    la.AMPARO_SUSPENDS_EXPULSION,
  ],
  FAST_RETURN: [criteria.RETURN_WITHIN_72_HOURS],
  UNSAFE_RETURN: [
    lm.RETURN_FOLLOWS_THE_PLAN,
    lm.RETURN_WITH_THE_RECEIVING_AUTHORITY,
    lm.BELONGINGS_GO_ALONG,
    ours.UNSAFE_RETURN_MARKS,
  ],
  ASYLUM_DECISION_DUE: [lrpcap.DECISION_IN_45_WORKING_DAYS, lrpcap.DECISION_IN_90_AT_THE_LATEST],
  ASYLUM_CLAIM_DUE: [lrpcap.CLAIM_IN_30_WORKING_DAYS],
  ASYLUM_REVIEW_DUE: [lrpcap.REVIEW_IN_15_WORKING_DAYS],
  CLAIM_GIVEN_UP_IN_CARE: [ours.CLAIM_GIVEN_UP, lgdnna.INDEPENDENT_LAWYER],
  LONG_STAY: [lgdnna.RESIDENTIAL_CARE_IS_LAST],
  REVIEW_OVERDUE: [centres.PERIODIC_REVIEW],
  OVERCROWDED: [lm.NO_MORE_THAN_A_STATION_HOLDS, ours.OCCUPANCY_STEPS],
  TOO_FEW_CARERS: [centres.CARERS_PER_CHILD],
  NOT_APART_FROM_ADULTS: [lgdnna.APART_FROM_ADULTS, centres.NO_DORMITORY_WITH_ADULTS],
  NO_INTERPRETER: [lgdnna.FREE_INTERPRETER, lgdnna.INTERPRETER_IN_EVERY_ACT],
  COUNSEL_REQUEST_UNANSWERED: [lgdnna.INDEPENDENT_LAWYER],
  REGISTRY_NOT_UPDATED: [centres.PUBLIC_REGISTRY_OF_CENTRES],
  UNREGISTERED_CENTRE: [centres.CENTRES_BELONG_IN_THE_REGISTRY, centres.PUBLIC_REGISTRY_OF_CENTRES],
  UNLISTED_PLACE: [ours.UNLISTED_PLACES, centres.PUBLIC_REGISTRY_OF_CENTRES],
  OFFICE_SILENT: [lgdnna.DATA_AT_THE_MOMENT, lgdnna.INM_AND_COMAR_PROVIDE_DATA, criteria.SILENT_FEED],
  DISAPPEARANCE_NOT_REPORTED: [ours.DISAPPEARANCE_STEPS, centres.CENTRES_TELL_OF_DANGER],
  NO_TRANSITION_PLAN: [ours.TRANSITION_STEPS],
  SECRETARIAT_VACANT: [ours.VACANCY_STEPS, lgdnna.SECRETARIAT_OF_A_STATE, lgdnna.FEDERAL_SECRETARIAT],
  OMBUDS_REPORT_DUE: [
    lcndh.REPORT_IN_15_DAYS,
    lcndh.SILENCE_PROVES_THE_FACTS,
    ours.OMBUDS_REPORT_STEPS,
    lgdnna.OMBUDS_WATCH_OVER_CHILDREN,
  ],
  SECURITY_BREACH: [lgpdppso.BREACH_IS_TOLD_AT_ONCE, lgpdppso.LOG_OF_BREACHES],
  BACKLOG_GROWS: [lgdnna.DETERMINATION_AND_PLAN, ours.GROWTH_OF_BACKLOG],
}

/** What binds INM in its premises, and what binds whoever keeps any other place: of its places no law speaks (LGDNNA art. 110 III is of carers). */
const AT_PLACES: Readonly<Partial<Record<AlertKind, Record<'ofInm' | 'ofOthers', readonly [Basis, ...Basis[]]>>>> = {
  OVERCROWDED: {
    ofInm: [lm.NO_MORE_THAN_A_STATION_HOLDS, ours.OCCUPANCY_STEPS],
    ofOthers: [ours.OCCUPANCY_STEPS],
  },
}

const BY_INM_AND_COMAR = [lgdnna.INM_AND_COMAR_PROVIDE_DATA, criteria.SILENT_FEED] as const
const BY_SYSTEMS_OF_STATES = [lgdnna.DATA_AT_THE_MOMENT, criteria.SILENT_FEED] as const
/** By what an office owes what it does not tell, of a delivery or of all of its own; by no law where it owes it by default. */
const OF_SILENCE: Readonly<Record<string, readonly [Basis, ...Basis[]]>> = {
  'placements/inspections/PPNNA': [centres.PUBLIC_REGISTRY_OF_CENTRES, criteria.SILENT_FEED],
  ...{ INM: BY_INM_AND_COMAR, COMAR: BY_INM_AND_COMAR },
  ...{ DIF: BY_SYSTEMS_OF_STATES, PPNNA: BY_SYSTEMS_OF_STATES },
  ...{ CNDH: [criteria.SILENT_FEED], CEDH: [criteria.SILENT_FEED] },
}

/** What is cited first where an alert rests on it alone, by its name (bases.ts): an amparo against a return; a mark of which no law speaks. */
const GROUNDS: Readonly<Partial<Record<AlertKind, Readonly<Record<string, Basis>>>>> = {
  RETURN_WHILE_PENDING: { AMPARO_SUSPENDS_EXPULSION: la.AMPARO_SUSPENDS_EXPULSION },
  UNSAFE_RETURN: { UNSAFE_RETURN_MARKS: ours.UNSAFE_RETURN_MARKS },
}

/** Of an authority of a state its commission asks, by a law that was not read; the CNDH by its own, of whomever it asks. */
const REPORT_TO_A_COMMISSION = [ours.OMBUDS_REPORT_STEPS, lgdnna.OMBUDS_WATCH_OVER_CHILDREN] as const
const OF_A_STATE: readonly string[] = ['DIF', 'PPNNA']

/** What shows which articles bind: whether its place is one of INM, what the alert is of (alert-offices.ts), on what its gravity rests. */
interface OfWhich {
  readonly isPlaceOfInm: boolean
  readonly subject: string
  readonly restsOn: string | null
}

/** Of an alert; of a kind in itself, where none is given, all of it. */
export function dutiesBehind(kind: AlertKind, alert?: OfWhich): readonly [Basis, ...Basis[]] {
  if (!alert) return DUTIES[kind]
  const [service, feed, source] = alert.subject.split('/')
  const ofSilence = OF_SILENCE[`${service}/${feed}/${source}`] ?? OF_SILENCE[source ?? '']
  if (kind === 'OFFICE_SILENT' && ofSilence) return ofSilence
  const isByLawOfCndh = alert.restsOn === 'REPORT_IN_15_DAYS'
  if (kind === 'OMBUDS_REPORT_DUE' && OF_A_STATE.includes(feed ?? '') && !isByLawOfCndh) return REPORT_TO_A_COMMISSION
  const ground = GROUNDS[kind]?.[alert.restsOn ?? '']
  if (ground) return [ground, ...DUTIES[kind].filter((basis) => basis !== ground)]
  return AT_PLACES[kind]?.[alert.isPlaceOfInm ? 'ofInm' : 'ofOthers'] ?? DUTIES[kind]
}

/** The article that an alert of the kind cites, by how it is written; that of the kind where it is of none. */
export function dutyCited(kind: AlertKind, citation: string): Basis {
  const all: readonly Basis[] = [...DUTIES[kind], ...Object.values(OF_SILENCE).flat()]
  return all.find((basis) => citationOf(basis) === citation) ?? DUTIES[kind][0]
}
