/** Where all children of the cohort are today: with a plan, or by what became of them. */

import { isSmall } from '../../format/small.ts'
import { useFormat } from '../../format/use-format.ts'
import { Heard } from '../../ui/heard.tsx'
import { Pause } from '../../ui/pause.tsx'
import { asCell, asRow, asRowHead, asRows } from '../../ui/table-roles.ts'
import { useWords } from '../../words/words.ts'
import { countOf, FATES, type Fate, type Step } from './cohort-query.ts'
import type { Withheld } from './funnel-withheld.ts'
import { StepBar } from './step-bar.tsx'

type Props = { stages: readonly Step[]; detected: number; withheld: Withheld }

export function FunnelTotals({ stages, detected, withheld }: Props) {
  const { t } = useWords()
  const { cell, share } = useFormat()
  const sumOf = (fate: Fate) => stages.reduce((sum, step) => sum + countOf(step, fate), 0)
  const isTold = (fate: Fate, of: number) => !isSmall(sumOf(fate)) && !withheld.isTotal(of)
  const all: Step = {
    stage: 'DETECTED',
    reached: stages.at(-1)?.reached ?? 0,
    lost: FATES.map((fate) => ({ fate, count: sumOf(fate) })),
  }
  return (
    <tfoot {...asRows}>
      <tr {...asRow}>
        <th scope="row" {...asRowHead}>
          {t('cohort.total')}
          <small>{t('cohort.totalNote')}</small>
        </th>
        <td className="number reached" {...asCell}>
          <Heard count={detected}>{cell(detected)}</Heard>
          <Pause />
          <small>{share(1)}</small>
        </td>
        <td className="funnel-bar" {...asCell}>
          <StepBar step={all} detected={detected} isBeside={withheld.isTotal} />
        </td>
        {FATES.map((fate, of) => (
          <td
            key={fate}
            className="number fate"
            data-fate={fate}
            data-none={sumOf(fate) === 0 || undefined}
            {...asCell}
          >
            <small className="phone-only">{t(`cohort.fates.${fate}`)}</small>
            <Heard count={sumOf(fate)}>{cell(sumOf(fate), withheld.isTotal(of))}</Heard>
            {isTold(fate, of) && <Pause />}
            <small>{isTold(fate, of) ? share(sumOf(fate) / detected) : '\u00a0'}</small>
          </td>
        ))}
      </tr>
    </tfoot>
  )
}
