/** The rows of the table of states. A row and its state on the map choose each other. */
import { useSearch } from '../../api/search.ts'
import { useFormat } from '../../format/use-format.ts'
import { useIsPaper } from '../../ui/paper.ts'
import { StateLink } from '../../ui/state-link.tsx'
import { useWords } from '../../words/words.ts'
import { StateCells } from './state-cells.tsx'
import type { LateFeed, StateRow } from './state-table-query.ts'

const HOURS_IN_DAY = 24

export function StateRows({ rows }: { rows: readonly StateRow[] }) {
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
          </th>
          <StateCells row={row} highest={highest} />
        </tr>
      ))}
    </tbody>
  )
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
