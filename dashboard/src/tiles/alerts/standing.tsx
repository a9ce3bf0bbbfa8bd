/** How an alert stands: open since when, frozen by the silence of an office, or resolved. */
import { useWords } from '../../words/words.ts'
import type { AlertInList } from './alert-queries.ts'
import { useInstant } from './use-instant.ts'

type Props = { alert: Pick<AlertInList, 'openedAt' | 'frozenSince' | 'resolvedAt'> }

export function Standing({ alert: { openedAt, frozenSince, resolvedAt } }: Props) {
  const { t } = useWords()
  const instant = useInstant()
  if (resolvedAt)
    return (
      <span className="standing">
        <b>{t('alerts.standings.resolved')}</b>
        <small>{t('alerts.resolvedAt', { when: instant(resolvedAt) })}</small>
      </span>
    )
  return (
    <span className="standing" data-frozen={frozenSince !== null || undefined}>
      <b>{t(frozenSince ? 'alerts.standings.frozen' : 'alerts.standings.open')}</b>
      <small>
        {frozenSince
          ? t('alerts.frozenShort', { when: instant(frozenSince) })
          : t('alerts.openedAt', { when: instant(openedAt) })}
      </small>
    </span>
  )
}
