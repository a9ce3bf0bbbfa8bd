/** The map's twin: 32 rows that sort, with how many of a state's sources report, since no ranking is fair without it. */
import { useState } from 'react'
import { lastFourWeeks } from '../../api/half-year.ts'
import { useScope } from '../../api/scope.ts'
import { useSight } from '../../api/sight.ts'
import { type Asked, useLiveQuery } from '../../api/use-live-query.ts'
import { useIsPaper } from '../../ui/paper.ts'
import { Part } from '../../ui/part.tsx'
import { FailureNote, TileStatus } from '../../ui/tile-status.tsx'
import { stateName } from '../../words/states.ts'
import { useWords } from '../../words/words.ts'
import { StateRows } from './state-rows.tsx'
import { rowOf, type Sort, type StateRow, StateTableDocument, sorted } from './state-table-query.ts'
import { TableHead } from './table-head.tsx'

/** On a phone the table is folded to so many rows; as lists.css has it. */
const SHOWN_FOLDED = 10

export function StateTableTile() {
  const { t } = useWords()
  const { cohort, filter, today } = useScope()
  const { states } = useSight()
  const period = { from: cohort.from, to: cohort.to }
  const variables = { period, filter, lastFourWeeks: lastFourWeeks(today) }
  const asked = useLiveQuery({ query: StateTableDocument, variables })
  const title = states === null ? t('where.table.title') : t('where.table.own', { count: states.length })
  const asOf = asked.data?.states?.find(({ detection }) => detection)?.detection?.asOf ?? null
  return (
    <Part
      id="table"
      className="state-table"
      title={title}
      source="INM, PPNNA, DIF"
      asOf={asOf}
      how="table"
      file={{ list: 'figures', ...period }}
      note={t('where.table.note')}
    >
      {asked.data?.states ? (
        <>
          {asked.failure && (
            <p className="part-failure" role="status">
              <FailureNote failure={asked.failure} />{' '}
              <button className="quiet" type="button" onClick={asked.retry}>
                {t('status.retry')}
              </button>
            </p>
          )}
          <SortedTable
            rows={asked.data.states.map(rowOf)}
            question={asked.question}
            hasFailed={asked.failure !== null}
          />
        </>
      ) : (
        <TileStatus title={title} height="54rem" {...asked} />
      )}
    </Part>
  )
}

type TableProps = Pick<Asked<unknown>, 'question'> & { rows: readonly StateRow[]; hasFailed: boolean }

/** How it is sorted stays under another question; its figures are others then. */
function SortedTable({ rows, question, hasFailed }: TableProps) {
  const { t, language } = useWords()
  const isPaper = useIsPaper()
  const [sort, setSort] = useState<Sort>({ id: 'detected', isDown: true })
  const [isWhole, setWhole] = useState(false)
  const toggle = (id: Sort['id']) => setSort({ id, isDown: sort.id === id ? !sort.isDown : id !== 'name' })
  const byName = () =>
    rows.toSorted(
      (a, b) => stateName(a.code, language).localeCompare(stateName(b.code, language), 'es') * (sort.isDown ? -1 : 1),
    )
  return (
    <>
      <table aria-labelledby="table-title" data-whole={isWhole || isPaper || undefined}>
        <TableHead sort={sort} onSort={toggle} />
        <StateRows
          key={question}
          rows={sort.id === 'name' ? byName() : sorted(rows, sort.id, sort.isDown)}
          hasFailed={hasFailed}
        />
      </table>
      {!isPaper && rows.length > SHOWN_FOLDED && (
        <button className="quiet fold" type="button" aria-expanded={isWhole} onClick={() => setWhole(!isWhole)}>
          {isWhole ? t('where.table.fewer') : t('where.table.all', { count: rows.length })}
        </button>
      )}
    </>
  )
}
