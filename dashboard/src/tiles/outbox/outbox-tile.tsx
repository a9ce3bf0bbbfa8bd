/** The letters that the registry wrote to offices, the latest first: to whom, about what, and whether a server of mail took them. */
import { useState } from 'react'
import { graphql, type ResultOf } from '../../api/graphql.ts'
import { usePolledQuery } from '../../api/use-polled-query.ts'
import { useMoment } from '../../format/use-moment.ts'
import { TableHead } from '../../ui/table-head.tsx'
import { asCell, asRow, asRowHead, asRows, asTable } from '../../ui/table-roles.ts'
import { TileStatus } from '../../ui/tile-status.tsx'
import { useNoticeWords } from '../../words/notice-words.ts'
import { isStateCode, stateName } from '../../words/states.ts'
import { useWords } from '../../words/words.ts'

const OutboxDocument = graphql(`
  query OutboxMessages($first: Int!) {
    outboxMessages(first: $first) {
      edges {
        node {
          id
          recipient
          address
          subject
          body
          createdAt
          sentAt
        }
      }
      pageInfo {
        hasNextPage
      }
    }
  }
`)

type Page = NonNullable<ResultOf<typeof OutboxDocument>['outboxMessages']>
type Letter = Page['edges'][number]['node']

const ON_A_PAGE = 20
const MOST_SHOWN = 100
const SECONDS_BETWEEN = 15
const COLUMNS = ['when', 'to', 'what', 'sent'] as const

export function OutboxTile() {
  const { letters: words } = useNoticeWords()
  const [first, setFirst] = useState(ON_A_PAGE)
  const asked = usePolledQuery({ query: OutboxDocument, variables: { first } }, SECONDS_BETWEEN)
  const page = asked.data?.outboxMessages
  return (
    <div className="notices">
      <header className="notices-head">
        <h1>{words.title}</h1>
        <p>{words.lead}</p>
      </header>
      {page && page.edges.length > 0 && (
        <table className="list notices-list" aria-label={words.title} {...asTable}>
          <TableHead titles={COLUMNS.map((column) => words.columns[column])} />
          <tbody {...asRows}>
            {page.edges.map(({ node }) => (
              <Row key={node.id} letter={node} />
            ))}
          </tbody>
        </table>
      )}
      {page?.edges.length === 0 && <p className="none">{words.none}</p>}
      {!page && <TileStatus title={words.title} height="16rem" {...asked} />}
      {page?.pageInfo.hasNextPage && first < MOST_SHOWN && (
        <p>
          <button className="action" type="button" onClick={() => setFirst(first + ON_A_PAGE)}>
            {words.more}
          </button>
        </p>
      )}
    </div>
  )
}

function Row({ letter }: { letter: Letter }) {
  const { letters: words } = useNoticeWords()
  const moment = useMoment()
  const { recipient, address, subject, body, createdAt, sentAt } = letter
  const office = useOfficeNamed(recipient)
  return (
    <tr {...asRow}>
      <td {...asCell}>{moment(createdAt)}</td>
      <td {...asCell}>
        {office}
        <small>{address ?? words.noAddress}</small>
      </td>
      <th scope="row" {...asRowHead}>
        <details>
          <summary>{subject}</summary>
          <pre>{body.trim()}</pre>
        </details>
      </th>
      <td {...asCell}>{sentAt ? words.sent(moment(sentAt)) : words.unsent}</td>
    </tr>
  )
}

const OFFICES = ['state-secretary', 'ombudsperson-state'] as const

/** Of an office its role and state, "state-secretary:07"; else whose system could not be told. */
function useOfficeNamed(recipient: string): string {
  const { t, language } = useWords()
  const [role, code = ''] = recipient.split(':')
  const office = OFFICES.find((each) => each === role)
  return office && isStateCode(code) ? `${t(`session.roles.${office}`)} · ${stateName(code, language)}` : recipient
}
