/** From when on an alert of this kind is how grave, as is in force in its state today; and when this one grows graver next. */
import { bearsOnAll } from '@vigia/law/threshold-changes'
import { graphql, type ResultOf } from '../../api/graphql.ts'
import { useLiveQuery } from '../../api/use-live-query.ts'
import { useNow } from '../../api/use-now.ts'
import { SeverityMark } from '../../ui/severity-mark.tsx'
import { useThresholdWords } from '../../ui/use-threshold-words.ts'
import { actThatWeighs } from '../../words/acts-that-weigh.ts'
import { ALERT_SEVERITIES, SEVERITY_MARKS } from '../../words/alert-words.ts'
import { useWords } from '../../words/words.ts'
import type { AlertAlone } from './alert-query.ts'
import { useInstant } from './use-instant.ts'

const ThresholdsDocument = graphql(`
  query AlertScale($state: ID!, $kind: AlertKind!) {
    alertThresholds(state: $state, kind: $kind) {
      step
      severity
      value
      unit
      isOnAct
      runsFrom
      restsOn {
        citation
        kind
      }
    }
  }
`)

export type Threshold = NonNullable<ResultOf<typeof ThresholdsDocument>['alertThresholds']>[number]

const SECONDS_BETWEEN = 60
const HOURS = { HOURS: 1, DAYS: 24 } as const

/** When time alone makes it graver next; null where no clock does, and where its end depends on working days. */
export function nextStep(
  { since, severity }: Pick<AlertAlone, 'since' | 'severity'>,
  scale: readonly Threshold[],
  now: Date,
) {
  const ahead = scale.flatMap((step) => {
    const { unit, value, isOnAct, runsFrom } = step
    if (isOnAct || bearsOnAll({ since: runsFrom }) || (unit !== 'HOURS' && unit !== 'DAYS')) return []
    const at = Date.parse(since) + value * HOURS[unit] * 3_600_000
    const isGraver = ALERT_SEVERITIES.indexOf(step.severity) < ALERT_SEVERITIES.indexOf(severity)
    return isGraver && at > now.getTime() ? [{ severity: step.severity, at: new Date(at).toISOString() }] : []
  })
  return ahead.toSorted((a, b) => a.at.localeCompare(b.at))[0] ?? null
}

export function Scale({ alert }: { alert: AlertAlone }) {
  const { t } = useWords()
  const now = useNow()
  const instant = useInstant()
  const { kind, state, resolvedAt } = alert
  const asked = useLiveQuery(
    { query: ThresholdsDocument, variables: { kind, state: state?.code ?? '00' } },
    SECONDS_BETWEEN,
  )
  const scale = asked.data?.alertThresholds
  if (!scale || scale.length === 0) return null
  const next = resolvedAt ? null : nextStep(alert, scale, now)
  return (
    <>
      {next && (
        <>
          <dt>{t('alerts.nextStep')}</dt>
          <dd>
            <SeverityMark severity={SEVERITY_MARKS[next.severity]} /> {t('alerts.from', { when: instant(next.at) })}
          </dd>
        </>
      )}
      <dt>{t('alerts.scale')}</dt>
      <dd>
        <ul className="scale">
          {scale.map((step) => (
            <Step key={step.step} kind={kind} step={step} />
          ))}
        </ul>
      </dd>
    </>
  )
}

type StepProps = { kind: AlertAlone['kind']; step: Threshold }

function Step({ kind, step: { severity, value, unit, isOnAct, runsFrom, restsOn } }: StepProps) {
  const { t, language } = useWords()
  const onTime = useThresholdWords()({ value, unit, runsFrom })
  if (bearsOnAll({ since: runsFrom })) return <li>{onTime}</li>
  const onAct = actThatWeighs(kind, language) ?? t('alerts.terms.ACT')
  return (
    <li>
      <SeverityMark severity={SEVERITY_MARKS[severity]} /> {isOnAct ? onAct : onTime}{' '}
      {runsFrom === 'REQUEST' && t('alerts.sinceRequest')}
      {restsOn && <small>{restsOn.citation}</small>}
    </li>
  )
}
