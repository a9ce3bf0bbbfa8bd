/** One alert: what is wrong and where, its clock, who answers, what ends it, what happened to it, and on what it rests. */
import { meaningOf } from '@vigia/law/alert-meanings'
import { addressOf } from '../../api/address.ts'
import { useAlertStream } from '../../api/alert-stream.ts'
import { useSearch } from '../../api/search.ts'
import { type Asked, useLiveQuery } from '../../api/use-live-query.ts'
import { LongWords } from '../../ui/long-words.tsx'
import { SeverityMark } from '../../ui/severity-mark.tsx'
import { StateLink } from '../../ui/state-link.tsx'
import { FailureNote, TileStatus } from '../../ui/tile-status.tsx'
import { useTitle } from '../../ui/use-title.ts'
import { ALERT_STEP_CODES, alertKindName, SEVERITY_MARKS } from '../../words/alert-words.ts'
import { clockWords } from '../../words/clock-words.ts'
import { stateName } from '../../words/states.ts'
import { type Language, useWords } from '../../words/words.ts'
import { type AlertAlone, useAlertDocument } from './alert-query.ts'
import { Articles } from './articles.tsx'
import { ChildAlerts } from './child-alerts.tsx'
import { Clockwork } from './clockwork.tsx'
import { KnownTo } from './known-to.tsx'
import { Letter } from './letter.tsx'
import { NotLive } from './not-live.tsx'
import { OfReturn } from './of-return.tsx'
import { PartlyContext } from './partly.tsx'
import { Responsible } from './responsible.tsx'
import { Steps } from './steps.tsx'
import { useWhom } from './use-whom.ts'

const SECONDS_BETWEEN = 2

export function AlertTile({ id }: { id: string }) {
  const { t, language } = useWords()
  const query = useAlertDocument()
  const asked = useLiveQuery({ query, variables: { id } }, SECONDS_BETWEEN)
  const alert = asked.data?.alert
  useTitle(alert ? titleOf(alert, language) : t('alerts.title'))
  if (alert)
    return (
      <PartlyContext value={asked.failure !== null}>
        <Alert alert={alert} {...asked} />
      </PartlyContext>
    )
  if (asked.data && !asked.failure) return <NoAlert />
  return (
    <div className="alert-page">
      <h1 className="unseen">{t('alerts.title')}</h1>
      <TileStatus title={t('alerts.title')} height="40rem" {...asked} />
    </div>
  )
}

/** Of no child: a browser remembers what a window was called. */
const titleOf = ({ kind, state }: AlertAlone, language: Language) =>
  [alertKindName(kind, language), state && stateName(state.code, language)].filter(Boolean).join(', ')

/** Not there and not yours are one answer. */
function NoAlert() {
  const { t } = useWords()
  return (
    <div className="failure">
      <h1>{t('alerts.notThere')}</h1>
      <p>
        <a href="/alertas">{t('alerts.back')}</a>
      </p>
    </div>
  )
}

type Props = { alert: AlertAlone } & Pick<Asked<unknown>, 'isLoading' | 'failure' | 'retry'>

/** What a service did not answer is null in it, and would look as if there were none: who did not answer stands above it all. */
function Alert({ alert, ...asked }: Props) {
  const { kind, state } = alert
  useAlertStream({ kind: [kind], ...(state && { state: state.code }), steps: ALERT_STEP_CODES })
  return (
    <div className="alert-page">
      <AlertHead alert={alert} />
      {asked.failure && (
        <p className="part-failure" role="status">
          <FailureNote failure={asked.failure} />
        </p>
      )}
      <NotLive />
      <div className="pair">
        <Clockwork alert={alert} />
        <Responsible alert={alert} />
      </div>
      <div className="pair">
        <Steps steps={alert.steps} />
        <Articles articles={alert.articles} />
      </div>
      <KnownTo id={alert.id} />
      <Letter alert={alert} {...asked} />
      {alert.child && <ChildAlerts child={alert.child} />}
    </div>
  )
}

function AlertHead({ alert }: { alert: AlertAlone }) {
  const { t, language } = useWords()
  const { search } = useSearch()
  const { whom, place } = useWhom()(alert)
  const { kind, number, severity, state, child, resolvedAt } = alert
  const meaning = meaningOf(kind)[language]
  return (
    <header className="alert-head">
      <p>
        <a href={addressOf('/alertas', search)}>{t('alerts.back')}</a>
      </p>
      <h1>{alertKindName(kind, language)}</h1>
      <p className="alert-place">
        <SeverityMark severity={SEVERITY_MARKS[severity]} />
        {state && <StateLink code={state.code} />}
        {child ? (
          <a href={addressOf('/alertas', { nna: child.id })}>{whom}</a>
        ) : (
          <span>
            <LongWords>{whom}</LongWords>
          </span>
        )}
        {place && (
          <span>
            <LongWords>{place}</LongWords>
          </span>
        )}
        <OfReturn alert={alert} />
        <span className="quiet-text">{number}</span>
      </p>
      <p className="alert-meaning">{resolvedAt ? clockWords(language).saidThen(meaning) : meaning}</p>
    </header>
  )
}
