/** The cells of one state: counts as dots on a logarithmic track, shares as bars from zero, and every number written. */

import type { CSSProperties } from 'react'
import { drawn, isSmall, WITHHELD_SHARE } from '../../format/small.ts'
import { useFormat } from '../../format/use-format.ts'
import { Changing } from '../../ui/changing.tsx'
import { Heard } from '../../ui/heard.tsx'
import { LogDot } from '../../ui/log-dot.tsx'
import { useWords } from '../../words/words.ts'
import { COLUMN_IDS, type ColumnId, type StateRow } from './state-table-query.ts'
import { isLesser } from './table-head.tsx'

const HOURS_LIMIT = 36

type Props = { row: StateRow; highest: { detected: number; unprocessed: number }; hasFailed: boolean }

export function StateCells({ row, highest, hasFailed }: Props) {
  const written = useWritten()
  const { count } = useFormat()
  // Of a shorter one the track would begin further to the right, and a dot say more than it does.
  const roomFor = (most: number) => ({ '--widest': `${count(most).length}ch` }) as CSSProperties
  const { t } = useWords()
  return COLUMN_IDS.map((id) => {
    const value = row[id]
    if (value === null)
      return (
        <td key={id} data-lesser={isLesser(id)} className="missing">
          {/* A share of nobody is no share; else a service could not tell, or nobody ever told. */}
          {id === 'opened' && row.openedCount === 0 && row.detected === 0 ? (
            '–'
          ) : (
            <abbr title={t(hasFailed ? 'status.missing' : 'status.untold')}>
              {t(hasFailed ? 'status.missingShort' : 'status.untoldShort')}
            </abbr>
          )}
        </td>
      )
    return (
      <td
        key={id}
        data-lesser={isLesser(id)}
        data-breach={(id === 'longest' && value >= HOURS_LIMIT) || undefined}
        data-zero={value === 0 || undefined}
      >
        {isDotted(id) && <LogDot value={drawn(value)} highest={highest[id]} />}
        {id === 'opened' && !isShareKept(row) && <ShareBar share={value} />}
        <span className="cell-value" style={isDotted(id) ? roomFor(highest[id]) : undefined}>
          <Heard count={isCount(id) ? value : 0}>
            <Changing>{written(id, value, row)}</Changing>
          </Heard>
        </span>
      </td>
    )
  })
}

const isDotted = (id: ColumnId) => id === 'detected' || id === 'unprocessed'

const COUNTS: readonly ColumnId[] = ['detected', 'held', 'unprocessed', 'returns']
const isCount = (id: ColumnId) => COUNTS.includes(id)

/** Beside all who were found it tells of those without a case as of those with one. */
const isShareKept = ({ detected, openedCount }: StateRow) =>
  openedCount !== null && (isSmall(openedCount) || isSmall((detected ?? 0) - openedCount))

function ShareBar({ share }: { share: number }) {
  return (
    <span className="cell-bar" aria-hidden="true">
      <i style={{ width: `${share * 100}%` }} />
    </span>
  )
}

function useWritten() {
  const { t } = useWords()
  const { cell, rate, share, span } = useFormat()
  return (id: ColumnId, value: number, row: StateRow): string => {
    const { feeds, detected } = row
    switch (id) {
      case 'rate':
        return isSmall(detected ?? 0) ? WITHHELD_SHARE : rate(value)
      case 'opened':
        return isShareKept(row) ? WITHHELD_SHARE : share(value)
      case 'longest':
        return value > 0 ? span(value) : '–'
      case 'reporting':
        return feeds ? t('where.table.feeds', { on: feeds.onTime, of: feeds.of }) : ''
      case 'detected':
      case 'held':
      case 'unprocessed':
      case 'returns':
        return cell(value)
    }
  }
}
