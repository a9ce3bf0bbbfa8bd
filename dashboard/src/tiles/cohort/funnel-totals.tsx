/** Where all children of the cohort are today: with a plan, or by what became of them. */

import { isSmall } from '../../format/small.ts'
import { useFormat } from '../../format/use-format.ts'
import { Heard } from '../../ui/heard.tsx'
import { Pause } from '../../ui/pause.tsx'
import { asCell, asRow, asRowHead, asRows } from '../../ui/table-roles.ts'
import { useWords } from '../../words/words.ts'
import { countOf, FATES, type Fate, type Step } from './cohort-query.ts'
import { StepBar } from './step-bar.tsx'

export function FunnelTotals({ stages, detected }: { stages: readonly Step[]; detected: number }) {
  const { t } = useWords()
  const { cell, share } = useFormat()
  const sumOf = (fate: Fate) => stages.reduce((sum, step) => sum + countOf(step, fate), 0)
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
          <StepBar step={all} detected={detected} />
        </td>
        {FATES.map((fate) => (
          <td
            key={fate}
            className="number fate"
            data-fate={fate}
            data-none={sumOf(fate) === 0 || undefined}
            {...asCell}
          >
            <small className="phone-only">{t(`cohort.fates.${fate}`)}</small>
            <Heard count={sumOf(fate)}>{cell(sumOf(fate))}</Heard>
            {!isSmall(sumOf(fate)) && <Pause />}
            <small>{isSmall(sumOf(fate)) ? '\u00a0' : share(sumOf(fate) / detected)}</small>
          </td>
        ))}
      </tr>
    </tfoot>
  )
}
