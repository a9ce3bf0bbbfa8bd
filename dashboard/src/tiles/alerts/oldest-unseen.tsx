/** How long the oldest alert stands that nobody has acknowledged, of those that the reader has chosen; and the way to it. */
import { addressOf } from '../../api/address.ts'
import type { AlertFilter } from '../../api/filters.ts'
import { graphql } from '../../api/graphql.ts'
import { useSearch } from '../../api/search.ts'
import { useLiveQuery } from '../../api/use-live-query.ts'
import { useNow } from '../../api/use-now.ts'
import { useFormat } from '../../format/use-format.ts'
import { useWords } from '../../words/words.ts'

const OldestUnseenDocument = graphql(`
  query OldestUnseenAlert($filter: AlertFilter!) {
    alerts(filter: $filter, last: 1) {
      edges {
        node {
          id
          openedAt
        }
      }
    }
  }
`)

const SECONDS_BETWEEN = 3
const HOUR_IN_MS = 3_600_000

/** Of alerts that stand open, of which there is at least one. */
export function OldestUnseen({ filter: chosen }: { filter: AlertFilter }) {
  const { t } = useWords()
  const { span } = useFormat()
  const { search } = useSearch()
  const now = useNow()
  const variables = { filter: { ...chosen, isAcknowledged: false } }
  const { data, failure } = useLiveQuery({ query: OldestUnseenDocument, variables }, SECONDS_BETWEEN)
  if (failure) return <p className="oldest-unseen">{t('alerts.oldestUnseen', { age: t('status.failed') })}</p>
  if (!data?.alerts) return null
  const oldest = data.alerts.edges[0]?.node
  if (!oldest) return <p className="oldest-unseen">{t('alerts.allSeen')}</p>
  const hours = (now.getTime() - new Date(oldest.openedAt).getTime()) / HOUR_IN_MS
  return (
    <p className="oldest-unseen">
      <a href={addressOf(`/alertas/${oldest.id}`, search)}>{t('alerts.oldestUnseen', { age: span(hours) })}</a>
    </p>
  )
}
