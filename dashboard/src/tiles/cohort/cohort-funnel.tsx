/** How far one cohort came, and what became of those who stopped. A chart that is a table. */

import { isSmall } from '../../format/small.ts'
import { useFormat } from '../../format/use-format.ts'
import { Heard } from '../../ui/heard.tsx'
import { Pause } from '../../ui/pause.tsx'
import { asCell, asColumnHead, asRow, asRowHead, asRows, asTable } from '../../ui/table-roles.ts'
import { useWords } from '../../words/words.ts'
import { countOf, FATES, type Funnel, type Step } from './cohort-query.ts'
import { FunnelTotals } from './funnel-totals.tsx'
import { StepBar } from './step-bar.tsx'

export function CohortFunnel({ funnel: { stages, detected } }: { funnel: Funnel }) {
  const { t } = useWords()
  return (
    <table className="funnel" aria-label={t('cohort.label')} {...asTable}>
      <FunnelHead />
      <tbody {...asRows}>
        {stages.map((step) => (
          <FunnelRow key={step.stage} step={step} detected={detected} />
        ))}
      </tbody>
      <FunnelTotals stages={stages} detected={detected} />
    </table>
  )
}

/** The column heads are the legend, so nothing is looked up. */
function FunnelHead() {
  const { t } = useWords()
  return (
    <thead {...asRows}>
      <tr {...asRow}>
        <td {...asCell} />
        <th scope="col" className="number funnel-reached" {...asColumnHead}>
          {t('cohort.reached')}
        </th>
        <td className="funnel-caption" {...asCell}>
          {t('cohort.caption')} <i className="swatch" data-fate="REACHED" /> {t('cohort.wentOn')}
        </td>
        {FATES.map((fate) => (
          <th key={fate} scope="col" className="number fate" {...asColumnHead}>
            <span>
              <i className="swatch" data-fate={fate} />
              {t(`cohort.fates.${fate}`)}
            </span>
          </th>
        ))}
      </tr>
    </thead>
  )
}

function FunnelRow({ step, detected }: { step: Step; detected: number }) {
  const { t } = useWords()
  const { cell, share } = useFormat()
  const isFirst = step.stage === 'DETECTED'
  return (
    <tr data-stage={step.stage} {...asRow}>
      <th scope="row" {...asRowHead}>
        {t(`cohort.stages.${step.stage}`)}
        <small>{t(`cohort.stageNotes.${step.stage}`)}</small>
      </th>
      <td className="number reached" {...asCell}>
        <Heard count={step.reached}>{cell(step.reached)}</Heard>
        {isFirst || isSmall(step.reached) ? (
          <small className="no-share">{'\u00a0'}</small>
        ) : (
          <>
            <Pause />
            <small>{share(step.reached / detected)}</small>
          </>
        )}
      </td>
      <td className="funnel-bar" {...asCell}>
        <StepBar step={step} detected={detected} />
      </td>
      {FATES.map((fate) => (
        <td
          key={fate}
          className="number fate"
          data-fate={fate}
          data-none={countOf(step, fate) === 0 || undefined}
          {...asCell}
        >
          {!isFirst && <Heard count={countOf(step, fate)}>{cell(countOf(step, fate))}</Heard>}
          {step.stage === 'PLAN_ISSUED' && fate === 'RETURNED' && <sup>*</sup>}
        </td>
      ))}
    </tr>
  )
}
