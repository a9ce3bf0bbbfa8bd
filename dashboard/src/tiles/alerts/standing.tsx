/** How an alert stands: open since when, seen to until when and by whom, frozen by the silence of an office, closed, or resolved. */
import { officeName } from '../../words/alert-offices.ts'
import { useWords } from '../../words/words.ts'
import type { AlertInList } from './alert-queries.ts'
import { useInstant } from './use-instant.ts'

type Stands = Pick<
  AlertInList,
  'openedAt' | 'frozenSince' | 'acknowledgedUntil' | 'assignedTo' | 'closedAt' | 'resolvedAt'
>

export function Standing({ alert }: { alert: Stands }) {
  const { t, language } = useWords()
  const instant = useInstant()
  const { openedAt, frozenSince, acknowledgedUntil, assignedTo, closedAt, resolvedAt } = alert
  if (resolvedAt)
    return (
      <Stand word={t('alerts.standings.resolved')} notes={[t('alerts.resolvedAt', { when: instant(resolvedAt) })]} />
    )
  if (closedAt)
    return <Stand word={t('alerts.standings.closed')} notes={[t('alerts.closedAt', { when: instant(closedAt) })]} />
  const notes = [
    frozenSince && t('alerts.frozenShort', { when: instant(frozenSince) }),
    acknowledgedUntil && t('alerts.until', { when: instant(acknowledgedUntil) }),
    assignedTo && t('alerts.given', { whom: assignedTo.account ?? officeName(assignedTo.office, language) }),
    !frozenSince && !acknowledgedUntil && t('alerts.openedAt', { when: instant(openedAt) }),
  ].filter((note) => typeof note === 'string')
  const word = acknowledgedUntil ? 'acknowledged' : frozenSince ? 'frozen' : 'open'
  return <Stand word={t(`alerts.standings.${word}`)} notes={notes} isFrozen={frozenSince !== null} />
}

function Stand({ word, notes, isFrozen = false }: { word: string; notes: readonly string[]; isFrozen?: boolean }) {
  return (
    <span className="standing" data-frozen={isFrozen || undefined}>
      <b>{word}</b>
      {notes.map((note) => (
        <small key={note}>{note}</small>
      ))}
    </span>
  )
}
