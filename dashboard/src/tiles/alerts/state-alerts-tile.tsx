/** The alerts of one state: what is open now by kind, with the way to them; and how it was on another day. */
import { addressOf } from '../../api/address.ts'
import { SEVERITIES } from '../../api/filters.ts'
import { graphql } from '../../api/graphql.ts'
import { useScope } from '../../api/scope.ts'
import { useLiveQuery } from '../../api/use-live-query.ts'
import { useFormat } from '../../format/use-format.ts'
import { SeverityMark } from '../../ui/severity-mark.tsx'
import { TileStatus } from '../../ui/tile-status.tsx'
import { alertKindName, SEVERITY_MARKS } from '../../words/alert-words.ts'
import { useWords } from '../../words/words.ts'
import { type AlertLine, linesOf, sumOf } from './alert-lines.ts'
import { useNobodyTold } from './nobody-told.tsx'
import { StateOnDay } from './state-on-day.tsx'

const StateAlertsDocument = graphql(`
  query StateAlerts($code: ID!) {
    state(code: $code) {
      code
      openAlerts {
        kind
        severity
        count
        closedByPerson
        isTermSet
      }
    }
  }
`)

const SECONDS_BETWEEN = 5
const MOST_SHOWN = 8
const IN_ADDRESS = Object.fromEntries(Object.entries(SEVERITIES).map(([word, code]) => [code, word]))

export function StateAlertsTile() {
  const { t } = useWords()
  const { count } = useFormat()
  const { code, filter } = useScope()
  const asked = useLiveQuery({ query: StateAlertsDocument, variables: { code } }, SECONDS_BETWEEN)
  const lines = linesOf(asked.data?.state ? [asked.data.state] : undefined, {})
  const title = t('alerts.title')
  const untold = useNobodyTold({ isNone: lines?.length === 0, state: code, title, height: '14rem', asked })
  return (
    <section aria-labelledby="alertas-de-entidad" className="state-alerts">
      <header className="part-head">
        <h2 id="alertas-de-entidad">{title}</h2>
        {lines && lines.length > 0 && (
          <p>
            <a href={addressOf('/alertas', { entidad: code })}>
              {t('alerts.allOfState', { count: sumOf(lines), n: count(sumOf(lines)) })}
            </a>
          </p>
        )}
      </header>
      {untold ?? (lines ? <Now lines={lines} /> : <TileStatus title={title} height="14rem" {...asked} />)}
      {filter && <p className="note">{t('filters.notNarrowed')}</p>}
      {!untold && <StateOnDay />}
    </section>
  )
}

function Now({ lines }: { lines: readonly AlertLine[] }) {
  const { t, language } = useWords()
  const { count } = useFormat()
  if (lines.length === 0) return <p className="none">{t('alerts.noneAtAll')}</p>
  const beyond = sumOf(lines.slice(MOST_SHOWN))
  return (
    <table className="list" aria-labelledby="alertas-de-entidad">
      <thead>
        <tr>
          <th scope="col">{t('alerts.columns.severity')}</th>
          <th scope="col">{t('alerts.columns.what')}</th>
          <th scope="col" className="number">
            {t('alerts.columns.count')}
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.slice(0, MOST_SHOWN).map(({ kind, severity, state, count: open }) => (
          <tr key={`${kind} ${severity}`}>
            <td>
              <SeverityMark severity={SEVERITY_MARKS[severity]} />
            </td>
            <th scope="row">
              <a href={`/alertas?entidad=${state}&tipo=${kind}&gravedad=${IN_ADDRESS[severity]}`}>
                {alertKindName(kind, language)}
              </a>
            </th>
            <td className="number">
              <b>{count(open)}</b>
            </td>
          </tr>
        ))}
        {beyond > 0 && (
          <tr>
            <td />
            <td colSpan={2}>{t('alerts.beyondShown', { count: beyond, n: count(beyond) })}</td>
          </tr>
        )}
      </tbody>
    </table>
  )
}
