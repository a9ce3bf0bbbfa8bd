/** The letters that the registry wrote to offices, the latest first: to whom, about what, and whether a server of mail took them. */
import { graphql, type ResultOf } from '../../api/graphql.ts'
import { useSearch } from '../../api/search.ts'
import { usePolledQuery } from '../../api/use-polled-query.ts'
import { useMoment } from '../../format/use-moment.ts'
import { useOfficeNamed } from '../../ui/office-named.ts'
import { StateNarrowingLine } from '../../ui/state-narrowing.tsx'
import { TableHead } from '../../ui/table-head.tsx'
import { asCell, asRow, asRowHead, asRows, asTable } from '../../ui/table-roles.ts'
import { TileStatus } from '../../ui/tile-status.tsx'
import { type PageOf, useEnd, usePages } from '../../ui/use-pages.ts'
import { useNoticeWords } from '../../words/notice-words.ts'

const OutboxDocument = graphql(`
  query OutboxMessages($filter: OutboxMessageFilter!, $first: Int!, $after: String) {
    outboxMessages(filter: $filter, first: $first, after: $after) {
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
        endCursor
      }
    }
  }
`)

type Page = NonNullable<ResultOf<typeof OutboxDocument>['outboxMessages']>
type Letter = Page['edges'][number]['node']

const ON_A_PAGE = 20
const SECONDS_BETWEEN = 15
const COLUMNS = ['when', 'to', 'what', 'sent'] as const

export function OutboxTile() {
  const { letters: words } = useNoticeWords()
  const { entidad } = useSearch().search
  return (
    <div className="notices">
      <header className="notices-head">
        <h1>{words.title}</h1>
        <p>{words.lead}</p>
      </header>
      <StateNarrowingLine lead={words.narrowed} />
      <Letters key={entidad} state={entidad} />
    </div>
  )
}

function Letters({ state }: { state: string | undefined }) {
  const { letters: words } = useNoticeWords()
  const { pages, more } = usePages()
  return (
    <>
      <table className="list notices-list" aria-label={words.title} {...asTable}>
        <TableHead titles={COLUMNS.map((column) => words.columns[column])} />
        {pages.map((of) => (
          <LettersPage key={of.page} of={of} state={state} />
        ))}
      </table>
      {more && (
        <p>
          <button className="action" type="button" onClick={more}>
            {words.more}
          </button>
        </p>
      )}
    </>
  )
}

function LettersPage({ of, state }: { of: PageOf; state: string | undefined }) {
  const { letters: words } = useNoticeWords()
  const variables = { filter: { ...(state && { state }) }, first: ON_A_PAGE, after: of.after }
  const asked = usePolledQuery({ query: OutboxDocument, variables }, SECONDS_BETWEEN)
  const page = asked.data?.outboxMessages
  useEnd(of, page?.pageInfo)
  const rows = page?.edges ?? []
  const none = state ? words.noneOfState : words.none
  return (
    <tbody {...asRows}>
      {rows.map(({ node }) => (
        <Row key={node.id} letter={node} />
      ))}
      {rows.length === 0 && (
        <tr {...asRow}>
          <td colSpan={COLUMNS.length} {...asCell}>
            {page ? <p className="none">{none}</p> : <TileStatus title={words.title} height="16rem" {...asked} />}
          </td>
        </tr>
      )}
    </tbody>
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
        <details lang="es">
          <summary>{subject}</summary>
          <pre>{body.trim()}</pre>
        </details>
      </th>
      <td {...asCell}>{sentAt ? words.sent(moment(sentAt)) : words.unsent}</td>
    </tr>
  )
}
