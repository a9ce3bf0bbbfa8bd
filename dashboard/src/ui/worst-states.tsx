/** The three states with the highest count, with bars from zero and the rate, since a large state always counts more. */

import { drawn, isSmall, WITHHELD_SHARE } from '../format/small.ts'
import { useFormat } from '../format/use-format.ts'
import type { DefinitionId } from '../words/definitions.ts'
import { useWords } from '../words/words.ts'
import { Heard } from './heard.tsx'
import { StateLink } from './state-link.tsx'

export type CountInState = { code: string; count: number; population: number }

const SHOWN = 3
const PER = 100_000

type Props = { of: DefinitionId; counts: readonly CountInState[] }

/** `of` is the figure below whose name it stands. */
export function WorstStates({ of, counts }: Props) {
  const { t } = useWords()
  const { cell, rate } = useFormat()
  const worst = counts
    .filter(({ count }) => count > 0)
    .toSorted((a, b) => b.count - a.count)
    .slice(0, SHOWN)
  if (worst.length === 0) return <p className="figure-rank">{t('figures.noneAnywhere')}</p>
  const highest = drawn(worst[0]?.count ?? 1)
  return (
    <table className="worst" aria-labelledby={`figure-${of}`}>
      <thead>
        <tr>
          <th scope="col" colSpan={3}>
            {t('figures.worst')}
          </th>
          <th scope="col" className="number">
            {t('figures.rate')}
          </th>
        </tr>
      </thead>
      <tbody>
        {worst.map(({ code, count, population }) => (
          <tr key={code}>
            <th scope="row">
              <StateLink code={code} />
            </th>
            <td className="number">
              <Heard count={count}>{cell(count)}</Heard>
            </td>
            <td className="bar-cell">
              <i style={{ width: `${(drawn(count) / highest) * 100}%` }} />
            </td>
            <td className="number worst-rate">{isSmall(count) ? WITHHELD_SHARE : rate((count / population) * PER)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
