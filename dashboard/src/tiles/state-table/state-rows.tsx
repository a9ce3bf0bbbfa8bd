/** The rows of the table of states. A row and its state on the map choose each other. */
import { useSearch } from '../../api/search.ts'
import { useFormat } from '../../format/use-format.ts'
import { useIsPaper } from '../../ui/paper.ts'
import { StateLink } from '../../ui/state-link.tsx'
import { useWords } from '../../words/words.ts'
import { StateCells } from './state-cells.tsx'
import type { LateFeed, StateRow } from './state-table-query.ts'

const HOURS_IN_DAY = 24

/** `hasFailed`: some service did not answer, so that what is missing may be known to it. */
export function StateRows({ rows, hasFailed }: { rows: readonly StateRow[]; hasFailed: boolean }) {
  const { search, narrow } = useSearch()
  const isPaper = useIsPaper()
  const chosen = isPaper ? null : search.entidad
  const highestOf = (id: 'detected' | 'unprocessed') => Math.max(1, ...rows.map((row) => row[id] ?? 0))
  const highest = { detected: highestOf('detected'), unprocessed: highestOf('unprocessed') }
  return (
    <tbody>
      {rows.map((row) => (
        <tr
          key={row.code}
          data-chosen={row.code === chosen || undefined}
          onClick={() => narrow({ entidad: row.code === chosen ? undefined : row.code })}
        >
          <th scope="row">
            <StateLink code={row.code} />
            {row.latest && <Late feed={row.latest} />}
            {row.casesUntil && <CasesUntil day={row.casesUntil} />}
          </th>
          <StateCells row={row} highest={highest} hasFailed={hasFailed} />
        </tr>
      ))}
    </tbody>
  )
}

/** The office is silent: what it has done since is not in its figures. */
function CasesUntil({ day }: { day: string }) {
  const { t } = useWords()
  const { dayAndMonth } = useFormat()
  return <span className="late">{`PPNNA, ${t('status.dataUntil', { day: dayAndMonth(day) })}`}</span>
}

/** What the state sends late, and how late. */
function Late({ feed: { source, lagDays } }: { feed: LateFeed }) {
  const { t } = useWords()
  const { span } = useFormat()
  return (
    <span className="late">
      {lagDays === null
        ? t('where.table.never', { source })
        : t('where.table.late', { source, span: span(lagDays * HOURS_IN_DAY) })}
    </span>
  )
}
