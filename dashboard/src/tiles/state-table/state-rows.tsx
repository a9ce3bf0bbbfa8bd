/** The rows of the table of states. A row and its state on the map choose each other. */
import { useSearch } from '../../api/search.ts'
import { useUntil } from '../../ui/data-until.tsx'
import { useIsPaper } from '../../ui/paper.ts'
import { StateLink } from '../../ui/state-link.tsx'
import { StateCells } from './state-cells.tsx'
import type { StateRow } from './state-table-query.ts'

/** `hasFailed`: some service did not answer, so that what is missing may be known to it. */
export function StateRows({ rows, hasFailed }: { rows: readonly StateRow[]; hasFailed: boolean }) {
  const { search, narrow } = useSearch()
  const isPaper = useIsPaper()
  const untilOf = useUntil()
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
            {row.late.map((late) => (
              <span key={late.source} className="late">
                {untilOf(late)}
              </span>
            ))}
          </th>
          <StateCells row={row} highest={highest} hasFailed={hasFailed} />
        </tr>
      ))}
    </tbody>
  )
}
