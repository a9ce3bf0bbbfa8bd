/** What happened to an alert: when, what, by whom and why. The first first, and of a long life the last part alone, which says so. */
import { ALERT_STEPS } from '@vigia/law/alert-kinds'
import { SeverityMark } from '../../ui/severity-mark.tsx'
import { officeName } from '../../words/alert-offices.ts'
import { SEVERITY_MARKS } from '../../words/alert-words.ts'
import { useWords } from '../../words/words.ts'
import type { AlertStep } from './alert-query.ts'
import { useInstant } from './use-instant.ts'

/** As many as the registry gives at once. */
const MOST = 100

/** They come with the newest first, so that what happened last is never missing. */
export function Steps({ steps: newestFirst }: { steps: readonly AlertStep[] }) {
  const { t } = useWords()
  const steps = newestFirst.toReversed()
  return (
    <section aria-labelledby="pasos">
      <header className="part-head">
        <h2 id="pasos">{t('alerts.steps')}</h2>
      </header>
      {steps.length === MOST && <p className="note">{t('alerts.lastSteps', { n: MOST })}</p>}
      <ol className="steps">
        {steps.map((step, place) => (
          <Step
            key={`${step.at} ${step.step} ${step.by}`}
            step={step}
            isGraver={place === 0 || steps[place - 1]?.severity !== step.severity}
          />
        ))}
      </ol>
    </section>
  )
}

function Step({ step, isGraver }: { step: AlertStep; isGraver: boolean }) {
  const { t, language } = useWords()
  const instant = useInstant()
  const { at, by, role, reason, until, to, severity } = step
  const given = to && [officeName(to.office, language), to.account].filter(Boolean).join(', ')
  return (
    <li>
      <time dateTime={at}>{instant(at)}</time>
      <div>
        <b>{ALERT_STEPS[step.step][language]}</b> {isGraver && <SeverityMark severity={SEVERITY_MARKS[severity]} />}
        {given && <span>{` ${t('alerts.to', { whom: given })}`}</span>}
        {until && <span>{` ${t('alerts.until', { when: instant(until) })}`}</span>}
        {by && <small>{[by, role && t(`session.roles.${role as 'partner'}`)].filter(Boolean).join(' · ')}</small>}
        {reason && <q>{reason}</q>}
      </div>
    </li>
  )
}
