/** Notices under a line: alerts of one place and one day together, and one that stands alone as itself. */
import type { AlertFilter } from '../../api/filters.ts'
import { useLiveQuery } from '../../api/use-live-query.ts'
import { TableHead } from '../../ui/table-head.tsx'
import { asCell, asRow, asRows, asTable } from '../../ui/table-roles.ts'
import { TileStatus } from '../../ui/tile-status.tsx'
import { type PageOf, useEnd, usePages } from '../../ui/use-pages.ts'
import { useWords } from '../../words/words.ts'
import { MoreOf, UNDER_LINE } from './alert-pages.tsx'
import { AlertRow } from './alert-row.tsx'
import { useNoticesQuestion } from './notice-queries.ts'
import { NoticeRow } from './notice-row.tsx'
import { PartlyRows } from './partly.tsx'

const ON_A_PAGE = 20
const SECONDS_BETWEEN = 3

type Props = {
  filter: AlertFilter
  /** Of the list, for those who listen. */
  name: string
}

export function NoticePages({ filter, name }: Props) {
  const { t } = useWords()
  const { pages, more } = usePages()
  return (
    <>
      <table className="list alert-list" aria-label={name} data-under-line {...asTable}>
        <TableHead titles={UNDER_LINE.map((column) => t(`alerts.columns.${column}`))} />
        {pages.map((of) => (
          <NoticePage key={of.page} {...{ of, filter, name }} />
        ))}
      </table>
      {more && <MoreOf name={name} onMore={more} />}
    </>
  )
}

function NoticePage({ of, filter, name }: Props & { of: PageOf }) {
  const { t } = useWords()
  const asked = useLiveQuery(useNoticesQuestion({ filter, first: ON_A_PAGE, after: of.after }), SECONDS_BETWEEN)
  const notices = asked.data?.alertGroups
  useEnd(of, notices?.pageInfo)
  const rows = (notices?.edges ?? []).flatMap((edge) => edge?.node ?? [])
  return (
    <tbody {...asRows}>
      <PartlyRows failure={rows.length > 0 ? asked.failure : null} columns={UNDER_LINE.length}>
        {rows.map((notice) => {
          const alone = notice.count === 1 ? notice.alerts?.edges[0]?.node : null
          return alone ? (
            <AlertRow key={notice.key} alert={alone} isUnderLine />
          ) : (
            <NoticeRow key={notice.key} notice={notice} filter={filter} />
          )
        })}
      </PartlyRows>
      {rows.length === 0 && (
        <tr {...asRow}>
          <td colSpan={UNDER_LINE.length} {...asCell}>
            {notices ? (
              <p className="none">{t('alerts.none')}</p>
            ) : (
              <TileStatus title={name} height="6rem" {...asked} />
            )}
          </td>
        </tr>
      )}
    </tbody>
  )
}
