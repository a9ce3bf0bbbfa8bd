/** That alerts are written down and no stream has told them yet, and since when. Nothing while they are told as they come. */
import { graphql } from '../../api/graphql.ts'
import { useLiveQuery } from '../../api/use-live-query.ts'
import { useFormat } from '../../format/use-format.ts'
import { useWords } from '../../words/words.ts'

const UntoldDocument = graphql(`
  query AlertsUntold {
    alertsUntoldSince
  }
`)

const SECONDS_BETWEEN = 10

export function Untold() {
  const { t } = useWords()
  const { time } = useFormat()
  const { data } = useLiveQuery({ query: UntoldDocument, variables: {} }, SECONDS_BETWEEN)
  const since = data?.alertsUntoldSince
  return (
    <div role="status">{since && <p className="not-live">{t('alerts.notLive.waiting', { time: time(since) })}</p>}</div>
  )
}
