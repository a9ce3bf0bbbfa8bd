/** Time gone on a bar: what is red is past the term. All of it is written below. */
import { useNow } from '../../api/use-now.ts'
import { useFormat } from '../../format/use-format.ts'
import { gravenBy, SEVERITY_MARKS } from '../../words/alert-words.ts'
import { clockWords } from '../../words/clock-words.ts'
import { useWords } from '../../words/words.ts'
import type { AlertInList } from './alert-queries.ts'
import { type Clock, clockOf, stoppedAt } from './clock.ts'
import { useInstant } from './use-instant.ts'

type Timed = Pick<AlertInList, 'kind' | 'severity' | 'since' | 'reachedAt' | 'resolvedAt' | 'resolvedBy'>
type Props = {
  alert: Timed
  /** The instant at which it stood so; null for now. */
  at?: string | null
}

export function AlertClock({ alert, at = null }: Props) {
  const { t } = useWords()
  const instant = useInstant()
  const now = useNow()
  const clock = clockOf(alert, at === null ? now : new Date(at))
  const says = useClockWords(alert, clock)
  return (
    <div className="clock" data-severity={alert.severity} data-stopped={alert.resolvedAt !== null || undefined}>
      <span className="clock-bar" aria-hidden="true">
        <i style={{ width: `${clock.within * 100}%` }} />
        <i data-over style={{ width: `${(1 - clock.within) * 100}%` }} />
      </span>
      <b>{alert.resolvedAt === null ? says.over() : says.ran()}</b>
      <small>
        {says.term()}
        {' · '}
        {t('alerts.clock.since', { when: instant(alert.since) })}
      </small>
    </div>
  )
}

/** A term is of hours or days by the clock: to what was done, or to the end of days of an office, nobody had been given time. */
function useClockWords(alert: Timed, { runsHours, termHours, overHours }: Clock) {
  const { t, language } = useWords()
  const { span } = useFormat()
  const instant = useInstant()
  const words = clockWords(language)
  const by = gravenBy(alert.kind, alert.severity)
  const severity = t(`figures.severities.${SEVERITY_MARKS[alert.severity]}`)
  return {
    over() {
      if (termHours === null) return words.goesOn(span(overHours))
      if (by === 'ACT') return words.graveFor(severity, span(overHours))
      return t(alert.severity === 'AMBER' ? 'alerts.clock.reached' : 'alerts.clock.over', { span: span(overHours) })
    },
    ran() {
      if (alert.resolvedBy === null && !words.noFact[alert.kind]) return words.withdrawn
      if (runsHours > 0) return t('alerts.clock.ran', { span: span(runsHours) })
      return words[stoppedAt(alert) === alert.since ? 'ranWithinADay' : 'neverRan']
    },
    term() {
      if (termHours === null) return t('alerts.clock.noTerm')
      if (by === 'CLOCK') return t('alerts.clock.term', { span: span(termHours) })
      return words.graveSince(severity, instant(alert.reachedAt))
    },
  }
}
