/** The heads of the table of states, each of which sorts by its column. */
import { useIsPaper } from '../../ui/paper.ts'
import { useWords } from '../../words/words.ts'
import { COLUMN_IDS, type ColumnId, type Sort } from './state-table-query.ts'

/** Left out on a phone, where a state's own page has them. */
const LESSER: readonly ColumnId[] = ['rate', 'opened', 'longest', 'returns', 'reporting']
export const isLesser = (id: ColumnId) => LESSER.includes(id) || undefined

export function TableHead({ sort, onSort }: { sort: Sort; onSort: (id: Sort['id']) => void }) {
  const { t } = useWords()
  const isPaper = useIsPaper()
  return (
    <thead>
      <tr>
        {(['name', ...COLUMN_IDS] as const).map((id) => (
          <th
            key={id}
            scope="col"
            data-lesser={id === 'name' ? undefined : isLesser(id)}
            aria-sort={sort.id === id ? (sort.isDown ? 'descending' : 'ascending') : undefined}
          >
            {isPaper ? (
              t(`where.table.${id}`)
            ) : (
              <button type="button" onClick={() => onSort(id)}>
                {t(`where.table.${id}`)}
              </button>
            )}
          </th>
        ))}
      </tr>
    </thead>
  )
}
