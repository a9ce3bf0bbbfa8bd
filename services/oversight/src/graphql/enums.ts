/** Enums of this service, made from the code lists of the law. */
import { valuesOf } from '@vigia/kit/graph/enum-of'
import { ALERT_KINDS, ALERT_SEVERITIES, ALERT_STEPS } from '@vigia/law/alert-kinds'
import { ALERT_OFFICES } from '@vigia/law/alert-offices'
import { AUTHORITIES } from '@vigia/law/authorities'
import { AUTHORITY_MEASURES, AUTHORITY_SOURCES, AUTHORITY_TABLES } from '@vigia/law/authority-tables'
import { FATES, STAGES } from '@vigia/law/fates'
import { GRAINS, INDICATORS, MISSING_REASONS } from '@vigia/law/indicators'
import { FIGURE_TOPICS, FIGURE_UNITS, REPORTING_STATUSES } from '@vigia/law/official-figures'
import { builder } from '../builder.ts'

export const AlertKind = builder.enumType('AlertKind', {
  description: 'Which duty an alert is about.',
  values: valuesOf(ALERT_KINDS),
})

export const AlertSeverity = builder.enumType('AlertSeverity', {
  description: 'How grave an alert is. It rises with its clock.',
  values: valuesOf(ALERT_SEVERITIES),
})

export const AlertStepKind = builder.enumType('AlertStepKind', {
  description: 'What happens to an alert.',
  values: valuesOf(ALERT_STEPS),
})

export const AlertOffice = builder.enumType('AlertOffice', {
  description:
    'An office that owes the duty behind an alert, or oversees it; of an office of a state, that of the state of the alert.',
  values: valuesOf(ALERT_OFFICES),
})

export const Authority = builder.enumType('Authority', {
  description: 'An authority or body that decides, orders, inspects or sends files.',
  values: valuesOf(AUTHORITIES),
})

export const Stage = builder.enumType('Stage', {
  description: "A stage of a child's way through protection (LGDNNA arts. 89-101, 122-123; Ley de Migración art. 112).",
  values: valuesOf(STAGES),
})

export const FateOfChild = builder.enumType('Fate', {
  description:
    'What became of a child: the first that holds of RETURNED (an authority returned the child after it was found, and nobody has found it again on a later day), LEFT (out of sight, and nothing known since), WAITING (lodged, held, or with an open case), UNKNOWN.',
  values: valuesOf(FATES),
})

export const IndicatorOfSeries = builder.enumType('Indicator', {
  description:
    'What is counted by day. Flows (detections, cases opened, returns…) are summed; stocks (held, in care, backlogs) are what there is at the end of a day. Unit: children, or events where the name says so.',
  values: valuesOf(INDICATORS),
})

export const GrainOfSeries = builder.enumType('Grain', {
  description: 'How wide a point of a series is. Weeks run from Monday to Sunday.',
  values: valuesOf(GRAINS),
})

export const MissingReason = builder.enumType('MissingReason', {
  description: 'Why a point has no count.',
  values: valuesOf(MISSING_REASONS),
})

export const AuthoritySource = builder.enumType('AuthoritySource', {
  description: 'Whose tables they are.',
  values: valuesOf(AUTHORITY_SOURCES),
})

export const AuthorityTable = builder.enumType('AuthorityTable', {
  description: 'A table that an authority keeps of its own work. They contradict one another, and are never added up.',
  values: valuesOf(AUTHORITY_TABLES),
})

export const AuthorityMeasure = builder.enumType('AuthorityMeasure', {
  description: 'What a table counts. Unit: persons of all ages, as the authority counts them.',
  values: valuesOf(AUTHORITY_MEASURES),
})

export const ReportingStatus = builder.enumType('ReportingStatus', {
  description:
    'How a delivery stands: LATE is more than 24 hours past its usual period, SILENT more than 7 days (LGDNNA art. 99; the hours are defaults of Vigía).',
  values: valuesOf(REPORTING_STATUSES),
})

export const FigureTopic = builder.enumType('FigureTopic', {
  description: 'What a published figure is about.',
  values: valuesOf(FIGURE_TOPICS),
})

export const FigureUnit = builder.enumType('FigureUnit', {
  description: 'In what a published figure counts.',
  values: valuesOf(FIGURE_UNITS),
})
