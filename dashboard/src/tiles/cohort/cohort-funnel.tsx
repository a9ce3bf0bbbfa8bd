/** How far one cohort came, and what became of those who stopped. A chart that is a table. */

import { useMemo } from 'react'
import { isSmall } from '../../format/small.ts'
import { useFormat } from '../../format/use-format.ts'
import { Heard } from '../../ui/heard.tsx'
import { Pause } from '../../ui/pause.tsx'
import { asCell, asColumnHead, asRow, asRowHead, asRows, asTable } from '../../ui/table-roles.ts'
import { useWords } from '../../words/words.ts'
import { countOf, FATES, type Funnel, type Step } from './cohort-query.ts'
import { FunnelTotals } from './funnel-totals.tsx'
import { type Withheld, withheldInFunnel } from './funnel-withheld.ts'
import { StepBar } from './step-bar.tsx'

/** Which of its cells are withheld beside those of 1 to 4: reckoned anew where a figure has changed. */
export function useWithheld(stages: Funnel['stages'] | undefined): Withheld | null {
  const cells = stages?.map((step) => ({ reached: step.reached ?? 0, lost: FATES.map((fate) => countOf(step, fate)) }))
  const written = JSON.stringify(cells ?? null)
  return useMemo(() => {
    const rows: typeof cells | null = JSON.parse(written)
    return rows ? withheldInFunnel(rows, FATES.length) : null
  }, [written])
}

type Props = { funnel: Funnel; withheld: Withheld }

export function CohortFunnel({ funnel, withheld }: Props) {
  const { t } = useWords()
  const { stages, detected } = funnel
  return (
    <table className="funnel" aria-label={t('cohort.label')} {...asTable}>
      <FunnelHead />
      <tbody {...asRows}>
        {stages.map((step, place) => (
          <FunnelRow key={step.stage} {...{ step, place, detected, withheld }} />
        ))}
      </tbody>
      <FunnelTotals {...{ stages, detected, withheld }} />
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

type RowProps = { step: Step; place: number; detected: number; withheld: Withheld }

function FunnelRow({ step, place, detected, withheld }: RowProps) {
  const { t } = useWords()
  const { cell } = useFormat()
  const isFirst = step.stage === 'DETECTED'
  return (
    <tr data-stage={step.stage} {...asRow}>
      <th scope="row" {...asRowHead}>
        {t(`cohort.stages.${step.stage}`)}
        <small>{t(`cohort.stageNotes.${step.stage}`)}</small>
      </th>
      <td className="number reached" {...asCell}>
        <Reached {...{ step, detected }} isBeside={withheld.isReached(place)} />
      </td>
      <td className="funnel-bar" {...asCell}>
        <StepBar step={step} detected={detected} isBeside={(of) => withheld.isLost(place, of)} />
      </td>
      {FATES.map((fate, of) => (
        <td
          key={fate}
          className="number fate"
          data-fate={fate}
          data-none={countOf(step, fate) === 0 || undefined}
          {...asCell}
        >
          {!isFirst && (
            <Heard count={countOf(step, fate)}>{cell(countOf(step, fate), withheld.isLost(place, of))}</Heard>
          )}
          {step.stage === 'PLAN_ISSUED' && fate === 'RETURNED' && <sup>*</sup>}
        </td>
      ))}
    </tr>
  )
}

type ReachedProps = { step: Step; detected: number; isBeside: boolean }

/** How many, and what share of all that is, where that does not give away what is withheld. */
function Reached({ step: { stage, reached }, detected, isBeside }: ReachedProps) {
  const { t } = useWords()
  const { cell, share } = useFormat()
  if (reached === null) return <abbr title={t('status.untold')}>{t('status.untoldShort')}</abbr>
  return (
    <>
      <Heard count={reached}>{cell(reached, isBeside)}</Heard>
      {stage === 'DETECTED' || isBeside || isSmall(reached) ? (
        <small className="no-share">{'\u00a0'}</small>
      ) : (
        <>
          <Pause />
          <small>{share(reached / detected)}</small>
        </>
      )}
    </>
  )
}
