/** Who owes the duty, who oversees it, who has taken it on until when, whether notices of it are held back; and what the reader may do about it. */
import { useFormat } from '../../format/use-format.ts'
import { officeName } from '../../words/alert-offices.ts'
import { useNoticeWords } from '../../words/notice-words.ts'
import { useWords } from '../../words/words.ts'
import { ActButtons } from './act-buttons.tsx'
import type { AlertAlone } from './alert-query.ts'
import { Standing } from './standing.tsx'
import { useInstant } from './use-instant.ts'

export function Responsible({ alert }: { alert: AlertAlone }) {
  const { t, language } = useWords()
  const { list } = useFormat()
  const { silences: words } = useNoticeWords()
  const instant = useInstant()
  const { dutyHolders, overseers, assignedTo, silencedUntil } = alert
  const named = (offices: AlertAlone['overseers']) =>
    offices.length === 0 ? t('alerts.nobodyKnown') : list(offices.map((office) => officeName(office, language)))
  return (
    <section aria-labelledby="quien">
      <header className="part-head">
        <h2 id="quien">{t('alerts.whoAnswers')}</h2>
      </header>
      <dl className="facts">
        <dt>{t('alerts.columns.standing')}</dt>
        <dd>
          <Standing alert={alert} />
        </dd>
        {silencedUntil && (
          <>
            <dt>{words.notices}</dt>
            <dd>
              {words.heldBack(instant(silencedUntil))} <a href="/alertas#silencios">{words.title}</a>
            </dd>
          </>
        )}
        <dt>{t('alerts.dutyHolders')}</dt>
        <dd>{named(dutyHolders)}</dd>
        <dt>{t('alerts.overseers')}</dt>
        <dd>{named(overseers)}</dd>
        <dt>{t('alerts.assignedTo')}</dt>
        <dd>
          {assignedTo
            ? [officeName(assignedTo.office, language), assignedTo.account].filter(Boolean).join(', ')
            : t('alerts.nobody')}
        </dd>
      </dl>
      <ActButtons alert={alert} />
    </section>
  )
}
