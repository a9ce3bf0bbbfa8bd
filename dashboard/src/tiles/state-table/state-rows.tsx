/** The rows of the table of states. A row and its state on the map choose each other. */
import { useSearch } from '../../api/search.ts'
import { useUntil } from '../../ui/data-until.tsx'
import { useIsPaper } from '../../ui/paper.ts'
import { StateLink } from '../../ui/state-link.tsx'
import { useWords } from '../../words/words.ts'
import { StateCells } from './state-cells.tsx'
import type { StateRow } from './state-table-query.ts'

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
            <Late late={row.late} />
          </th>
          <StateCells row={row} highest={highest} hasFailed={hasFailed} />
        </tr>
      ))}
    </tbody>
  )
}

const MOST_NAMED_WITHOUT_DATA = 2

/** A line a source; of many that never told, how many they are: which ones stands on the page of the state. */
function Late({ late }: Pick<StateRow, 'late'>) {
  const { t } = useWords()
  const untilOf = useUntil()
  const silent = late.filter(({ until }) => until === null)
  const isCounted = silent.length > MOST_NAMED_WITHOUT_DATA
  const named = isCounted ? late.filter(({ until }) => until !== null) : late
  return (
    <>
      {isCounted && <span className="late">{t('status.manyNeverTold', { n: silent.length })}</span>}
      {named.map((each) => (
        <span key={each.source} className="late">
          {untilOf(each)}
        </span>
      ))}
    </>
  )
}
