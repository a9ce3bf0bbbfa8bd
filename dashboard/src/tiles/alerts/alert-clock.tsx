/** Time gone on a bar: what is red is past the term. All of it is written below. */
import { useNow } from '../../api/use-now.ts'
import { useFormat } from '../../format/use-format.ts'
import { clockWords } from '../../words/clock-words.ts'
import { useWords } from '../../words/words.ts'
import type { AlertInList } from './alert-queries.ts'
import { clockOf, stoppedAt } from './clock.ts'
import { useInstant } from './use-instant.ts'

type Props = { alert: Pick<AlertInList, 'severity' | 'since' | 'reachedAt' | 'resolvedAt' | 'resolvedBy'> }

export function AlertClock({ alert }: Props) {
  const { t, language } = useWords()
  const { span } = useFormat()
  const instant = useInstant()
  const { within, runsHours, termHours, overHours } = clockOf(alert, useNow())
  const isLate = alert.severity === 'AMBER'
  const over = t(isLate ? 'alerts.clock.reached' : 'alerts.clock.over', { span: span(overHours) })
  const stopped = stoppedAt(alert)
  const ran =
    runsHours > 0
      ? t('alerts.clock.ran', { span: span(runsHours) })
      : clockWords(language)[stopped === alert.since ? 'ranWithinADay' : 'neverRan']
  return (
    <div className="clock" data-severity={alert.severity} data-stopped={alert.resolvedAt !== null || undefined}>
      <span className="clock-bar" aria-hidden="true">
        <i style={{ width: `${within * 100}%` }} />
        <i data-over style={{ width: `${(1 - within) * 100}%` }} />
      </span>
      <b>{stopped ? ran : over}</b>
      <small>
        {termHours === null ? t('alerts.clock.noTerm') : t('alerts.clock.term', { span: span(termHours) })}
        {' · '}
        {t('alerts.clock.since', { when: instant(alert.since) })}
      </small>
    </div>
  )
}
