/** What an alert is called, by the law's own list; how grave it is, as the page marks it; and what its duty and its term rest on. */
import { dutiesBehind } from '@vigia/law/alert-duties'
import { ALERT_KINDS, ALERT_STEPS, type AlertStep } from '@vigia/law/alert-kinds'
import { thresholdsOf } from '@vigia/law/alert-thresholds'
import { codesOf } from '@vigia/law/code-list'
import type { Basis, BasisKind } from '@vigia/law/legal-basis'
import type { AlertKind, AlertSeverity } from '../api/filters.ts'
import type { Severity } from '../ui/severity-mark.tsx'
import type { Language } from './words.ts'

/** In the order of the catalogue, which begins with what the law forbids outright. */
export const ALERT_KIND_CODES: readonly AlertKind[] = codesOf(ALERT_KINDS)

export const ALERT_STEP_CODES: AlertStep[] = codesOf(ALERT_STEPS)

export const isAlertKind = (code: string | undefined): code is AlertKind =>
  code !== undefined && Object.hasOwn(ALERT_KINDS, code)

export const alertKindName = (kind: AlertKind, language: Language): string => ALERT_KINDS[kind][language]

export const SEVERITY_MARKS = { CRITICAL: 'critical', RED: 'red', AMBER: 'amber' } as const satisfies Record<
  AlertSeverity,
  Severity
>

/** Gravest first. */
export const ALERT_SEVERITIES: readonly AlertSeverity[] = ['CRITICAL', 'RED', 'AMBER']

/** The article that is broken. */
export const dutyBehind = (kind: AlertKind): Basis => dutiesBehind(kind)[0]

/** Whether the terms that make it as grave stand in a statute, or are numbers of Vigía's: both, where one alert rests on this and another on that. */
export function termsRestOn(kind: AlertKind, severity: AlertSeverity): readonly BasisKind[] {
  const kinds = thresholdsOf(kind).flatMap((threshold) => (threshold.severity === severity ? threshold.basis.kind : []))
  return kinds.length === 0 ? [dutyBehind(kind).kind] : [...new Set(kinds)]
}

/** Where the federal secretary has set such a term in some of the places, or in all of them: then it rests on that too, or alone. */
export function termsRestOnIn(kind: AlertKind, severity: AlertSeverity, isSet: readonly boolean[]): readonly Rest[] {
  const own = termsRestOn(kind, severity)
  if (!isSet.some(Boolean)) return own
  const isOneTerm = thresholdsOf(kind).filter((threshold) => threshold.severity === severity).length === 1
  return isOneTerm && isSet.every(Boolean) ? ['SECRETARY'] : [...own, 'SECRETARY']
}

/** What made one alert as grave as it is. */
export const restOf = ({ name, kind }: { name: string; kind: BasisKind }): Rest =>
  name === 'SET_BY_THE_SECRETARY' ? 'SECRETARY' : kind

/** A statute, a ruling, a protocol, a number of Vigía's, or one that the federal secretary has set. */
type Rest = BasisKind | 'SECRETARY'

/** By what it grows as grave: hours or days of a clock; something that was done; or what may be either, or days of an office. */
export function gravenBy(kind: AlertKind, severity: AlertSeverity): 'CLOCK' | 'ACT' | 'OTHER' {
  const steps = thresholdsOf(kind).filter((threshold) => threshold.severity === severity)
  if (steps.every(({ since }) => since === 'ACT')) return 'ACT'
  // Its days are those after the one of the request.
  if (kind === 'OMBUDS_REPORT_DUE') return 'OTHER'
  return steps.every(({ since, unit }) => since !== 'ACT' && (unit === 'HOURS' || unit === 'DAYS')) ? 'CLOCK' : 'OTHER'
}
