/** Which sources of a state report, when they last did, and which are late: what every other figure of the page rests on. */
import { graphql, type ResultOf } from '../../api/graphql.ts'
import { useRegistry } from '../../api/registry.tsx'
import { useScope } from '../../api/scope.ts'
import { useLiveQuery } from '../../api/use-live-query.ts'
import { useFormat } from '../../format/use-format.ts'
import { Part } from '../../ui/part.tsx'
import { TileStatus } from '../../ui/tile-status.tsx'
import { feedName } from '../../words/alert-subjects.ts'
import { useWords } from '../../words/words.ts'

const Reporting = graphql(`
  query Reporting($code: ID!) {
    state(code: $code) {
      code
      reporting {
        feed
        source
        lastCutoff
        lastReceivedAt
        status
        lagDays
      }
    }
  }
`)

type Feed = NonNullable<NonNullable<ResultOf<typeof Reporting>['state']>['reporting']>[number]

const HOURS_IN_DAY = 24
const WORST_FIRST = ['NEVER_REPORTED', 'SILENT', 'LATE', 'ON_TIME'] as const satisfies readonly Feed['status'][]

export function ReportingTile() {
  const { t } = useWords()
  const { code } = useScope()
  const { asOf } = useRegistry()
  const asked = useLiveQuery({ query: Reporting, variables: { code } }, 10)
  const feeds = asked.data?.state?.reporting
  const title = t('state.reporting.title')
  return (
    <Part
      id="reporting"
      className="reporting"
      title={title}
      source={t('frame.product')}
      asOf={asOf}
      how="table"
      file={{ list: 'deliveries' }}
    >
      {feeds ? <Feeds feeds={feeds} /> : <TileStatus title={title} height="12rem" {...asked} />}
    </Part>
  )
}

function Feeds({ feeds }: { feeds: readonly Feed[] }) {
  const { t } = useWords()
  const { shortDay } = useFormat()
  if (feeds.length === 0) return <p className="none">{t('state.reporting.none')}</p>
  return (
    <table className="list" aria-labelledby="reporting-title">
      <thead>
        <tr>
          <th scope="col">{t('state.reporting.feed')}</th>
          <th scope="col" className="number">
            {t('state.reporting.cutoff')}
          </th>
          <th scope="col">{t('state.reporting.status')}</th>
        </tr>
      </thead>
      <tbody>
        {feeds
          .toSorted((a, b) => WORST_FIRST.indexOf(a.status) - WORST_FIRST.indexOf(b.status))
          .map((feed) => (
            <tr key={feed.feed + feed.source}>
              <th scope="row">
                {feedName(t, feed.feed)} <small>{feed.source}</small>
              </th>
              <td className="number">{feed.lastCutoff ? shortDay(feed.lastCutoff) : t('state.reporting.never')}</td>
              <td>
                <FeedStatus feed={feed} />
              </td>
            </tr>
          ))}
      </tbody>
    </table>
  )
}

function FeedStatus({ feed: { status, lagDays } }: { feed: Feed }) {
  const { t } = useWords()
  const { span } = useFormat()
  const since = status === 'ON_TIME' || lagDays === null ? null : span(lagDays * HOURS_IN_DAY)
  return (
    <span data-late={status !== 'ON_TIME' || undefined}>
      {t(`state.reporting.statuses.${status}`)}
      {since && `, ${t('state.reporting.lag', { span: since })}`}
    </span>
  )
}
