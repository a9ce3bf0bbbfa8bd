/** How one system stands: what it is told of, what waits for it, what it missed and what does not reach it. */
import { useFormat } from '../../format/use-format.ts'
import { useMoment } from '../../format/use-moment.ts'
import { SEVERITY_MARKS } from '../../words/alert-words.ts'
import { useNoticeWords } from '../../words/notice-words.ts'
import { useWords } from '../../words/words.ts'
import type { Endpoint } from './webhook-queries.ts'

/** From so many failed tries in a row on what waits goes one by one. A default of the registry (services/WEBHOOKS.md). */
const ONE_A_MINUTE_FROM = 5
const NOT_KEPT: readonly Endpoint['status'][] = ['DISABLED', 'GONE']

/** Of a severity there may be any number. */
const MANY = 2

export function EndpointHead({ endpoint }: { endpoint: Endpoint }) {
  const { systems } = useNoticeWords()
  const { t } = useWords()
  const { count, date, list } = useFormat()
  const moment = useMoment()
  const { id, url, description, status, envelope, severities, rightsUntil } = endpoint
  const { failuresInARow, restsUntil, waiting, deadLetters } = endpoint
  const isResting = restsUntil !== null && new Date(restsUntil) > new Date()
  const told = severities
    ? systems.only(list(severities.map((each) => t(`alerts.many.${SEVERITY_MARKS[each]}`, { count: MANY }))))
    : systems.all
  return (
    <>
      <header className="part-head">
        <h2 id={id}>{description}</h2>
        <p className="endpoint-status">{systems.statuses[status]}</p>
      </header>
      <p className="endpoint-url" translate="no">
        {url}
      </p>
      <ul className="endpoint-facts">
        <li>{told}</li>
        <li>{systems.envelopes[envelope]}</li>
        <li>{systems.waiting(count(waiting))}</li>
        <li data-late={deadLetters > 0 || undefined}>{systems.dead(count(deadLetters))}</li>
        {failuresInARow > 0 && <li data-late>{systems.failures(failuresInARow)}</li>}
        {failuresInARow >= ONE_A_MINUTE_FROM && <li data-late>{systems.oneAMinute}</li>}
        {isResting && <li data-late>{systems.rests(moment(restsUntil))}</li>}
      </ul>
      {NOT_KEPT.includes(status) && <p>{systems.notKept}</p>}
      <p className="note">{systems.rights(date(rightsUntil))}</p>
    </>
  )
}
