/** Alerts one by one, a page after the other by cursor: each page asks for itself, so that all that is shown stays live. */
import { useCallback, useEffect, useState } from 'react'
import type { AlertFilter } from '../../api/filters.ts'
import { useLiveQuery } from '../../api/use-live-query.ts'
import { TableHead } from '../../ui/table-head.tsx'
import { asCell, asRow, asRows, asTable } from '../../ui/table-roles.ts'
import { TileStatus } from '../../ui/tile-status.tsx'
import { useWords } from '../../words/words.ts'
import { useAlertsQuestion } from './alert-queries.ts'
import { AlertRow } from './alert-row.tsx'

const ON_A_PAGE = 25
const SECONDS_BETWEEN = 3
const COLUMNS = ['severity', 'what', 'where', 'whom', 'clock', 'standing'] as const
/** Under a line that says what and where, neither is said again. */
const UNDER_LINE = ['severity', 'whom', 'clock', 'standing'] as const

type Props = {
  filter: AlertFilter
  /** Of the list, for those who listen. */
  name: string
  isUnderLine?: boolean
  /** The instant at which they stood so; null for now. */
  at?: string | null
  none: string
}

export function AlertPages({ filter, name, isUnderLine = false, at = null, none }: Props) {
  const { t } = useWords()
  // Where each page ends. When an alert is raised all pages move on by one: none is shown twice, and none left out.
  const [ends, setEnds] = useState<readonly (string | null)[]>([])
  const [count, setCount] = useState(1)
  const note = useCallback((page: number, end: string | null) => setEnds((known) => replaced(known, page, end)), [])
  const pages = Array.from({ length: count }, (_, page) => page).filter((page) => page === 0 || ends[page - 1])
  return (
    <>
      <table className="list alert-list" aria-label={name} data-under-line={isUnderLine || undefined} {...asTable}>
        <TableHead titles={(isUnderLine ? UNDER_LINE : COLUMNS).map((column) => t(`alerts.columns.${column}`))} />
        {pages.map((page) => (
          <AlertPage
            key={page}
            after={ends[page - 1] ?? null}
            onEnd={note}
            {...{ page, filter, name, isUnderLine, at, none }}
          />
        ))}
      </table>
      {ends[count - 1] && (
        <button
          className="action more"
          type="button"
          aria-label={t('alerts.moreOf', { what: name })}
          onClick={() => setCount(count + 1)}
        >
          {t('alerts.more')}
        </button>
      )}
    </>
  )
}

/** `end` is null where nothing follows. */
function replaced(ends: readonly (string | null)[], page: number, end: string | null) {
  if (ends[page] === end) return ends
  return Array.from({ length: Math.max(ends.length, page + 1) }, (_, i) => (i === page ? end : (ends[i] ?? null)))
}

type PageProps = Required<Props> & {
  page: number
  after: string | null
  onEnd: (page: number, end: string | null) => void
}

function AlertPage({ page, after, filter, name, isUnderLine, at, none, onEnd }: PageProps) {
  const question = useAlertsQuestion({ filter, first: ON_A_PAGE, after }, at)
  const asked = useLiveQuery(question, SECONDS_BETWEEN)
  const alerts = asked.data?.alerts
  const end = alerts?.pageInfo.hasNextPage ? (alerts.pageInfo.endCursor ?? null) : null
  useEffect(() => {
    if (alerts) onEnd(page, end)
  }, [alerts, page, end, onEnd])
  const rows = (alerts?.edges ?? []).flatMap((edge) => edge?.node ?? [])
  const columns = (isUnderLine ? UNDER_LINE : COLUMNS).length
  return (
    <tbody {...asRows}>
      {rows.map((alert) => (
        <AlertRow key={alert.id} alert={alert} isUnderLine={isUnderLine} />
      ))}
      {rows.length === 0 && (
        <tr {...asRow}>
          <td colSpan={columns} {...asCell}>
            {alerts ? <p className="none">{none}</p> : <TileStatus title={name} height="6rem" {...asked} />}
          </td>
        </tr>
      )}
    </tbody>
  )
}
