/** Since when, how much of that is past the term, and which fact ends it. */
import { useNow } from '../../api/use-now.ts'
import { useFormat } from '../../format/use-format.ts'
import { alertEnding, factName } from '../../words/alert-endings.ts'
import { gravenBy } from '../../words/alert-words.ts'
import { clockWords } from '../../words/clock-words.ts'
import { useWords } from '../../words/words.ts'
import { AlertClock } from './alert-clock.tsx'
import type { AlertAlone } from './alert-query.ts'
import { clockOf } from './clock.ts'
import { Scale } from './scale.tsx'
import { useInstant } from './use-instant.ts'

export function Clockwork({ alert }: { alert: AlertAlone }) {
  const { t, language } = useWords()
  const { share } = useFormat()
  const { within, runsHours, termHours } = clockOf(alert, useNow())
  const { noFact, shareRan } = clockWords(language)
  const isUnfounded = alert.resolvedAt !== null && alert.resolvedBy === null && !noFact[alert.kind]
  // No part of what has no term is past it; of what an act made grave nobody knows by this clock how long it was past the terms before.
  const isOfTerm = termHours !== null && gravenBy(alert.kind, alert.severity) !== 'ACT'
  const late = share(1 - within)
  const part = alert.resolvedAt ? shareRan(late) : t('alerts.clock.share', { share: late })
  const instant = useInstant()
  return (
    <section aria-labelledby="plazo">
      <header className="part-head">
        <h2 id="plazo">{t('alerts.columns.clock')}</h2>
      </header>
      <AlertClock alert={alert} />
      {runsHours > 0 && isOfTerm && !isUnfounded && <p className="note">{part}</p>}
      {alert.frozenSince && <p className="part-failure">{t('alerts.frozen', { when: instant(alert.frozenSince) })}</p>}
      <dl className="facts">
        <dt>{t('alerts.endedBy')}</dt>
        <dd>
          <Ending alert={alert} />
        </dd>
        <Scale alert={alert} />
      </dl>
    </section>
  )
}

function Ending({ alert: { kind, resolvedAt, resolvedBy } }: { alert: AlertAlone }) {
  const { t, language } = useWords()
  const instant = useInstant()
  if (!resolvedAt) return alertEnding(kind, language)
  const known = t('alerts.knownOn', { when: instant(resolvedAt) })
  if (!resolvedBy) return `${clockWords(language).noFact[kind] ?? t('alerts.corrected')} ${known}`
  const fact = factName(resolvedBy.fact, language)
  const happened = resolvedBy.at ? t('alerts.factOn', { fact, when: instant(resolvedBy.at) }) : `${fact}.`
  return `${happened} ${known}`
}
