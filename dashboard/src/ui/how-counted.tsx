/** «Cómo se cuenta»: definition, numerator, denominator and what they rest on, one click away from the figure. */
import { Suspense, use, useId } from 'react'
import { BASES, type DefinitionId, definitionsIn } from '../words/definitions.ts'
import { useWords } from '../words/words.ts'
import { useIsPaper } from './paper.ts'

type Props = {
  of: DefinitionId
  /** Of the figure, for those who go from button to button. */
  name: string
}

export function HowCounted({ of, name }: Props) {
  const { t } = useWords()
  const id = useId()
  if (useIsPaper()) return null
  const label = t('report.howOf', { name })
  return (
    <span className="how">
      <button className="quiet" type="button" popoverTarget={id} aria-label={label}>
        {t('report.how')}
      </button>
      <div className="definition" id={id} popover="auto" role="dialog" aria-label={label}>
        <p className="definition-name">{name}</p>
        <Suspense fallback={<p>{t('status.loading')}</p>}>
          <Definition of={of} />
        </Suspense>
        <button className="action" type="button" popoverTarget={id} popoverTargetAction="hide">
          {t('report.close')}
        </button>
      </div>
    </span>
  )
}

function Definition({ of }: { of: DefinitionId }) {
  const { t, language } = useWords()
  const definition: Definition = use(definitionsIn(language))[of]
  return (
    <dl>
      <dt>{t('report.what')}</dt>
      <dd>{definition.what}</dd>
      <dt>{t('report.numerator')}</dt>
      <dd>{definition.numerator}</dd>
      <dt>{t('report.denominator')}</dt>
      <dd>{definition.denominator}</dd>
      {BASES.map(
        (base) =>
          definition[base] && (
            <div key={base}>
              <dt data-base={base}>{t(`report.kinds.${base}`)}</dt>
              <dd>{definition[base]}</dd>
            </div>
          ),
      )}
    </dl>
  )
}

/** Not every figure rests on all four. */
type Definition = Record<'what' | 'numerator' | 'denominator', string> & Partial<Record<(typeof BASES)[number], string>>
