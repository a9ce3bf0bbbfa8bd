/** Alerts one by one, a page after the other by cursor. */
import type { AlertFilter } from '../../api/filters.ts'
import { useLiveQuery } from '../../api/use-live-query.ts'
import { TableHead } from '../../ui/table-head.tsx'
import { asCell, asRow, asRows, asTable } from '../../ui/table-roles.ts'
import { TileStatus } from '../../ui/tile-status.tsx'
import { type PageOf, useEnd, usePages } from '../../ui/use-pages.ts'
import { useWords } from '../../words/words.ts'
import { useAlertsQuestion } from './alert-queries.ts'
import { AlertRow } from './alert-row.tsx'
import { PartlyRows } from './partly.tsx'

const ON_A_PAGE = 25
const SECONDS_BETWEEN = 3
const COLUMNS = ['severity', 'what', 'where', 'whom', 'clock', 'standing'] as const
/** Under a line that says what and where, neither is said again. */
export const UNDER_LINE = ['severity', 'whom', 'clock', 'standing'] as const

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
  const { pages, more } = usePages()
  return (
    <>
      <table className="list alert-list" aria-label={name} data-under-line={isUnderLine || undefined} {...asTable}>
        <TableHead titles={(isUnderLine ? UNDER_LINE : COLUMNS).map((column) => t(`alerts.columns.${column}`))} />
        {pages.map((of) => (
          <AlertPage key={of.page} of={of} {...{ filter, name, isUnderLine, at, none }} />
        ))}
      </table>
      {more && <MoreOf name={name} onMore={more} />}
    </>
  )
}

export function MoreOf({ name, onMore }: { name: string; onMore: () => void }) {
  const { t } = useWords()
  return (
    <button className="action more" type="button" aria-label={t('alerts.moreOf', { what: name })} onClick={onMore}>
      {t('alerts.more')}
    </button>
  )
}

function AlertPage({ of, filter, name, isUnderLine, at, none }: Required<Props> & { of: PageOf }) {
  const question = useAlertsQuestion({ filter, first: ON_A_PAGE, after: of.after }, at)
  const asked = useLiveQuery(question, SECONDS_BETWEEN)
  const alerts = asked.data?.alerts
  useEnd(of, alerts?.pageInfo)
  const rows = (alerts?.edges ?? []).flatMap((edge) => edge?.node ?? [])
  const columns = (isUnderLine ? UNDER_LINE : COLUMNS).length
  return (
    <tbody {...asRows}>
      <PartlyRows failure={rows.length > 0 ? asked.failure : null} columns={columns}>
        {rows.map((alert) => (
          <AlertRow key={alert.id} alert={alert} isUnderLine={isUnderLine} at={at} />
        ))}
      </PartlyRows>
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
