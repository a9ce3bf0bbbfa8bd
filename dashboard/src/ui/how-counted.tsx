/** «Cómo se cuenta»: definition, numerator, denominator and what they rest on, one click away from the figure. */
import { useId } from 'react'
import { useWords, type Words } from '../words/words.ts'
import { useIsPaper } from './paper.ts'

export type DefinitionId =
  | 'cohort'
  | 'held'
  | 'unprocessed'
  | 'returns'
  | 'detected'
  | 'hours'
  | 'table'
  | 'trend'
  | 'authority'
  | 'facilities'
  | 'duties'

/** Who sets the rule: the law, a court, a protocol, or Vigía where nobody did. */
export const BASES = ['law', 'court', 'protocol', 'vigia'] as const

export function HowCounted({ of }: { of: DefinitionId }) {
  const { t } = useWords()
  const id = useId()
  if (useIsPaper()) return null
  const name = t(`definitions.${of}.name`)
  return (
    <span className="how">
      <button className="quiet" type="button" popoverTarget={id} aria-label={t('report.howOf', { name })}>
        {t('report.how')}
      </button>
      <div className="definition" id={id} popover="auto" role="dialog" aria-label={t('report.howOf', { name })}>
        <p className="definition-name">{name}</p>
        <Definition of={of} />
        <button className="action" type="button" popoverTarget={id} popoverTargetAction="hide">
          {t('report.close')}
        </button>
      </div>
    </span>
  )
}

export function Definition({ of }: { of: DefinitionId }) {
  const { t } = useWords()
  return (
    <dl>
      <dt>{t('report.what')}</dt>
      <dd>{t(`definitions.${of}.what`)}</dd>
      <dt>{t('report.numerator')}</dt>
      <dd>{t(`definitions.${of}.numerator`)}</dd>
      <dt>{t('report.denominator')}</dt>
      <dd>{t(`definitions.${of}.denominator`)}</dd>
      {basesOf(t, of).map(({ base, text }) => (
        <div key={base}>
          <dt data-base={base}>{t(`report.kinds.${base}`)}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  )
}

/** Not every figure rests on all four. */
function basesOf(t: Words, of: DefinitionId) {
  const written: Partial<Record<string, string>> = t(`definitions.${of}`, { returnObjects: true })
  return BASES.flatMap((base) => {
    const text = written[base]
    return text ? [{ base, text }] : []
  })
}
