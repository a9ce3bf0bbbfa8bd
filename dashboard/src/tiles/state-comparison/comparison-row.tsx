/** One measure of two states: bars from zero on one scale, and every number written. */

import { drawn } from '../../format/small.ts'
import { useFormat } from '../../format/use-format.ts'
import { Changing } from '../../ui/changing.tsx'
import { Heard } from '../../ui/heard.tsx'
import { useWords } from '../../words/words.ts'
import type { MeasureId, Value } from './comparison-query.ts'

const HOURS_LIMIT = 36

type Props = {
  id: MeasureId
  here: Value
  there: Value
  /** Undefined where the reader may not see the country. */
  nation: Value | undefined
  hasFailed: boolean
}

export function ComparisonRow({ id, here, there, nation, hasFailed }: Props) {
  const { t } = useWords()
  const lengths = [here, there].map((value) => (typeof value === 'number' ? lengthOf(id, value) : 0))
  const longest = Math.max(...lengths)
  return (
    <tr>
      <th scope="row">{t(`comparison.measures.${id}`)}</th>
      {[here, there].map((value, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the two sides are told apart by their place alone.
        <td key={i} data-breach={isBreach(id, value) || undefined}>
          <span className="comparison-bar" aria-hidden="true">
            <i style={{ width: `${longest > 0 ? ((lengths[i] ?? 0) / longest) * 100 : 0}%` }} />
          </span>
          <Written id={id} value={value} hasFailed={hasFailed} />
        </td>
      ))}
      {nation !== undefined && (
        <td className="number comparison-country">
          <Written id={id} value={nation} hasFailed={hasFailed} />
        </td>
      )}
    </tr>
  )
}

const COUNTS: readonly MeasureId[] = ['detected', 'held', 'unprocessed', 'returns']

const lengthOf = (id: MeasureId, value: number) => (COUNTS.includes(id) ? drawn(value) : value)
const isBreach = (id: MeasureId, value: Value) => id === 'longest' && typeof value === 'number' && value >= HOURS_LIMIT

function Written({ id, value, hasFailed }: { id: MeasureId; value: Value; hasFailed: boolean }) {
  const { t } = useWords()
  const { cell, rate, share, span } = useFormat()
  if (value === 'withheld') return <span>–</span>
  if (value === null) return <span className="missing">{t(hasFailed ? 'status.missing' : 'status.untold')}</span>
  return (
    <Heard count={COUNTS.includes(id) ? value : 0}>
      <Changing>{written(value)}</Changing>
    </Heard>
  )

  function written(known: number) {
    switch (id) {
      case 'detected':
      case 'held':
      case 'unprocessed':
      case 'returns':
        return cell(known)
      case 'rate':
        return rate(known)
      case 'longest':
        return known > 0 ? span(known) : t('where.nobodyHeld')
      case 'opened':
      case 'planned':
      case 'overdue':
      case 'returnsShare':
        return share(known)
    }
  }
}
