/** What was sent to a system, the latest first: what became of it, how often it was tried and when it is tried next; and how to have it again. */
import { useState } from 'react'
import { usePolledQuery } from '../../api/use-polled-query.ts'
import { Choice } from '../../ui/choice.tsx'
import { TableHead } from '../../ui/table-head.tsx'
import { asRows, asTable } from '../../ui/table-roles.ts'
import { TileStatus } from '../../ui/tile-status.tsx'
import { useNoticeWords } from '../../words/notice-words.ts'
import { DeliveryRow } from './delivery-row.tsx'
import { Redelivery } from './redelivery.tsx'
import { DeliveriesDocument, type Endpoint } from './webhook-queries.ts'

const ON_A_PAGE = 20
const MOST_SHOWN = 100
const SECONDS_BETWEEN = 5
const COLUMNS = ['when', 'what', 'state', 'tries'] as const

type Props = { endpoint: Endpoint; onDone: () => void }

export function DeliveryLog({ endpoint: { id, description }, onDone }: Props) {
  const { log } = useNoticeWords()
  const [only, setOnly] = useState<'DEAD' | undefined>()
  const [first, setFirst] = useState(ON_A_PAGE)
  const variables = { endpoint: id, state: only ? [only] : null, first }
  const asked = usePolledQuery({ query: DeliveriesDocument, variables }, SECONDS_BETWEEN)
  const page = asked.data?.webhookDeliveries
  const title = log.title(description)
  return (
    <div className="delivery-log">
      <form className="delivery-filter" onSubmit={(event) => event.preventDefault()}>
        <Choice
          label={log.show}
          options={[
            { value: undefined, label: log.all },
            { value: 'DEAD', label: log.onlyDead },
          ]}
          value={only}
          onChoose={setOnly}
        />
      </form>
      {page?.edges.length === 0 && <p className="none">{only ? log.noneDead : log.none}</p>}
      {page && page.edges.length > 0 && (
        <table className="list delivery-list" aria-label={title} {...asTable}>
          <TableHead titles={COLUMNS.map((column) => log.columns[column])} />
          <tbody {...asRows}>
            {page.edges.map(({ node }) => (
              <DeliveryRow key={node.messageId} delivery={node} />
            ))}
          </tbody>
        </table>
      )}
      {!page && <TileStatus title={title} height="8rem" {...asked} />}
      {page?.pageInfo.hasNextPage && first < MOST_SHOWN && (
        <button className="action more" type="button" onClick={() => setFirst(first + ON_A_PAGE)}>
          {log.more}
        </button>
      )}
      <Redelivery
        endpoint={id}
        onDone={() => {
          asked.retry()
          onDone()
        }}
      />
    </div>
  )
}
