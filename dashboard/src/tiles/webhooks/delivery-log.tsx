/** What was sent to a system, the latest first: what became of it, how often it was tried and when it is tried next; and how to have it again. */
import { useState } from 'react'
import { usePolledQuery } from '../../api/use-polled-query.ts'
import { Choice } from '../../ui/choice.tsx'
import { TableHead } from '../../ui/table-head.tsx'
import { asCell, asRow, asRows, asTable } from '../../ui/table-roles.ts'
import { TileStatus } from '../../ui/tile-status.tsx'
import { type PageOf, useEnd, usePages } from '../../ui/use-pages.ts'
import { useNoticeWords } from '../../words/notice-words.ts'
import { DeliveryRow } from './delivery-row.tsx'
import { Redelivery } from './redelivery.tsx'
import { DeliveriesDocument, type Endpoint } from './webhook-queries.ts'

const ON_A_PAGE = 20
const SECONDS_BETWEEN = 5
const COLUMNS = ['when', 'what', 'state', 'tries'] as const

type Props = { endpoint: Endpoint; onDone: () => void }

export function DeliveryLog({ endpoint: { id, description, status }, onDone }: Props) {
  const { log } = useNoticeWords()
  const [only, setOnly] = useState<'DEAD' | undefined>()
  // What was asked to be sent again is looked at anew, from the first page on.
  const [round, setRound] = useState(0)
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
      <Deliveries
        key={`${only} ${round}`}
        endpoint={id}
        isActive={status === 'ACTIVE'}
        only={only ?? null}
        title={log.title(description)}
      />
      <Redelivery
        endpoint={id}
        onDone={() => {
          setRound(round + 1)
          onDone()
        }}
      />
    </div>
  )
}

type ListProps = { endpoint: string; isActive: boolean; only: 'DEAD' | null; title: string }

function Deliveries(list: ListProps) {
  const { log } = useNoticeWords()
  const { pages, more } = usePages()
  return (
    <>
      <table className="list delivery-list" aria-label={list.title} {...asTable}>
        <TableHead titles={COLUMNS.map((column) => log.columns[column])} />
        {pages.map((of) => (
          <DeliveriesPage key={of.page} of={of} {...list} />
        ))}
      </table>
      {more && (
        <button className="action more" type="button" onClick={more}>
          {log.more}
        </button>
      )}
    </>
  )
}

function DeliveriesPage({ of, endpoint, isActive, only, title }: ListProps & { of: PageOf }) {
  const { log } = useNoticeWords()
  const variables = { endpoint, state: only ? [only] : null, first: ON_A_PAGE, after: of.after }
  const asked = usePolledQuery({ query: DeliveriesDocument, variables }, SECONDS_BETWEEN)
  const page = asked.data?.webhookDeliveries
  useEnd(of, page?.pageInfo)
  const rows = page?.edges ?? []
  return (
    <tbody {...asRows}>
      {rows.map(({ node }) => (
        <DeliveryRow key={node.messageId} delivery={node} isActive={isActive} />
      ))}
      {rows.length === 0 && (
        <tr {...asRow}>
          <td colSpan={COLUMNS.length} {...asCell}>
            {page ? (
              <p className="none">{only ? log.noneDead : log.none}</p>
            ) : (
              <TileStatus title={title} height="8rem" {...asked} />
            )}
          </td>
        </tr>
      )}
    </tbody>
  )
}
