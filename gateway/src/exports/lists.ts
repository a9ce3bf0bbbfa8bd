/** Every list that can be taken out as a file; and of those that cannot, why. A list of the graph stands in one of the two. */
import type { ExportList } from './columns.ts'
import { LISTS_OF_ACTS } from './lists-of-acts.ts'
import { LISTS_OF_CHILDREN } from './lists-of-children.ts'
import { LISTS_OF_COUNTS } from './lists-of-counts.ts'
import { LISTS_OF_RECORDS } from './lists-of-records.ts'

/** Counts first: they are what is offered. */
export const EXPORT_LISTS: readonly ExportList[] = [
  ...LISTS_OF_COUNTS,
  ...LISTS_OF_RECORDS,
  ...LISTS_OF_ACTS,
  ...LISTS_OF_CHILDREN,
]

const NEVER = 'It never leaves (domain.md 6).'
const WHOSE = 'INM alone reads it, and takes nothing out: it has what it sent.'
const PART = 'It is read with its record: in a table it would be a column of columns.'
const LAW = 'It is the text of the law and of its words: no figure and no record, published with the program.'

/** By type and field. */
export const NOT_EXPORTED: Readonly<Record<string, string>> = {
  'Alert.articles': LAW,
  'Alert.steps': PART,
  'AlertGroup.alerts': 'The list of alerts holds them.',
  'AcknowledgeAlertsPayload.alerts': 'What was just done, told to who did it; the list of alerts holds them.',
  'AcknowledgeAlertsPayload.refused': 'What was not done, and why: of this moment alone.',
  'Query.alertGroups': 'The list of alerts holds them, one by one.',
  'Query.answersByNumber':
    'Its rows are a number of a child and words of an officer, and neither leaves as a file: it is read in the graph.',
  'AlertThreshold.changes': PART,
  'Query.alertThresholds': LAW,
  'Breach.states': PART,
  'Query.alertsAsOf': 'The list of alerts holds them, with when each was raised and resolved.',
  'Child.alerts': 'The list of alerts holds them.',
  'Child.asylumClaims': NEVER,
  'Child.familyTies': NEVER,
  'Child.identifiers': NEVER,
  'Detection.risks': NEVER,
  'MigrationDocument.validIn':
    'Lists of children hold no place; whether a document binds the child to one is exported.',
  'Child.ppnnaCases': 'Files of children tell of the one that speaks for the child today.',
  'Child.placements': 'The list of placements holds them.',
  'Facility.placements': 'Who is in which place never leaves (domain.md 6); the list of placements holds the stays.',
  'State.openAlertsOn': 'One asks for the days; how many are open now is exported.',
  'State.facilities': 'The list of places holds them, of one state where that is asked.',
  'Query.overstays': 'A partner alone reads it, under pseudonyms of its own: by the graph.',
  'Query.childrenByNumber': 'Asked with a number in hand, of which nothing leaves; the list of children holds them.',
  'Query.returns': 'The returns of each child are exported, with what is told of those of others.',
  'Child.accesses': 'What proves it is the chain: `npm run audit -- child`.',
  'ProtectionCase.determinations': NEVER,
  'ExecutedReturn.checklists': PART,
  'Placement.measures': NEVER,
  'Series.points': 'A series is asked with its indicator and grain; the figures of a period are exported.',
  'PublishedFigure.contradicts': PART,
  'Query.dutyToKnow': PART,
  'Query.webhookDeliveries': 'A log of machines, read beside the endpoint by its owner: by the graph.',
  'Query.webhookEndpoints': 'What its owner has registered is his own.',
  'Query.letterTerms': 'An office reads its own choice; what it was before stands in the audit.',
  'ChooseLettersPayload.terms': 'What was just chosen, told to who chose it.',
  'WebhookDelivery.attempts': PART,
  'Query.batchFindings': PART,
  'Query.codeLists': LAW,
  'CodeList.codes': LAW,
  'Query.articles': LAW,
  'Query.detectionReceipts': WHOSE,
  'Query.stayRecords': WHOSE,
  'Query.returnPlanReceipts': WHOSE,
  'Query.returnReceipts': WHOSE,
  'Determination.guarantees': NEVER,
  'RestitutionPlan.measureDetails': NEVER,
  'ReturnChecklist.answers': PART,
  'Funnel.residualByFate': PART,
  'FunnelStage.lost': PART,
}
