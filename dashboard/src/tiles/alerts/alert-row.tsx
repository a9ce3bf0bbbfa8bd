/** One alert of a list: how grave, what and where, about whom, its clock, and how it stands. */
import { dutyCited } from '@vigia/law/alert-duties'
import { addressOf } from '../../api/address.ts'
import { useSearch } from '../../api/search.ts'
import { LongWords } from '../../ui/long-words.tsx'
import { SeverityMark } from '../../ui/severity-mark.tsx'
import { StateLink } from '../../ui/state-link.tsx'
import { asCell, asRow, asRowHead } from '../../ui/table-roles.ts'
import { alertKindName, restOf, SEVERITY_MARKS, termsRestOn } from '../../words/alert-words.ts'
import { useWords } from '../../words/words.ts'
import { ActButtons } from './act-buttons.tsx'
import { AlertClock } from './alert-clock.tsx'
import type { AlertInList } from './alert-queries.ts'
import { Article } from './article.tsx'
import { OfReturn } from './of-return.tsx'
import { Standing } from './standing.tsx'
import { useWhom } from './use-whom.ts'

/** What is done first; and what can still be done of what somebody sees to. */
const FIRST = ['acknowledge', 'assign'] as const
const AFTER = ['release', 'assign'] as const

type Props = {
  alert: AlertInList
  isUnderLine: boolean
  /** The instant at which it stood so; null for now. */
  at?: string | null
}

export function AlertRow({ alert, isUnderLine, at = null }: Props) {
  const { severity, state } = alert
  return (
    <tr {...asRow} data-open={isUntaken(alert) || undefined}>
      <td {...asCell}>
        <SeverityMark severity={SEVERITY_MARKS[severity]} />
      </td>
      {!isUnderLine && (
        <>
          <td {...asCell} className="what">
            <What alert={alert} />
          </td>
          <td {...asCell}>{state && <StateLink code={state.code} />}</td>
        </>
      )}
      <th scope="row" {...asRowHead}>
        <Whom alert={alert} />
      </th>
      <td {...asCell}>
        <AlertClock alert={alert} at={at} />
      </td>
      <td {...asCell}>
        <Standing alert={alert} />
        {at === null && <ActButtons alert={alert} only={isUntaken(alert) ? FIRST : AFTER} />}
      </td>
    </tr>
  )
}

/** Open, and nobody sees to it. */
const isUntaken = ({ resolvedAt, closedAt, acknowledgedUntil }: AlertInList) =>
  resolvedAt === null && closedAt === null && acknowledgedUntil === null

/** What is wrong, whether by law, by ruling or by a term of Vigía, and the article that this alert cites. */
function What({ alert: { kind, severity, citation, severityRestsOn } }: { alert: AlertInList }) {
  const { t, language } = useWords()
  // Of an alert it is known; where that cannot be read, of its kind.
  const rest = severityRestsOn ? [restOf(severityRestsOn)] : termsRestOn(kind, severity)
  return (
    <>
      <b>{alertKindName(kind, language)}</b>
      <small>
        <span className="source">{rest.map((one) => t(`alerts.sources.${one}`)).join(' / ')}</span>{' '}
        <Article basis={dutyCited(kind, citation)} />
      </small>
    </>
  )
}

function Whom({ alert }: { alert: AlertInList }) {
  const { t, language } = useWords()
  const { search } = useSearch()
  const { whom, place } = useWhom()(alert)
  const what = alertKindName(alert.kind, language)
  return (
    <>
      <a href={addressOf(`/alertas/${alert.id}`, search)} aria-label={t('alerts.detailOf', { what, whom })}>
        <LongWords>{whom}</LongWords>
      </a>
      {place && (
        <small>
          <LongWords>{place}</LongWords>
        </small>
      )}
      <OfReturn alert={alert} />
    </>
  )
}
